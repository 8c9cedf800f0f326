namespace Ashlar.Graph.Access.Conditions.Syntax;

internal static class ConditionLexer
{
    private static readonly Dictionary<char, TokenKind> Marks = new()
    {
        ['('] = TokenKind.Open,
        [')'] = TokenKind.Close,
        ['{'] = TokenKind.OpenBrace,
        ['}'] = TokenKind.CloseBrace,
        [','] = TokenKind.Comma,
        [':'] = TokenKind.Colon,
        ['@'] = TokenKind.At,
        ['!'] = TokenKind.Not,
    };

    /// <summary>Ends with an End token. What is not of the language ends the reading and is told in the problem.</summary>
    public static IReadOnlyList<Token> Read(string text, out string? problem)
    {
        List<Token> tokens = [];
        problem = null;
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (Next(text, at, out var length) is { } token)
            {
                tokens.Add(token);
                at += length;
            }
            else
            {
                problem = $"character {at + 1}: {Described(text[at])}";
                return tokens;
            }
        }

        tokens.Add(new(TokenKind.End, "", text.Length + 1));
        return tokens;
    }

    private static Token? Next(string text, int at, out int length)
    {
        length = 1;
        if (Marks.TryGetValue(text[at], out var mark))
            return new(mark, text[at].ToString(), at + 1);
        if (text[at] is '&' or '|' && at + 1 < text.Length && text[at + 1] == text[at])
        {
            length = 2;
            return new(text[at] == '&' ? TokenKind.And : TokenKind.Or, text[at..(at + 2)], at + 1);
        }

        if (text[at] == '\'')
            return Enclosed(text, at, '\'', TokenKind.Quoted, out length);
        if (text[at] == '[')
            return Enclosed(text, at, ']', TokenKind.Bracketed, out length);
        return IsWordCharacter(text[at]) ? Word(text, at, out length) : null;
    }

    // No escape of a quote is documented: a backslash belongs to the text, and a second quote next to the first is an error of the parser.
    private static Token? Enclosed(string text, int at, char end, TokenKind kind, out int length)
    {
        var close = text.IndexOf(end, at + 1);
        length = close - at + 1;
        return close < 0 ? null : new(kind, text[(at + 1)..close], at + 1);
    }

    private static Token Word(string text, int at, out int length)
    {
        var end = at;
        while (end < text.Length && IsWordCharacter(text[end]))
            end++;
        length = end - at;
        var word = text[at..end];
        var kind = word.ToUpperInvariant() switch
        {
            "AND" => TokenKind.And,
            "OR" => TokenKind.Or,
            "NOT" => TokenKind.Not,
            _ => TokenKind.Word,
        };
        return new(kind, word, at + 1);
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+';

    private static string Described(char c) => c switch
    {
        '\'' => "a text without its closing quote",
        '[' => "an attribute without its closing bracket",
        _ => $"'{c}' is not of the language of conditions",
    };
}

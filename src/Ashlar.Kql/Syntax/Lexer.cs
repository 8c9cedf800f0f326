using System.Globalization;

namespace Ashlar.Kql.Syntax;

/// <summary>Text to tokens. Never fails: what it cannot read becomes a Bad token that carries the complaint.</summary>
internal static class Lexer
{
    private static readonly string[] Operators =
        ["<|", "=~", "!~", "==", "!=", "<>", "<=", ">=", "=>", "..", "->", "--", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "|", "=", "<", ">", "+", "-", "*", "/", "%", "!", "~", "?", "@", "&", "^"];

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 8);
        var at = 0;
        while (true)
        {
            at = SkipBlanks(text, at);
            if (at >= text.Length)
            {
                tokens.Add(new Token(TokenKind.End, text.Length, text.Length, ""));
                return tokens;
            }

            var token = Next(text, at);
            tokens.Add(token);
            at = Math.Max(token.End, at + 1);
        }
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\u200B')
                at++;
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
                while (at < text.Length && text[at] is not ('\n' or '\r'))
                    at++;
            else
                break;
        }

        return at;
    }

    private static Token Next(string text, int at)
    {
        var c = text[at];
        if (StringLiteral.StartsAt(text, at))
            return StringLiteral.Read(text, at);
        if (IsNameStart(c) || (c == '$' && at + 1 < text.Length && IsNameStart(text[at + 1])))
            return Name(text, at);
        if (char.IsAsciiDigit(c))
            return Number(text, at);
        if (c == '[' && BracketedName(text, at) is { } bracketed)
            return bracketed;
        foreach (var op in Operators)
            if (string.CompareOrdinal(text, at, op, 0, op.Length) == 0)
                return new Token(TokenKind.Punctuation, at, at + op.Length, op);
        return new Token(TokenKind.Bad, at, at + 1, $"Unexpected character '{c}'.");
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static Token Name(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && IsNamePart(text[end]))
            end++;
        return new Token(TokenKind.Name, at, end, text[at..end]);
    }

    /// <summary>['a b'] is a name; [0] and ['a', 'b'] are not (the parser tells an element access from a name by what stands before).</summary>
    private static Token? BracketedName(string text, int at)
    {
        var inner = SkipBlanks(text, at + 1);
        if (inner >= text.Length || text[inner] is not ('\'' or '"' or '@'))
            return null;
        var literal = StringLiteral.StartsAt(text, inner) ? StringLiteral.Read(text, inner) : default;
        if (literal.Kind != TokenKind.String || literal.End == 0)
            return null;
        var close = SkipBlanks(text, literal.End);
        return close < text.Length && text[close] == ']'
            ? new Token(TokenKind.BracketedName, at, close + 1, literal.Text)
            : null;
    }

    private static Token Number(string text, int at)
    {
        var end = at;
        if (text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X')
        {
            end = at + 2;
            while (end < text.Length && char.IsAsciiHexDigit(text[end]))
                end++;
            return long.TryParse(text.AsSpan(at + 2, end - at - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex)
                ? new Token(TokenKind.Long, at, end, text[at..end], hex)
                : new Token(TokenKind.Bad, at, end, "Not a hexadecimal number that fits 64 bits.");
        }

        var real = false;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            real = true;
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
        }
        else if (end < text.Length && text[end] == '.' && !(end + 1 < text.Length && (text[end + 1] == '.' || IsNameStart(text[end + 1]))))
        {
            real = true;
            end++;
        }

        var exponent = end;
        if (exponent < text.Length && text[exponent] is 'e' or 'E')
        {
            exponent++;
            if (exponent < text.Length && text[exponent] is '+' or '-')
                exponent++;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                real = true;
                end = exponent;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
            }
        }

        var digits = text.AsSpan(at, end - at);
        var suffix = end;
        while (suffix < text.Length && IsNamePart(text[suffix]))
            suffix++;
        if (suffix > end)
            return TimeSpanUnits.Ticks(digits, text.AsSpan(end, suffix - end)) is { } ticks
                ? new Token(TokenKind.TimeSpan, at, suffix, text[at..suffix], ticks)
                : new Token(TokenKind.Bad, at, suffix, $"'{text[at..suffix]}' is neither a number nor a timespan such as 5m or 1.5h.");
        if (real)
            return new Token(TokenKind.Real, at, end, text[at..end], BitConverter.DoubleToInt64Bits(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture)));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new Token(TokenKind.Long, at, end, text[at..end], value)
            : new Token(TokenKind.Bad, at, end, "The number does not fit 64 bits.");
    }
}

using System.Globalization;
using System.Text;

namespace Ashlar.Kql.Syntax;

/// <summary>'…' "…" with escapes, @'…' verbatim, ```…``` and ~~~…~~~ over lines, h'…' hidden from logs.</summary>
internal static class StringLiteral
{
    public static bool StartsAt(string text, int at)
    {
        if (text[at] is 'h' or 'H' && at + 1 < text.Length)
            at++;
        if (text[at] == '@' && at + 1 < text.Length)
            return text[at + 1] is '\'' or '"';
        return text[at] is '\'' or '"' || IsFence(text, at);
    }

    private static bool IsFence(string text, int at) =>
        string.CompareOrdinal(text, at, "```", 0, 3) == 0 || string.CompareOrdinal(text, at, "~~~", 0, 3) == 0;

    public static Token Read(string text, int start)
    {
        var at = text[start] is 'h' or 'H' ? start + 1 : start;
        if (IsFence(text, at))
            return Fenced(text, start, at);
        return text[at] == '@' ? Verbatim(text, start, at + 1) : Escaped(text, start, at);
    }

    private static Token Fenced(string text, int start, int at)
    {
        var fence = text.Substring(at, 3);
        var end = text.IndexOf(fence, at + 3, StringComparison.Ordinal);
        return end < 0
            ? new Token(TokenKind.Bad, start, text.Length, $"The string has no closing {fence}.")
            : new Token(TokenKind.String, start, end + 3, text[(at + 3)..end]);
    }

    private static Token Verbatim(string text, int start, int at)
    {
        var quote = text[at];
        var value = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != quote)
                value.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == quote)
                value.Append(text[i++]);
            else
                return new Token(TokenKind.String, start, i + 1, value.ToString());
        }

        return new Token(TokenKind.Bad, start, text.Length, $"The string has no closing {quote}.");
    }

    private static Token Escaped(string text, int start, int at)
    {
        var quote = text[at];
        var plain = text.AsSpan(at + 1).IndexOfAny([quote, '\\', '\n', '\r']);
        if (plain >= 0 && text[at + 1 + plain] == quote)
            return new Token(TokenKind.String, start, at + plain + 2, text.Substring(at + 1, plain));
        var value = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote)
                return new Token(TokenKind.String, start, i + 1, value.ToString());
            if (c is '\n' or '\r')
                return new Token(TokenKind.Bad, start, i, $"The string has no closing {quote} on its line.");
            if (c != '\\')
            {
                value.Append(c);
                continue;
            }

            var used = Escape(text, i + 1, value);
            if (used == 0)
                return new Token(TokenKind.Bad, i, Math.Min(i + 2, text.Length), "Unknown escape in a string; write \\\\ for a backslash or use @'…'.");
            i += used;
        }

        return new Token(TokenKind.Bad, start, text.Length, $"The string has no closing {quote}.");
    }

    /// <returns>Characters used after the backslash; 0 when the escape is unknown.</returns>
    private static int Escape(string text, int at, StringBuilder value)
    {
        if (at >= text.Length)
            return 0;
        const string names = "\\\"'ntrabfv0";
        const string meanings = "\\\"'\n\t\r\a\b\f\v\0";
        var simple = names.IndexOf(text[at], StringComparison.Ordinal);
        if (simple >= 0)
        {
            value.Append(meanings[simple]);
            return 1;
        }

        var length = text[at] switch { 'u' => 4, 'x' => 2, 'U' => 8, _ => 0 };
        if (length == 0 || at + length >= text.Length
            || !int.TryParse(text.AsSpan(at + 1, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return 0;
        if (length == 8 && (code is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)))
            return 0;
        value.Append(length == 8 ? char.ConvertFromUtf32(code) : ((char)code).ToString());
        return length + 1;
    }
}

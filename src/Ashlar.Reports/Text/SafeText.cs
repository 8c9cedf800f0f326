using System.Globalization;
using System.Text;

namespace Ashlar.Reports;

/// <summary>Text of a tenant, made harmless for a terminal: one line, nothing that moves a cursor or turns the reading direction.</summary>
internal static class SafeText
{
    /// <summary>Line breaks and tabs become a space, other control and format characters U+FFFD.</summary>
    public static string OneLine(string text)
    {
        var at = FirstUnsafe(text);
        if (at < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        clean.Append(text, 0, at);
        foreach (var rune in text.AsSpan(at).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t')
                clean.Append(' ');
            else if (IsUnsafe(rune))
                clean.Append('\uFFFD');
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static int FirstUnsafe(string text)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnsafe(rune))
                return at;
            at += rune.Utf16SequenceLength;
        }

        return -1;
    }

    // Lone surrogates come out of EnumerateRunes as U+FFFD, which is harmless.
    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}

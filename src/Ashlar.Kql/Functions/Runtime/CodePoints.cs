namespace Ashlar.Kql.Functions.Runtime;

/// <summary>KQL counts characters by code points, .NET by UTF-16 units.</summary>
internal static class CodePoints
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        if (text.IndexOfAnyInRange('\ud800', '\udbff') < 0)
            return count;
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1]))
                count--;
        return count;
    }

    /// <summary>The UTF-16 unit at which a code point starts.</summary>
    public static int Unit(string text, long codePoint)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udbff') < 0)
            return (int)codePoint;
        var at = 0;
        for (; codePoint > 0 && at < text.Length; codePoint--)
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        return at;
    }
}

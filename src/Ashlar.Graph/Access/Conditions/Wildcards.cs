namespace Ashlar.Graph.Access.Conditions;

/// <summary>Patterns where * stands for any run of characters, slashes too.</summary>
internal static class Wildcards
{
    /// <summary>
    /// As a permission's pattern matches. That "/*/" also stands for a single slash is inferred from built-in roles, not documented:
    /// a match that needs it is Unknown, for a condition can both take and give.
    /// </summary>
    public static Truth Action(string pattern, string action)
    {
        if (Matches(pattern, action, like: false, ignoreCase: true))
            return Truth.True;
        if (!pattern.Contains("/*/", StringComparison.Ordinal))
            return Truth.False;

        // With every slash of the text doubled and those around a star left single, the star may be empty between the two halves of one slash.
        var doubled = pattern.Replace("/*/", "\0", StringComparison.Ordinal).Replace("/", "//", StringComparison.Ordinal).Replace("\0", "/*/", StringComparison.Ordinal);
        return Matches(doubled, action.Replace("/", "//", StringComparison.Ordinal), like: false, ignoreCase: true) ? Truth.Unknown : Truth.False;
    }

    /// <summary>StringLike: * and ?, each escaped by a backslash; a backslash before anything else is itself.</summary>
    public static bool Like(string pattern, string text, bool ignoreCase) => Matches(pattern, text, like: true, ignoreCase);

    // Only the last star is ever tried again: no more steps than pattern times text.
    private static bool Matches(string pattern, string text, bool like, bool ignoreCase)
    {
        var (at, read) = (0, 0);
        var (star, resume) = (-1, 0);
        while (read < text.Length)
        {
            var length = 0;
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, read);
                continue;
            }

            if (at < pattern.Length && One(pattern, at, text[read], like, ignoreCase, out length))
            {
                at += length;
                read++;
                continue;
            }

            if (star < 0)
                return false;
            (at, read) = (star + 1, ++resume);
        }

        while (at < pattern.Length && pattern[at] == '*')
            at++;
        return at == pattern.Length;
    }

    private static bool One(string pattern, int at, char read, bool like, bool ignoreCase, out int length)
    {
        length = 1;
        var expected = pattern[at];
        if (like && expected == '?')
            return true;
        if (like && expected == '\\' && at + 1 < pattern.Length && (pattern[at + 1] is '*' or '?'))
        {
            length = 2;
            expected = pattern[at + 1];
        }

        return expected == read || (ignoreCase && char.ToUpperInvariant(expected) == char.ToUpperInvariant(read));
    }
}

namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Wildcards of role definitions: * is any run of characters, and /*/ also a single slash. Character by character.</summary>
internal static class ActionPattern
{
    /// <param name="strict">Without the slash, for denials: what is only inferred must take nothing away.</param>
    public static bool Matches(string pattern, string action, bool strict = false) => Matches(pattern.ToUpperInvariant().AsSpan(), action.ToUpperInvariant().AsSpan(), strict);

    public static bool Any(IEnumerable<string> patterns, string action, bool strict = false) => patterns.Any(p => Matches(p, action, strict));

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> action, bool strict)
    {
        if (pattern.IsEmpty)
        {
            return action.IsEmpty;
        }

        if (!strict && pattern.StartsWith("/*/") && Matches(pattern[2..], action, strict))
        {
            return true;
        }

        if (pattern[0] == '*')
        {
            return Matches(pattern[1..], action, strict) || (!action.IsEmpty && Matches(pattern, action[1..], strict));
        }

        return !action.IsEmpty && pattern[0] == action[0] && Matches(pattern[1..], action[1..], strict);
    }
}

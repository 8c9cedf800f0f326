namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Wildcards of role definitions: * is any run of characters, and /*/ also a single slash. Character by character.</summary>
internal static class ActionPattern
{
    public static bool Matches(string pattern, string action) => Matches(pattern.ToUpperInvariant().AsSpan(), action.ToUpperInvariant().AsSpan());

    public static bool Any(IEnumerable<string> patterns, string action) => patterns.Any(p => Matches(p, action));

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> action)
    {
        if (pattern.IsEmpty)
        {
            return action.IsEmpty;
        }

        if (pattern.StartsWith("/*/") && Matches(pattern[2..], action))
        {
            return true;
        }

        if (pattern[0] == '*')
        {
            return Matches(pattern[1..], action) || (!action.IsEmpty && Matches(pattern, action[1..]));
        }

        return !action.IsEmpty && pattern[0] == action[0] && Matches(pattern[1..], action[1..]);
    }
}

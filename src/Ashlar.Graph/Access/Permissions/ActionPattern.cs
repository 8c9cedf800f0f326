namespace Ashlar.Graph.Access.Permissions;

/// <summary>Matches an action as roles write it (<c>*</c> stands for any run of characters, slashes included) with one operation.</summary>
/// <remarks>
/// <c>/*/</c> also stands for a single slash: built-in roles such as Managed Identity Operator
/// (<c>…/userAssignedIdentities/*/assign/action</c>) make sense only so. See docs/access.md.
/// </remarks>
internal sealed class ActionPattern
{
    private readonly string[] _parts;
    private readonly bool _exact;
    private readonly bool _strict;

    /// <param name="text">As written in the role, any case.</param>
    /// <param name="strict"><c>/*/</c> stands for two slashes and something between only: for denials, where a doubt must not take access away.</param>
    public ActionPattern(string text, bool strict = false)
    {
        _strict = strict;
        _parts = text.ToLowerInvariant().Split('*');
        _exact = _parts.Length == 1;
    }

    /// <summary>True for <c>*</c> alone.</summary>
    public bool IsAll => _parts is ["", ""];

    /// <param name="action">Lower case.</param>
    public bool Matches(string action) => _exact ? action == _parts[0] : Matches(action, 0, 0);

    // The part before the star at index `part` has been matched up to `at`.
    private bool Matches(string action, int part, int at)
    {
        var text = _parts[part];
        if (part == 0)
        {
            if (!action.StartsWith(text, StringComparison.Ordinal))
                return false;
            return Matches(action, 1, text.Length);
        }

        if (part == _parts.Length - 1)
            return EndsFrom(action, text, at) || (IsBetweenSlashes(part) && EndsFrom(action, text, at - 1));
        for (var found = action.IndexOf(text, at, StringComparison.Ordinal); found >= 0; found = found + 1 <= action.Length ? action.IndexOf(text, found + 1, StringComparison.Ordinal) : -1)
        {
            if (Matches(action, part + 1, found + text.Length))
                return true;
            if (text.Length == 0)
                return Matches(action, part + 1, at);
        }

        return IsBetweenSlashes(part) && at > 0 && action.AsSpan(at - 1).StartsWith(text, StringComparison.Ordinal) && Matches(action, part + 1, at - 1 + text.Length);
    }

    /// <summary>The star before this part stands as <c>/*/</c>.</summary>
    private bool IsBetweenSlashes(int part) => !_strict && _parts[part].StartsWith('/') && _parts[part - 1].EndsWith('/');

    private static bool EndsFrom(string action, string text, int at) =>
        at >= 0 && action.Length - text.Length >= at && action.EndsWith(text, StringComparison.Ordinal);
}

using Ashlar.Graph.Access.Conditions;

namespace Ashlar.Graph.Access.Permissions;

/// <summary>One entry of a role's <c>permissions</c>: what it grants less what it takes back, under its own condition.</summary>
internal sealed record PermissionEntry(
    IReadOnlyList<ActionPattern> Actions,
    IReadOnlyList<ActionPattern> NotActions,
    IReadOnlyList<ActionPattern> DataActions,
    IReadOnlyList<ActionPattern> NotDataActions,
    AccessCondition? Condition)
{
    /// <param name="action">Lower case.</param>
    public bool Covers(string action, bool isData) => isData
        ? Any(DataActions, action) && !Any(NotDataActions, action)
        : Any(Actions, action) && !Any(NotActions, action);

    private static bool Any(IReadOnlyList<ActionPattern> patterns, string action)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(action))
                return true;
        }

        return false;
    }
}

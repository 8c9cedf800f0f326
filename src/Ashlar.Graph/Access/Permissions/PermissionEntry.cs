using System.Text.Json;
using Ashlar.Graph.Access.Conditions;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Access.Permissions;

/// <summary>One entry of a role's <c>permissions</c>: what it grants less what it takes back, under its own condition.</summary>
internal sealed record PermissionEntry(
    IReadOnlyList<ActionPattern> Actions,
    IReadOnlyList<ActionPattern> NotActions,
    IReadOnlyList<ActionPattern> DataActions,
    IReadOnlyList<ActionPattern> NotDataActions,
    AccessCondition? Condition)
{
    /// <summary>One item of <c>permissions</c>, as roles, deny assignments and the permissions API write it.</summary>
    /// <param name="strict">See <see cref="ActionPattern"/>.</param>
    public static PermissionEntry Read(JsonElement entry, bool strict = false) => new(
        Patterns(entry, "actions", strict), Patterns(entry, "notActions", strict), Patterns(entry, "dataActions", strict), Patterns(entry, "notDataActions", strict),
        entry.At("condition").Text() is { Length: > 0 } condition ? AccessCondition.Parse(condition) : null);

    public static IReadOnlyList<ActionPattern> Patterns(JsonElement entry, string name, bool strict = false) =>
        [.. entry.At(name).Items().Select(i => i.Text()).OfType<string>().Select(t => new ActionPattern(t, strict))];

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

using Ashlar.Content;
using Ashlar.Graph.Tests.Access.Oracle;

namespace Ashlar.Graph.Tests.Access;

/// <summary>The oracle's edges as the engine takes them.</summary>
internal static class EngineEdges
{
    public static IReadOnlyList<AccessEdge> Of(IReadOnlyList<EdgeEntry> edges) =>
        [.. edges.GroupBy(e => e.Capability, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new AccessEdge(g.Key, g.Key, "", [], [], [], [.. g.Select(Target)], [], g.Key + ".yaml"))];

    private static EdgeTarget Target(EdgeEntry entry) => new(
        entry.Type,
        Kql(entry),
        entry.By == "key" ? EdgeRoad.Key : EdgeRoad.Role,
        new EdgeNeed(entry.Actions, entry.Data),
        entry.AndActions.Count + entry.AndData.Count == 0 ? null : new EdgeNeed(entry.AndActions, entry.AndData),
        entry.Anywhere.Count == 0 ? null : new EdgeNeed(entry.Anywhere, []),
        [.. entry.Secrets.Select(s => "secrets/" + s)],
        entry.Directory,
        entry.Roles,
        entry.Permissions,
        entry.Owner,
        1);

    private static string? Kql(EdgeEntry entry)
    {
        var flag = entry.Type == "microsoft.graph/groups" ? "isAssignableToRole" : $"tobool(properties.{Edges.Flag(entry.Type)})";
        return entry.When switch
        {
            When.NotTrue => flag + " != true",
            When.True => flag + " == true",
            When.Bare => flag,
            When.Not => $"not({flag})",
            _ => null,
        };
    }
}

using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Drift;
using Ashlar.Graph.Flows;
using Ashlar.Graph.Reach;
using Ashlar.Graph.Tests.Access;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Store;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Drift;

/// <summary>A small tenant, everything read, at one of two times.</summary>
internal sealed class DriftTenant
{
    public const string Ann = "a0000000-0000-0000-0000-000000000001";
    public static readonly string Ai = Account("rg", "ai");

    // Those that the tests speak of; the others would only cost time.
    private static readonly Lazy<IReadOnlyList<AccessEdge>> Edges = new(() => [.. ShippedEdges.All.Value.Where(e => e.Id is "invoke" or "read-keys")]);

    public List<JsonObject> Resources { get; } = [];

    public List<JsonObject> Arm { get; } = [];

    public List<JsonObject> Roles { get; } = [];

    public List<JsonObject> Changes { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public bool Whole { get; set; } = true;

    public List<JsonObject> Paths { get; } = [];

    public static DriftTenant Of(string account = """{"publicNetworkAccess":"Disabled","disableLocalAuth":true}""") => new DriftTenant { Resources = { OpenAi("rg", "ai", account) } };

    public DriftTenant WithRole(string principal, string more = "")
    {
        Roles.Add(Row("/providers/Microsoft.Authorization/roleDefinitions/r1", """{"roleName":"Caller","permissions":[{"actions":[],"notActions":[],"dataActions":["Microsoft.CognitiveServices/*"],"notDataActions":[]}]}"""));
        Roles.Add(Row($"{Ai}/providers/Microsoft.Authorization/roleAssignments/x1", $$"""{"principalId":"{{principal}}","roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/r1","scope":"{{Ai}}"{{more}}}"""));
        return this;
    }

    /// <summary>As <c>turn kind name: says</c>.</summary>
    public static string[] Lines(DriftTenant before, DriftTenant after, DriftArea area) => [.. Differences(before, after, area).Select(c => $"{c.Turn} {c.Kind} {c.SubjectName}: {c.Says}").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<DriftChange> Differences(DriftTenant before, DriftTenant after, DriftArea area)
    {
        using var then = before.Snapshot(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using var now = after.Snapshot(new DateTime(2026, 1, 8, 0, 0, 0, DateTimeKind.Utc));
        return [.. new SnapshotDrift(then, now, CancellationToken.None).Of(area)];
    }

    private Snapshot Snapshot(DateTime asOf)
    {
        var subscription = new JsonObject { ["id"] = Sub, ["type"] = "microsoft.resources/subscriptions", ["properties"] = JsonNode.Parse("""{"managementGroupAncestorsChain":[]}""") };
        var tables = TableCatalogue.All.Where(t => t.Kind is TableKind.Entra or TableKind.ResourceGraph or TableKind.Arm).Select(t => t.Name);
        var snapshot = Store.Snapshot.FromRows(
            new Dictionary<string, IReadOnlyList<JsonObject>>
            {
                ["resources"] = Resources,
                ["armresources"] = Arm,
                ["authorizationresources"] = Roles,
                ["resourcecontainers"] = [subscription],
                ["resourcechanges"] = Changes,
                ["Users"] = [new JsonObject { ["id"] = Ann, ["displayName"] = "Ann", ["userType"] = "Member" }],
            },
            gaps: Gaps,
            completeness: Whole ? [.. tables.Select(t => new Completeness(t, "", "/", Bodies: true, List: true, "test"))] : [],
            asOf: asOf);
        AiWorkloads.Derive(snapshot, CancellationToken.None);
        AccessGraph.Derive(snapshot, Edges.Value, CancellationToken.None);
        Reachability.Derive(snapshot, CancellationToken.None);
        DataFlows.Derive(snapshot, Settings.None, CancellationToken.None);
        if (Paths.Count > 0)
            snapshot.WriteDerived(PathTables.AttackPaths, Paths.Select(Path));
        return snapshot;
    }

    private static object?[] Path(JsonObject path) => [.. PathTables.AttackPaths.Columns.Select(c => (path[c.Name], c.Type) switch
    {
        (null, "string") => "",
        (null, "dynamic") => "[]",
        (null, "bool") => true,
        (null, _) => 0L,
        ({ } value, "string") => value.GetValue<string>(),
        ({ } value, "dynamic") => value.ToJsonString(),
        ({ } value, _) => (object?)value.GetValue<long>(),
    })];
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Flows;
using Ashlar.Graph.Tests.Access;
using Ashlar.Graph.Workloads;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Flows;

/// <summary>A tenant of one workload around the account <c>ai</c>, everything read, and the flows it turns out to have.</summary>
internal sealed class FlowTenant
{
    public const string Tenant = "77777777-7777-7777-7777-777777777777";

    public static readonly string Ai = Account("rg", "ai");
    public static readonly string Idx = Search("rg", "idx");
    public static readonly string Docs = Id("rg", "Microsoft.Storage/storageAccounts", "docs");
    public static readonly string Logs = Id("rg", "Microsoft.OperationalInsights/workspaces", "logs");
    public static readonly string Workspace = Id("rg", "Microsoft.MachineLearningServices/workspaces", "ml");
    public static readonly string Project = Ai + "/projects/p";
    public static readonly string Web = Site("rg", "web");
    public static readonly string Apim = Id("rg", "Microsoft.ApiManagement/service", "apim");

    // Those that flows ask about; the others would only cost time.
    private static readonly Lazy<IReadOnlyList<AccessEdge>> Edges = new(() => [.. ShippedEdges.All.Value.Where(e => e.Id is "poison" or "write-data" or "push-images" or "read-data" or "read-prompts" or "read-secrets" or "invoke")]);

    public List<JsonObject> Resources { get; } = [];

    public List<JsonObject> Arm { get; } = [];

    public List<JsonObject> Authorization { get; } = [];

    public List<JsonObject> Containers { get; } = [Subscription(Sub, Tenant)];

    public List<Completeness> Whole { get; } =
    [
        .. new[] { "resources", "resourcecontainers", "authorizationresources", "armresources", "managedserviceresources", "appserviceresources" }
            .Concat(TableCatalogue.All.Where(t => t.Kind == TableKind.Entra).Select(t => t.Name))
            .Select(t => new Completeness(t, "", "/", Bodies: true, List: true, "test")),
    ];

    public List<Gap> Gaps { get; } = [];

    public List<JsonObject> Users { get; } = [];

    public string[] DataClasses { get; set; } = [];

    public static JsonObject Subscription(string id, string tenant) =>
        new() { ["id"] = id, ["type"] = "microsoft.resources/subscriptions", ["tenantId"] = tenant, ["subscriptionId"] = ResourceIds.SubscriptionId(id), ["properties"] = JsonNode.Parse("""{"managementGroupAncestorsChain":[{"name":"root"}]}""") };

    public FlowTenant With(string id, string properties = "{}", string? kind = null, string? identity = null, string? tags = null, string location = "westeurope")
    {
        var row = Row(id, properties, kind, identity, tags);
        row["location"] = location;
        Resources.Add(row);
        return this;
    }

    public FlowTenant WithArm(string id, string properties, string? sku = null)
    {
        var row = Row(id, properties);
        if (sku is not null)
            row["sku"] = JsonNode.Parse($$"""{"name":"{{sku}}"}""");
        Arm.Add(row);
        return this;
    }

    /// <summary>A role assignment at one resource, of a role that holds these data actions.</summary>
    public FlowTenant WithRole(string principal, string scope, string dataActions)
    {
        var number = Authorization.Count + 1;
        var role = $"/providers/Microsoft.Authorization/roleDefinitions/r{number}";
        Authorization.Add(Row(role, $$"""{"roleName":"Role {{number}}","permissions":[{"actions":[],"notActions":[],"dataActions":["{{dataActions}}"],"notDataActions":[]}]}"""));
        Authorization.Add(Row($"{scope}/providers/Microsoft.Authorization/roleAssignments/x{number}", $$"""{"principalId":"{{principal}}","roleDefinitionId":"{{role}}","scope":"{{scope}}"}"""));
        return this;
    }

    public IReadOnlyList<Flow> Flows() => Flows(out _);

    public IReadOnlyList<Flow> Flows(out IReadOnlyList<object?[]> rows)
    {
        if (Resources.TrueForAll(r => r["id"]!.GetValue<string>() != Ai))
            With(Ai, "{}", "AIServices");
        using var snapshot = Ashlar.Store.Snapshot.FromRows(
            new Dictionary<string, IReadOnlyList<JsonObject>>
            {
                ["resources"] = Resources,
                ["armresources"] = Arm,
                ["authorizationresources"] = Authorization,
                ["resourcecontainers"] = Containers,
                ["Users"] = Users,
            },
            gaps: Gaps,
            completeness: Whole);
        AiWorkloads.Derive(snapshot, CancellationToken.None);
        AccessGraph.Derive(snapshot, Edges.Value, CancellationToken.None);
        DataFlows.Derive(snapshot, new Settings([new("dataClasses", DataClasses)]), CancellationToken.None);
        var query = KqlCompiler.Compile("DataFlows", snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        Assert.Empty(query.Diagnostics);
        rows = snapshot.Query(query, CancellationToken.None).Rows;
        return [.. rows.Select(Flow.Of)];
    }

    /// <summary>As <c>kind from > to</c>, names alone; what may be there and was not read is left out.</summary>
    public string[] Lines() => [.. Flows().Where(f => f.From.Length > 0 && f.To.Length > 0).Select(f => f.Line)];

    /// <summary>The one flow of a kind.</summary>
    public Flow One(string kind) => Assert.Single(Flows(), f => f.Kind == kind && f.From.Length > 0 && f.To.Length > 0);
}

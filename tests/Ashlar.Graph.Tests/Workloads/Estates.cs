using System.Text.Json.Nodes;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Workloads;

/// <summary>Small tenants for workload tests.</summary>
internal static class Estates
{
    public const string Sub = "/subscriptions/11111111-1111-1111-1111-111111111111";

    public static string Id(string group, string type, string name) => $"{Sub}/resourceGroups/{group}/providers/{type}/{name}";

    public static string Account(string group, string name) => Id(group, "Microsoft.CognitiveServices/accounts", name);

    public static string Search(string group, string name) => Id(group, "Microsoft.Search/searchServices", name);

    public static string Site(string group, string name) => Id(group, "Microsoft.Web/sites", name);

    public static string Vault(string name) => Id("rg-shared", "Microsoft.KeyVault/vaults", name);

    public static JsonObject Row(string id, string properties = "{}", string? kind = null, string? identity = null, string? tags = null)
    {
        var row = new JsonObject
        {
            ["id"] = id,
            ["type"] = ResourceIds.Type(id),
            ["location"] = "westeurope",
            ["properties"] = JsonNode.Parse(properties),
        };
        if (kind is not null)
            row["kind"] = kind;
        if (identity is not null)
            row["identity"] = JsonNode.Parse(identity);
        if (tags is not null)
            row["tags"] = JsonNode.Parse(tags);
        return row;
    }

    public static JsonObject OpenAi(string group, string name, string properties = "{}", string? identity = null, string? tags = null) =>
        Row(Account(group, name), properties, "OpenAI", identity, tags);

    public static JsonObject Setting(string site, string key, string value) =>
        Row(site + "/config/appsettings", new JsonObject { [key] = value }.ToJsonString());

    public static JsonObject Role(string principal, string scope, int number) =>
        Row($"{scope}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-{number:000000000000}", new JsonObject { ["principalId"] = principal, ["scope"] = scope }.ToJsonString());

    public static Snapshot Snapshot(JsonObject[] resources, JsonObject[]? arm = null, JsonObject[]? roles = null) =>
        Store.Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>
        {
            ["resources"] = resources,
            ["armresources"] = arm ?? [],
            ["authorizationresources"] = roles ?? [],
        });

    public static IReadOnlyList<AiWorkload> Derive(JsonObject[] resources, JsonObject[]? arm = null, JsonObject[]? roles = null)
    {
        using var snapshot = Snapshot(resources, arm, roles);
        return AiWorkloads.Derive(snapshot, CancellationToken.None);
    }

    public static string[] Names(this AiWorkload workload, AiRole role) => [.. workload.Members.Where(m => m.Role == role).Select(m => ResourceIds.Name(m.ResourceId))];

    public static AiWorkloadMember Member(this AiWorkload workload, string name) => workload.Members.Single(m => ResourceIds.Name(m.ResourceId) == name);
}

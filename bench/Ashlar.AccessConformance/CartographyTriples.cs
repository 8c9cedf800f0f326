using System.Text.Json.Nodes;
using Ashlar.Content;

namespace Ashlar.AccessConformance;

/// <summary>
/// Cartography's fixture of role assignments and the triples that its test expects. Its test asks eight questions, each of one kind of principal, one
/// relationship and one kind of resource, and lists every triple that answers: within a question ours must be the same and no others. What the test
/// does not ask is compared with Cartography's own rule. Cartography lists who an assignment names and no member of a group, so of our rows those with
/// Membership direct count; a group that an assignment names has rows itself.
/// </summary>
internal static class CartographyTriples
{
    private static readonly Dictionary<string, (string Rows, string Type)> Labels = new()
    {
        ["AzureSQLServer"] = ("AZURE_SQL_SERVERS", "microsoft.sql/servers"),
        ["AzureStorageAccount"] = ("AZURE_STORAGE_ACCOUNTS", "microsoft.storage/storageaccounts"),
        ["AzureVirtualMachine"] = ("AZURE_VMS", "microsoft.compute/virtualmachines"),
        ["AzureCosmosDBAccount"] = ("AZURE_COSMOSDB_ACCOUNTS", "microsoft.documentdb/databaseaccounts"),
    };

    public static Part Run(Material material)
    {
        var input = material.Json("identity/cartography_rbac/input.json").AsObject();
        var expected = material.Json("identity/cartography_rbac/expected_relationships.json").AsArray()
            .Select(t => new Triple((string)t!["sourceLabel"]!, (string)t["source"]!, (string)t["rel"]!, (string)t["targetLabel"]!, (string)t["target"]!)).ToHashSet();
        var relationships = Yaml.Read((string)input["PERMISSION_RELATIONSHIPS_YAML"]!).AsArray().Select(r => r!.AsObject()).ToList();
        var found = Found(input, relationships);
        var asked = expected.Select(t => (t.SourceLabel, t.Relationship, t.TargetLabel)).ToHashSet();
        var answers = found.Where(t => asked.Contains((t.SourceLabel, t.Relationship, t.TargetLabel))).ToHashSet();
        var byRule = ByRule(input, relationships);
        var mismatches = Differences("the expected triples", answers, expected).Concat(Differences("Cartography's rule", found, byRule)).ToList();
        return new Part(
            $"cartography: {expected.Count} triples expected in {asked.Count} questions; {answers.Count} found there, {answers.Count(expected.Contains)} as expected; {found.Count} in all questions, {found.Count(byRule.Contains)} of {byRule.Count} by Cartography's own rule",
            [], mismatches);
    }

    private static IEnumerable<string> Differences(string with, HashSet<Triple> ours, HashSet<Triple> theirs) =>
        ours.Except(theirs).Select(t => $"not among {with}: {t}").Concat(theirs.Except(ours).Select(t => $"only among {with}: {t}")).Order(StringComparer.Ordinal);

    private static HashSet<Triple> Found(JsonObject input, List<JsonObject> relationships)
    {
        using var tenant = new Derived(Tables(input), [.. relationships.GroupBy(r => (string)r["relationship_name"]!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Edge)]);
        return tenant.Rows("EffectiveAccess | where Membership == 'direct' and State == 'active' | project PrincipalKind, PrincipalId, Capability, ResourceType, ResourceId")
            .Select(r => new Triple(Source((string)r[0]!), (string)r[1]!, (string)r[2]!, Labels.Single(l => l.Value.Type == (string)r[3]!).Key, (string)r[4]!)).ToHashSet();
    }

    // A permission may be one of the control plane or of the data plane: Cartography looks among both.
    private static AccessEdge Edge(IGrouping<string, JsonObject> relationship) =>
        Derived.Edge(relationship.Key, [.. relationship.Select(r => (Labels[(string)r["target_label"]!].Type, Permissions(r), Permissions(r)))]);

    private static IReadOnlyList<string> Permissions(JsonObject relationship) => [.. relationship["permissions"]!.AsArray().Select(p => (string)p!)];

    private static string Source(string kind) => kind switch { "user" or "guest" => "EntraUser", "group" => "EntraGroup", _ => "EntraServicePrincipal" };

    private static HashSet<Triple> ByRule(JsonObject input, List<JsonObject> relationships)
    {
        var roles = input["AZURE_ROLE_DEFINITIONS"]!.AsArray().ToDictionary(r => (string)r!["id"]!, r => r!.AsObject());
        var query = from assignment in input["AZURE_ROLE_ASSIGNMENTS"]!.AsArray()
                    from relationship in relationships
                    let label = (string)relationship["target_label"]!
                    from resource in input[Labels[label].Rows]!.AsArray().Select(r => (string)r!["id"]!)
                    where CartographyRule.Allows(assignment!.AsObject(), roles[(string)assignment!["role_definition_id"]!], resource, Permissions(relationship))
                    select new Triple("Entra" + (string)assignment["principal_type"]!, (string)assignment["principal_id"]!, (string)relationship["relationship_name"]!, label, resource);
        return query.ToHashSet();
    }

    // The fixture's assignments at management groups belong to another of Cartography's tests.
    private static Dictionary<string, IReadOnlyList<JsonObject>> Tables(JsonObject input) => new()
    {
        ["resourcecontainers"] = [Azure.Row((string)input["AZURE_SUBSCRIPTION"]!["id"]!, "microsoft.resources/subscriptions", [])],
        ["resources"] = [.. Labels.Values.SelectMany(l => input[l.Rows]!.AsArray().Select(r => Azure.Row((string)r!["id"]!, l.Type, [])))],
        ["authorizationresources"] =
        [
            .. input["AZURE_ROLE_DEFINITIONS"]!.AsArray().Select(r => Azure.Role(((string)r!["id"]!).Split('/')[^1], (string)r["role_name"]!, new JsonArray([.. r["permissions"]!.AsArray().Select(Entry)]))),
            .. input["AZURE_ROLE_ASSIGNMENTS"]!.AsArray().Select(a => Azure.Assignment((string)a!["principal_id"]!, (string)a["principal_type"]!, ((string)a["role_definition_id"]!).Split('/')[^1], (string)a["scope"]!)),
        ],
        ["Users"] = [.. Objects(input, "ENTRA_USERS")],
        ["Groups"] = [.. Objects(input, "ENTRA_GROUPS")],
        ["ServicePrincipals"] = [.. Objects(input, "ENTRA_SERVICE_PRINCIPALS")],
    };

    private static IEnumerable<JsonObject> Objects(JsonObject input, string list) => input[list]!.AsArray().Select(o => new JsonObject { ["id"] = (string)o!["id"]!, ["displayName"] = (string)o["display_name"]! });

    private static JsonNode Entry(JsonNode? entry) => new JsonObject
    {
        ["actions"] = entry!["actions"]!.DeepClone(),
        ["notActions"] = entry["not_actions"]!.DeepClone(),
        ["dataActions"] = entry["data_actions"]!.DeepClone(),
        ["notDataActions"] = entry["not_data_actions"]!.DeepClone(),
    };

    private sealed record Triple(string SourceLabel, string Source, string Relationship, string TargetLabel, string Target);
}

using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports;
using Ashlar.Sources.Terraform;
using Ashlar.Store;

namespace Ashlar.Sources.Tests.Terraform;

/// <summary>A plan of a provider with three types, read as an input.</summary>
internal sealed class Plan : IDisposable
{
    private static readonly Dictionary<string, TerraformMapping> Mappings = new()
    {
        ["test_account"] = new("test_account", "Microsoft.CognitiveServices/accounts", new("name"), null, null, null,
        [
            new("location", new("location")),
            new("properties.disableLocalAuth", new("local_auth_enabled") { Not = true, Default = JsonValue.Create(false) }),
            new("properties.publicNetworkAccess", new("public") { Map = new Dictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase) { ["true"] = "Enabled", ["false"] = "Disabled" } }),
            new("properties.networkAcls.defaultAction", new("network_acls.default_action")),
            new("properties.networkAcls.ipRules", new("network_acls.ip_rules") { Each = [new("value", new("."))] }),
            new("properties.customSubDomainName", new("subdomain")),
            new("properties.restrictOutboundNetworkAccess", new("restricted") { Or = new("older_open") { Not = true, Or = new("oldest_restricted") { Default = JsonValue.Create(false) } } }),
            new("properties.encryption.keySource", new((string?)null) { Constant = "Microsoft.KeyVault", When = "key" }),
            new("properties.userOwnedStorage", new("storage") { Each = [new("resourceId", new("account_id")), new("identityClientId", new("client_id"))] }),
            new("properties.networkAcls.bypass", new("network_acls.bypass") { Join = true }),
            new("properties.workspaceId", new("workspace_id") { Id = true }),
        ], ["properties.migrated"])
        { Untold = new Dictionary<string, string> { ["properties.state"] = "read-only" } },
        ["test_deployment"] = new("test_deployment", "Microsoft.CognitiveServices/accounts/deployments", new("name"), "account_id", null, null, [new("properties.model.name", new("model"))], []),
        ["test_account_rules"] = new("test_account_rules", "Microsoft.CognitiveServices/accounts", new("name"), null, null, "account_id", [new("properties.networkAcls.defaultAction", new("default_action"))], []),
    };

    /// <summary>What the provider's schema has, as a plan writes it where nothing is set: null, and an empty list for a block.</summary>
    private static readonly Dictionary<string, string> Schema = new()
    {
        ["test_account"] = """
            { "name": null, "location": null, "local_auth_enabled": null, "public": null, "subdomain": null, "restricted": null, "older_open": null, "oldest_restricted": null, "workspace_id": null,
              "network_acls": [{ "default_action": null, "ip_rules": null, "bypass": null }], "key": [{ "id": null }], "storage": [{ "account_id": null, "client_id": null }] }
            """,
        ["test_deployment"] = """{ "name": null, "account_id": null, "model": null }""",
        ["test_account_rules"] = """{ "default_action": null, "account_id": null }""",
        ["azapi_resource"] = """{ "type": null, "name": null, "parent_id": null, "location": null, "tags": null, "identity": [{ "type": null, "identity_ids": null }], "body": null }""",
    };

    private readonly Export _export = new();

    public Snapshot Snapshot => _export.Snapshot;

    public static Plan Of(params IReadOnlyList<JsonObject> resources) => Of([], resources);

    public static Plan Of(IReadOnlyCollection<string> read, params IReadOnlyList<JsonObject> resources) => FromText(Text(resources), read);

    public static Plan FromText(string text, IReadOnlyCollection<string>? read = null)
    {
        var plan = new Plan();
        plan._export.File("plan.json", text).Read(new ExportOptions(Export.Today) { Terraform = new TerraformOptions(Mappings, _ => read ?? []) });
        return plan;
    }

    /// <summary>An account each in the root, in module.inner and in module.inner.module.other; a deployment in module.inner whose account is the expression.</summary>
    public static Plan InModules(string expression) => FromText($$"""
        { "format_version": "1.2",
          "planned_values": { "root_module": {
            "resources": [{ "address": "test_account.a", "mode": "managed", "type": "test_account", "name": "a", "values": { "name": "root" } }],
            "child_modules": [{ "address": "module.inner[0]",
              "resources": [{ "address": "module.inner[0].test_account.a", "mode": "managed", "type": "test_account", "name": "a", "values": { "name": "inner" } },
                            { "address": "module.inner[0].test_deployment.d", "mode": "managed", "type": "test_deployment", "name": "d", "values": { "name": "gpt" } }],
              "child_modules": [{ "address": "module.inner[0].module.other", "resources": [{ "address": "module.inner[0].module.other.test_account.a", "mode": "managed", "type": "test_account", "name": "a", "values": { "name": "other" } }] }] }] } },
          "resource_changes": [{ "address": "module.inner[0].test_deployment.d", "change": { "after_unknown": { "account_id": true } } }],
          "configuration": { "root_module": {
            "module_calls": { "inner": { "expressions": { "account": { "references": ["test_account.a.id", "test_account.a"] } }, "module": {
              "resources": [{ "address": "test_deployment.d", "type": "test_deployment", "name": "d", "expressions": { "account_id": {{expression}} } }],
              "module_calls": { "other": { "module": { "outputs": { "account_id": { "expression": { "references": ["test_account.a.id"] } } } } } } } } } } } }
        """);

    public static JsonObject Account(string name, string values, string? unknown = null, string? sensitive = null) => Resource("test_account", name, values, unknown, sensitive);

    public static JsonObject Deployment(string name, string values) => Resource("test_deployment", name, values);

    /// <summary>As Terraform writes it: what is neither set nor unknown is null, a block that is not set an empty list.</summary>
    public static JsonObject Resource(string type, string name, string values, string? unknown = null, string? sensitive = null)
    {
        var resource = Bare(type, name, values, unknown, sensitive);
        if (Schema.GetValueOrDefault(type) is { } schema)
        {
            Complete((JsonObject)resource["values"]!, resource["unknown"], (JsonObject)JsonNode.Parse(schema)!);
        }

        return resource;
    }

    /// <summary>A resource with these attributes and no others: the provider has no more, or something cut them out.</summary>
    public static JsonObject Bare(string type, string name, string values, string? unknown = null, string? sensitive = null) => new()
    {
        ["address"] = type + "." + name,
        ["mode"] = "managed",
        ["type"] = type,
        ["name"] = name,
        ["values"] = JsonNode.Parse(values),
        ["unknown"] = unknown is null ? null : JsonNode.Parse(unknown),
        ["sensitive"] = sensitive is null ? null : JsonNode.Parse(sensitive),
    };

    public IReadOnlyList<object?[]> Rows(string kql) => _export.Rows(kql);

    public Diagnostic? Told(string code) => _export.Told(code);

    public IReadOnlyList<string> OpenPaths(string name) =>
        [.. Snapshot.Gaps.Where(g => ResourceIds.Name(g.Scope) == name).Select(g => g.Path!).Order(StringComparer.Ordinal)];

    public void Dispose() => _export.Dispose();

    private static void Complete(JsonObject values, JsonNode? unknown, JsonObject schema)
    {
        foreach (var (name, kind) in schema)
        {
            var open = (unknown as JsonObject)?[name];
            if (!values.ContainsKey(name) && open is not JsonValue)
            {
                values[name] = kind is JsonArray ? new JsonArray() : null;
            }

            foreach (var (block, at) in kind is JsonArray && values[name] is JsonArray blocks ? blocks.OfType<JsonObject>().Select((block, at) => (block, at)) : [])
            {
                Complete(block, (open as JsonArray)?[at], (JsonObject)kind![0]!);
            }
        }
    }

    private static string Text(IReadOnlyList<JsonObject> resources)
    {
        var plan = new JsonObject
        {
            ["format_version"] = "1.2",
            ["planned_values"] = new JsonObject { ["root_module"] = new JsonObject { ["resources"] = new JsonArray([.. resources.Select(r => r.DeepClone())]) } },
            ["resource_changes"] = new JsonArray([.. resources.Select(r => new JsonObject
            {
                ["address"] = r["address"]!.DeepClone(),
                ["change"] = new JsonObject { ["after_unknown"] = r["unknown"]?.DeepClone() ?? new JsonObject(), ["after_sensitive"] = r["sensitive"]?.DeepClone() ?? new JsonObject() },
            })]),
        };
        return plan.ToJsonString();
    }
}

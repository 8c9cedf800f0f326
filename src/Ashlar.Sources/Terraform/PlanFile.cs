using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Terraform;

/// <summary>The JSON of <c>terraform show -json</c>, of a plan or of a state.</summary>
/// <remarks>Format: https://developer.hashicorp.com/terraform/internals/json-format.</remarks>
internal static class PlanFile
{
    public static bool Is(JsonObject value) =>
        value["format_version"] is JsonValue && (value["planned_values"] is JsonObject || (value["values"] is JsonObject state && state["root_module"] is JsonObject));

    /// <summary>Managed resources in the order of the file. What the plan destroys is not among them.</summary>
    public static IReadOnlyList<PlannedResource> Resources(JsonObject plan)
    {
        var changes = ByAddress(plan["resource_changes"]);
        var configured = Configuration.Of(plan);
        var found = new List<PlannedResource>();
        Walk((plan["planned_values"] ?? plan["values"])?["root_module"] as JsonObject, "", changes, configured, found);
        return found;
    }

    private static Dictionary<string, JsonObject> ByAddress(JsonNode? changes)
    {
        var byAddress = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var change in (changes as JsonArray ?? []).OfType<JsonObject>())
        {
            // A deposed object of an address is on its way out; the change without "deposed" is the one that stays.
            if (ResourceObject.Text(change, "address") is { } address && !change.ContainsKey("deposed") && change["change"] is JsonObject body)
            {
                byAddress.TryAdd(address, body);
            }
        }

        return byAddress;
    }

    private static void Walk(JsonObject? module, string address, Dictionary<string, JsonObject> changes, Configuration configured, List<PlannedResource> found)
    {
        foreach (var resource in (module?["resources"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (ResourceObject.Text(resource, "mode") is "managed" && ResourceObject.Text(resource, "type") is { } type && ResourceObject.Text(resource, "address") is { } at)
            {
                var change = changes.GetValueOrDefault(at);
                found.Add(new PlannedResource(
                    at,
                    address,
                    type,
                    Index(resource["index"]),
                    resource["values"] as JsonObject ?? [],
                    change?["after_unknown"],
                    change?["after_sensitive"] ?? resource["sensitive_values"],
                    configured.References(address, type, ResourceObject.Text(resource, "name") ?? "")));
            }
        }

        foreach (var child in (module?["child_modules"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Walk(child, ResourceObject.Text(child, "address") ?? address, changes, configured, found);
        }
    }

    private static string Index(JsonNode? index) => index is JsonValue value
        ? value.GetValueKind() == JsonValueKind.String ? "[" + JsonSerializer.Serialize(value.GetValue<string>()) + "]" : "[" + value.ToJsonString() + "]"
        : "";
}

using System.Text.Json.Nodes;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>Puts what the az CLI flattened back below <c>properties</c>. Its nulls stand for "not reported" and are dropped.</summary>
internal static class Unflatten
{
    /// <summary>Stay where they are: the envelope of a resource.</summary>
    private static readonly HashSet<string> Envelope = new(StringComparer.Ordinal)
    {
        "id", "name", "type", "tenantId", "kind", "location", "resourceGroup", "subscriptionId", "managedBy", "sku", "plan", "tags", "identity", "zones",
        "extendedLocation", "systemData", "etag",
    };

    private static readonly HashSet<string> InnerEnvelope = new(StringComparer.Ordinal) { "id", "name", "type", "etag", "location", "resourceGroup", "tags", "properties" };

    public static JsonObject Resource(JsonObject flat, FlatType type)
    {
        var resource = new JsonObject();
        var properties = new JsonObject();
        foreach (var (key, value) in flat)
        {
            if (value is null)
            {
                continue;
            }

            // A managed identity's own tenant and a role's own type are properties; the envelope of those has them no more.
            if (Envelope.Contains(key) && !(key == "tenantId" && type.Type == "microsoft.managedidentity/userassignedidentities"))
            {
                resource[key] = value.DeepClone();
                continue;
            }

            var nested = type.Nested.Contains(key) && value is JsonArray array ? Elements(array) : Rename(value, key, type.Renames);
            properties[type.Renames.GetValueOrDefault(key, key)] = nested;
        }

        resource["properties"] = properties;
        return resource;
    }

    private static JsonArray Elements(JsonArray array) => new([.. array.Select(e => e is JsonObject value ? Element(value) : e?.DeepClone())]);

    private static JsonObject Element(JsonObject flat)
    {
        if (flat.ContainsKey("properties"))
        {
            return flat.DeepClone().AsObject();
        }

        var element = new JsonObject();
        var properties = new JsonObject();
        foreach (var (key, value) in flat.Where(p => p.Value is not null))
        {
            (InnerEnvelope.Contains(key) ? element : properties)[key] = value!.DeepClone();
        }

        element["properties"] = properties;
        return element;
    }

    private static JsonNode? Rename(JsonNode? node, string path, IReadOnlyDictionary<string, string> renames)
    {
        switch (node)
        {
            case JsonObject value:
                var result = new JsonObject();
                foreach (var (key, inner) in value)
                {
                    if (inner is not null)
                    {
                        var below = path + "." + key;
                        result[renames.GetValueOrDefault(below, key)] = Rename(inner, below, renames);
                    }
                }

                return result;
            case JsonArray array:
                return new JsonArray([.. array.Select(e => Rename(e, path + "[]", renames))]);
            default:
                return node?.DeepClone();
        }
    }
}

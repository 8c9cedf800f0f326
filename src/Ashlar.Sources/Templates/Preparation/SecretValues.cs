using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>Takes secrets out of the values of parameters. A secret may be the whole value or a part of it, by the type or by one in <c>definitions</c> that it refers to.</summary>
internal sealed class SecretValues(JsonObject template)
{
    private const int MaxDepth = 32;
    private const string Definitions = "#/definitions/";
    private readonly JsonObject? _definitions = template["definitions"] as JsonObject;

    /// <summary>The type of a parameter is secure as a whole.</summary>
    public bool IsSecret(JsonObject type) => (ResourceObject.Text(Meant(type), "type") ?? "").StartsWith("secure", StringComparison.OrdinalIgnoreCase);

    /// <summary>Something in the type is secure.</summary>
    public bool HasSecret(JsonObject type) => HasSecret(type, []);

    /// <summary>The value with a stand-in for each secret in it; for all of it where it does not show which part is secret.</summary>
    public JsonNode? Without(JsonNode? value, JsonObject type, string name) => Without(value, type, name, 0);

    private JsonNode? Without(JsonNode? value, JsonObject type, string name, int depth)
    {
        if (value is null || !HasSecret(type))
        {
            return value?.DeepClone();
        }

        var meant = Meant(type);
        if (depth < MaxDepth && !IsSecret(meant) && meant["discriminator"] is null)
        {
            switch (value)
            {
                case JsonObject fields:
                    return new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Field(meant, f.Key) is { } field ? Without(f.Value, field, name, depth + 1) : f.Value?.DeepClone())));
                case JsonArray elements:
                    return new JsonArray([.. elements.Select((e, at) => Element(meant, at) is { } element ? Without(e, element, name, depth + 1) : e?.DeepClone())]);
            }
        }

        return JsonValue.Create(StandIn.Of(name));
    }

    private bool HasSecret(JsonObject type, HashSet<JsonObject> seen)
    {
        var meant = Meant(type);
        return seen.Add(meant) && (IsSecret(meant) || Parts(meant).Any(part => HasSecret(part, seen)));
    }

    /// <summary>The definition that a type refers to; the type itself where there is none.</summary>
    private JsonObject Meant(JsonObject type)
    {
        for (var depth = 0; depth < MaxDepth && ResourceObject.Text(type, "$ref") is { } reference && reference.StartsWith(Definitions, StringComparison.OrdinalIgnoreCase); depth++)
        {
            var name = Uri.UnescapeDataString(reference[Definitions.Length..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (Named(_definitions, name) is not { } definition)
            {
                break;
            }

            type = definition;
        }

        return type;
    }

    private static IEnumerable<JsonObject> Parts(JsonObject type) =>
        ((type["properties"] as JsonObject)?.Select(p => p.Value) ?? [])
        .Concat([type["additionalProperties"], type["items"]])
        .Concat(type["prefixItems"] as JsonArray ?? [])
        .Concat(((type["discriminator"] as JsonObject)?["mapping"] as JsonObject)?.Select(p => p.Value) ?? [])
        .OfType<JsonObject>();

    private static JsonObject? Field(JsonObject type, string name) => Named(type["properties"] as JsonObject, name) ?? type["additionalProperties"] as JsonObject;

    private static JsonObject? Element(JsonObject type, int at) =>
        type["prefixItems"] is JsonArray first && at < first.Count ? first[at] as JsonObject : type["items"] as JsonObject;

    private static JsonObject? Named(JsonObject? values, string name) => values?.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value as JsonObject;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Sources.Terraform;

/// <summary>What the value of an attribute is in ARM.</summary>
internal static class AttributeText
{
    public static Attribute Convert(TerraformValue from, JsonNode value)
    {
        if (from.Map is { } map)
        {
            return map.TryGetValue(Text(value), out var meaning) ? new Attribute(meaning, null) : new Attribute(null, $"a value that the mapping does not know: {Text(value)}");
        }

        if (from.Not)
        {
            return bool.TryParse(Text(value), out var flag) ? new Attribute(JsonValue.Create(!flag), null) : new Attribute(null, "no boolean");
        }

        if (from.Keys)
        {
            return value is JsonArray list ? new Attribute(new JsonObject(list.OfType<JsonNode>().Select(Text).Distinct().Select(key => KeyValuePair.Create(key, (JsonNode?)new JsonObject()))), null) : default;
        }

        if (from.Join)
        {
            return value is JsonArray texts && texts.All(text => text?.GetValueKind() == JsonValueKind.String)
                ? new Attribute(texts.Count == 0 ? null : string.Join(", ", texts.Select(text => text!.GetValue<string>())), null)
                : new Attribute(null, "no list of texts");
        }

        return from.Json && value is JsonValue ? Parsed(Text(value)) : new Attribute(value, null);
    }

    private static Attribute Parsed(string text)
    {
        try
        {
            return new Attribute(JsonNode.Parse(text), null);
        }
        catch (JsonException)
        {
            return new Attribute(null, "text that is no JSON");
        }
    }

    private static string Text(JsonNode value) => value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>() : value.ToJsonString();
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Sources.Terraform;

/// <summary>One attribute of a planned resource, found by its path: its value, or why it has none.</summary>
/// <param name="Value">Null: not set, or not known.</param>
/// <param name="Open">Why the value is undecided; null when it is decided.</param>
internal readonly record struct Attribute(JsonNode? Value, string? Open)
{
    public const string AfterApply = "known only after apply";
    public const string Secret = "marked sensitive, so its value is not read";
    public const string Several = "set by several blocks";

    public bool IsSet => Value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonObject block => block.Count > 0,
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.False or JsonValueKind.Null => false,
            JsonValueKind.String => value.GetValue<string>().Length > 0,
            _ => true,
        },
        _ => false,
    };

    /// <param name="path">Dotted; a list of blocks with one element is stepped into; <c>.</c> is the value itself.</param>
    public static Attribute At(JsonNode? value, JsonNode? unknown, JsonNode? sensitive, string path)
    {
        foreach (var step in path == "." ? [] : path.Split('.'))
        {
            if (Says(unknown))
            {
                return new Attribute(null, AfterApply);
            }

            if (Says(sensitive))
            {
                return new Attribute(null, Secret);
            }

            if (value is JsonArray blocks)
            {
                if (blocks.Count > 1)
                {
                    return new Attribute(null, Several);
                }

                (value, unknown, sensitive) = (blocks.Count == 0 ? null : blocks[0], First(unknown), First(sensitive));
                if (Says(unknown))
                {
                    return new Attribute(null, AfterApply);
                }

                if (Says(sensitive))
                {
                    return new Attribute(null, Secret);
                }
            }
            else if (unknown is JsonArray)
            {
                unknown = First(unknown);
            }

            (value, unknown, sensitive) = (Step(value, step), Step(unknown, step), Step(sensitive, step));
        }

        return SaysAnywhere(unknown) ? new Attribute(null, AfterApply)
            : SaysAnywhere(sensitive) ? new Attribute(null, Secret)
            : new Attribute(value, null);
    }

    private static JsonNode? Step(JsonNode? node, string name) => node is JsonObject value && value.TryGetPropertyValue(name, out var found) ? found : null;

    private static JsonNode? First(JsonNode? node) => node is JsonArray { Count: > 0 } list ? list[0] : null;

    private static bool Says(JsonNode? mirror) => mirror is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private static bool SaysAnywhere(JsonNode? mirror) => mirror switch
    {
        JsonObject value => value.Any(p => SaysAnywhere(p.Value)),
        JsonArray list => list.Any(SaysAnywhere),
        _ => Says(mirror),
    };
}

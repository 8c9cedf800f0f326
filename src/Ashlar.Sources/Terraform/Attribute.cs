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

    /// <summary>
    /// A plan writes null for an attribute that the configuration leaves out, and [] for a block. One that is not in it is none of this provider version's,
    /// or was cut out: no default of the provider stands in for it.
    /// </summary>
    public const string Absent = "set by an attribute that the plan does not have";

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
        var found = Node.At(value, unknown, sensitive, path);
        return found.Why is { } why ? new Attribute(null, why)
            : SaysAnywhere(found.Unknown) ? new Attribute(null, AfterApply)
            : SaysAnywhere(found.Sensitive) && !found.IsNull ? new Attribute(null, Secret)
            : new Attribute(found.Value, null);
    }

    /// <summary>
    /// Whether something is written there, however little of what stands inside is known. A block that is written has an element.
    /// That a secret text or block is written is no secret; a number or a flag that is one is not read.
    /// </summary>
    public static Attribute Presence(JsonNode? values, JsonNode? unknown, JsonNode? sensitive, string path)
    {
        var found = Node.At(values, unknown, sensitive, path);
        return found.Why is { } why ? new Attribute(null, why)
            : Says(found.Unknown) ? new Attribute(null, AfterApply)
            : Says(found.Sensitive) && found.Value is JsonValue value && value.GetValueKind() != JsonValueKind.String ? new Attribute(null, Secret)
            : new Attribute(found.Value, null);
    }

    internal static bool Says(JsonNode? mirror) => mirror is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    internal static bool SaysAnywhere(JsonNode? mirror) => mirror switch
    {
        JsonObject value => value.Any(p => SaysAnywhere(p.Value)),
        JsonArray list => list.Any(SaysAnywhere),
        _ => Says(mirror),
    };
}

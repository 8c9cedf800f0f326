using System.Text.Json.Nodes;

namespace Ashlar.Sources.Terraform;

/// <summary>A place in a planned resource: its value and the two mirrors of it.</summary>
/// <param name="IsNull">The plan says null: an attribute that could hold a secret holds none.</param>
/// <param name="Why">The place is not reached: what leaves it open. Null when it is.</param>
internal readonly record struct Node(JsonNode? Value, JsonNode? Unknown, JsonNode? Sensitive, bool IsNull, string? Why)
{
    public static Node At(JsonNode? value, JsonNode? unknown, JsonNode? sensitive, string path)
    {
        var (isNull, isAbsent) = (false, false);
        foreach (var step in path == "." ? [] : path.Split('.'))
        {
            if (value is JsonArray { Count: > 1 })
            {
                return new Node(null, null, null, false, Attribute.Several);
            }

            if (Closed(unknown, sensitive) is { } why)
            {
                return new Node(null, null, null, false, why);
            }

            (value, unknown, sensitive) = (First(value), First(unknown), First(sensitive));
            if (Closed(unknown, sensitive) is { } inside)
            {
                return new Node(null, null, null, false, inside);
            }

            var isThere = value is JsonObject block && block.ContainsKey(step);
            (isNull, isAbsent) = (isThere && value![step] is null, isAbsent || (value is not null && !isThere));
            (value, unknown, sensitive) = (Step(value, step), Step(unknown, step), Step(sensitive, step));
        }

        return new Node(value, unknown, sensitive, isNull, !isAbsent ? null : Attribute.SaysAnywhere(unknown) ? Attribute.AfterApply : Attribute.Absent);
    }

    /// <summary>Why it is open which elements the list has. A plan leaves unknown elements of a set out of the value, and names them in the mirror.</summary>
    public string? WhyNotListed =>
        Why is not null ? Why
        : Attribute.Says(Unknown) || (Unknown is JsonArray unknown && unknown.Any(Attribute.Says)) ? Attribute.AfterApply
        : Attribute.Says(Sensitive) || (Sensitive is JsonArray secret && secret.Any(Attribute.Says)) ? Attribute.Secret
        : null;

    /// <summary>Elements of a list; an object is a list of itself. Null for anything else.</summary>
    public IReadOnlyList<Node>? Elements
    {
        get
        {
            var (unknown, sensitive) = (Unknown, Sensitive);
            return Value switch
            {
                JsonArray list => [.. list.Select((value, at) => new Node(value, Element(unknown, at), Element(sensitive, at), false, null))],
                JsonObject => [this],
                _ => null,
            };
        }
    }

    private static string? Closed(JsonNode? unknown, JsonNode? sensitive) => Attribute.Says(unknown) ? Attribute.AfterApply : Attribute.Says(sensitive) ? Attribute.Secret : null;

    private static JsonNode? Element(JsonNode? mirror, int index) => mirror is JsonArray list ? index < list.Count ? list[index] : null : mirror;

    private static JsonNode? Step(JsonNode? node, string name) => node is JsonObject value && value.TryGetPropertyValue(name, out var found) ? found : null;

    /// <summary>A list of blocks with one element is that element.</summary>
    private static JsonNode? First(JsonNode? node) => node is JsonArray list ? list.Count > 0 ? list[0] : null : node;
}

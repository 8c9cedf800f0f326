using System.Text.Json;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Reading JSON without asking at every step whether something is there.</summary>
internal static class JsonPaths
{
    /// <summary>Value at a dotted path, names in any case; undefined when a step is missing.</summary>
    public static JsonElement At(this JsonElement element, string path)
    {
        var current = element;
        foreach (var step in path.Split('.'))
        {
            if (current.ValueKind != JsonValueKind.Object)
                return default;
            if (!current.TryGetProperty(step, out var next))
            {
                next = default;
                foreach (var member in current.EnumerateObject())
                {
                    if (member.Name.Equals(step, StringComparison.OrdinalIgnoreCase))
                    {
                        next = member.Value;
                        break;
                    }
                }
            }

            current = next;
        }

        return current;
    }

    public static string? Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Members(this JsonElement element) => element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];
}

using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Reading JSON without asking at every step whether something is there.</summary>
internal static class JsonPaths
{
    /// <summary>Value at a dotted path of ASCII names, in any case; undefined when a step is missing.</summary>
    public static JsonElement At(this JsonElement element, string path)
    {
        var current = element;
        foreach (var step in path.AsSpan().Split('.'))
        {
            if (current.ValueKind != JsonValueKind.Object)
                return default;
            current = Member(current, path.AsSpan()[step]);
        }

        return current;
    }

    public static string? Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Members(this JsonElement element) => element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    // No string is made of a name that is only compared.
    private static JsonElement Member(JsonElement element, ReadOnlySpan<char> name)
    {
        if (element.TryGetProperty(name, out var exact))
            return exact;
        foreach (var member in element.EnumerateObject())
        {
            if (Ascii.EqualsIgnoreCase(JsonMarshal.GetRawUtf8PropertyName(member), name))
                return member.Value;
        }

        return default;
    }
}

using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads what the JSON of network resources has in common.</summary>
internal static class ReachBody
{
    /// <summary>Key of the resource that a member <c>id</c> names; empty when it names none.</summary>
    public static string Ref(this JsonElement element, string path) => element.At(path).Text() is { } id ? ResourceIds.Key(id) : "";

    public static IEnumerable<string> Refs(this JsonElement element, string path) => element.At(path).Items().Select(i => i.Ref("id")).Where(k => k.Length > 0);

    /// <summary>True and false also as text; null when it is neither.</summary>
    public static bool? Flag(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString() switch
        {
            { } text when text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("enabled", StringComparison.OrdinalIgnoreCase) => true,
            { } text when text.Equals("false", StringComparison.OrdinalIgnoreCase) || text.Equals("disabled", StringComparison.OrdinalIgnoreCase) => false,
            _ => null,
        },
        _ => null,
    };

    /// <summary>A number that fits, also as text.</summary>
    public static int? Number(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(element.GetString(), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>The texts of an array, or the one text.</summary>
    public static IEnumerable<string> Texts(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!),
        _ => [],
    };

    /// <summary>Texts at a path and at the path of its plural, empty ones left out.</summary>
    public static IEnumerable<string> TextsOf(this JsonElement element, string one, string many) =>
        element.At(one).Texts().Concat(element.At(many).Texts()).Where(t => t.Length > 0);

    public static bool Says(this JsonElement element, string word) => element.ValueKind == JsonValueKind.String && element.GetString()!.Equals(word, StringComparison.OrdinalIgnoreCase);
}

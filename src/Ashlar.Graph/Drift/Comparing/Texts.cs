using System.Text.Json;

namespace Ashlar.Graph.Drift.Comparing;

internal static class Texts
{
    private const int Most = 80;

    public static string Json(string text) => JsonSerializer.Serialize(text);

    /// <summary>A value as it stands in a sentence.</summary>
    /// <param name="json">JSON text; null = nothing.</param>
    public static string Short(string? json)
    {
        if (json is null)
            return "nothing";
        var text = json.StartsWith('"') ? JsonSerializer.Deserialize<string>(json)! : json;
        return text.Length == 0 ? "''" : text.Length <= Most ? text : text[..(Most - 1)] + "…";
    }

    public static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    /// <summary>Items of a JSON array of texts.</summary>
    public static IReadOnlyList<string> List(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<string>>(json) ?? [];
}

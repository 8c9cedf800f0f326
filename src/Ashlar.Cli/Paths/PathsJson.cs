using System.Text.Json;
using Ashlar.Cli.Rules;

namespace Ashlar.Cli.Paths;

/// <summary>Paths or changes as JSON: every row, in order.</summary>
internal static class PathsJson
{
    private static readonly (string Name, int At)[] OfPath =
        [("pathId", 0), ("start", 1), ("startId", 2), ("startName", 3), ("goal", 4), ("targetId", 5), ("targetType", 6), ("targetName", 7), ("state", 10), ("effort", 11), ("yield", 12), ("score", 13), ("severity", 14), ("similar", 15), ("complete", 16)];

    private static readonly (string Name, int At)[] OfChange = [("rank", 0), ("changeId", 9), ("kind", 1), ("resourceId", 2), ("setting", 3), ("change", 4), ("cuts", 5), ("cutsAlone", 6), ("total", 7)];

    /// <param name="paths">Null: changes were asked for.</param>
    public static Task WriteAsync(TextWriter writer, IReadOnlyList<object?[]>? paths, IReadOnlyList<object?[]>? changes, IReadOnlyList<string> missing) => RulesJson.WriteAsync(writer, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("complete", missing.Count == 0);
        json.WriteTexts("missing", missing);
        if (paths is not null)
            Rows(json, "paths", paths, OfPath, ("workloadIds", 8), ("steps", 9), ("missing", 17));
        if (changes is not null)
            Rows(json, "changes", changes, OfChange, ("breaks", 8));
        json.WriteEndObject();
    });

    private static void Rows(Utf8JsonWriter json, string name, IReadOnlyList<object?[]> rows, (string Name, int At)[] columns, params (string Name, int At)[] raw)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var (column, at) in columns)
            {
                json.WritePropertyName(column);
                JsonSerializer.Serialize(json, row[at]);
            }

            foreach (var (column, at) in raw)
            {
                json.WritePropertyName(column);
                json.WriteRawValue((string)row[at]!);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

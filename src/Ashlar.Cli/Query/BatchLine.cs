using System.Text.Json;
using Ashlar.Kql;

namespace Ashlar.Cli.Query;

/// <summary>One question of a batch.</summary>
/// <param name="Tables">Null: the empty catalogue is asked.</param>
internal sealed record BatchLine(string? Id, string Query, KqlDialect Dialect, DateTime? Now, IReadOnlyList<(string Name, IReadOnlyList<KqlColumn> Columns, List<object?[]> Rows)>? Tables)
{
    /// <exception cref="FormatException">The line is not what the batch takes.</exception>
    public static BatchLine Read(string text)
    {
        using var document = Parse(text);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException("A line is a JSON object.");
        var id = root.TryGetProperty("id", out var given) ? given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText() : null;
        if (!root.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
            throw new FormatException("'query' is missing.") { Data = { ["id"] = id } };
        return new BatchLine(id, query.GetString()!, Dialects(root), Clock(root), Given(root));
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException problem)
        {
            throw new FormatException("The line is not JSON: " + problem.Message, problem);
        }
    }

    private static KqlDialect Dialects(JsonElement root) =>
        !root.TryGetProperty("dialect", out var dialect) || dialect.ValueKind == JsonValueKind.Null || dialect.ValueEquals("arg") ? KqlDialect.Arg
        : dialect.ValueEquals("log-analytics") ? KqlDialect.LogAnalytics
        : throw new FormatException("'dialect' is arg or log-analytics.");

    private static DateTime? Clock(JsonElement root) =>
        !root.TryGetProperty("now", out var now) || now.ValueKind == JsonValueKind.Null ? null
        : KqlValue.Read(now, KqlType.DateTime) as DateTime? ?? throw new FormatException("'now' is not a datetime.");

    private static List<(string, IReadOnlyList<KqlColumn>, List<object?[]>)>? Given(JsonElement root)
    {
        if (!root.TryGetProperty("tables", out var tables) || tables.ValueKind != JsonValueKind.Object)
            return null;
        var rows = root.TryGetProperty("rows", out var all) && all.ValueKind == JsonValueKind.Object ? all : default;
        var result = new List<(string, IReadOnlyList<KqlColumn>, List<object?[]>)>();
        foreach (var table in tables.EnumerateObject())
        {
            var columns = table.Value.EnumerateObject().Select(c => new KqlColumn(c.Name, KqlValue.Type(c.Value.ToString()) ?? throw new FormatException($"Column '{c.Name}' of '{table.Name}' has no KQL type."))).ToList();
            var values = new List<object?[]>();
            if (rows.ValueKind == JsonValueKind.Object && rows.TryGetProperty(table.Name, out var own))
                foreach (var row in own.EnumerateArray())
                    values.Add(Row(row, table.Name, columns));
            result.Add((table.Name, columns, values));
        }

        return result;
    }

    private static object?[] Row(JsonElement row, string table, List<KqlColumn> columns)
    {
        var values = new object?[columns.Count];
        if (row.ValueKind == JsonValueKind.Object)
        {
            for (var i = 0; i < columns.Count; i++)
                values[i] = KqlValue.Read(row.TryGetProperty(columns[i].Name, out var value) ? value : default, columns[i].Type);
            return values;
        }

        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() != columns.Count)
            throw new FormatException($"A row of '{table}' has not the {columns.Count} values of its columns.");
        for (var i = 0; i < columns.Count; i++)
            values[i] = KqlValue.Read(row[i], columns[i].Type);
        return values;
    }
}

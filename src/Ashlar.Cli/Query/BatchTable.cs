using System.Text.Json;
using Ashlar.Kql;

namespace Ashlar.Cli.Query;

/// <summary>A table that lives for one line of a batch.</summary>
internal sealed record BatchTable(string Name, IReadOnlyList<KqlColumn> Columns, IReadOnlyList<object?[]> Rows)
{
    private const int MostShown = 40;

    /// <returns>Null when the line states no tables.</returns>
    /// <exception cref="FormatException">A table or row is not of the stated shape.</exception>
    public static IReadOnlyList<BatchTable>? All(JsonElement line)
    {
        var rows = Member(line, "rows");
        if (Member(line, "tables") is not { } tables)
            return rows is null ? null : throw new FormatException("'rows' need 'tables', which says their columns.");
        var result = tables.EnumerateObject().Select(table => Read(table, rows)).ToList();
        if (rows is { } all && all.EnumerateObject().FirstOrDefault(r => !tables.TryGetProperty(r.Name, out _)) is { Value.ValueKind: not JsonValueKind.Undefined } stray)
            throw new FormatException($"'rows' has a table '{stray.Name}' that 'tables' has not.");
        return result;
    }

    private static JsonElement? Member(JsonElement line, string name) =>
        !line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Object ? value : throw new FormatException($"'{name}' is no JSON object.");

    private static BatchTable Read(JsonProperty table, JsonElement? rows)
    {
        if (table.Value.ValueKind != JsonValueKind.Object)
            throw new FormatException($"'{table.Name}' of 'tables' is no JSON object of columns and their types.");
        var columns = table.Value.EnumerateObject()
            .Select(c => new KqlColumn(c.Name, KqlValue.Type(c.Value.ToString()) ?? throw new FormatException($"Column '{c.Name}' of '{table.Name}' has no KQL type.")))
            .ToList();
        if (columns.Count == 0)
            throw new FormatException($"'{table.Name}' of 'tables' has no columns.");
        if (columns.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count() != columns.Count)
            throw new FormatException($"'{table.Name}' has two columns of one name.");
        if (rows is not { } all || !all.TryGetProperty(table.Name, out var own))
            return new BatchTable(table.Name, columns, []);
        if (own.ValueKind != JsonValueKind.Array)
            throw new FormatException($"The rows of '{table.Name}' are no JSON array.");
        return new BatchTable(table.Name, columns, [.. own.EnumerateArray().Select((row, i) => Row(row, i + 1, table.Name, columns))]);
    }

    private static object?[] Row(JsonElement row, int number, string table, List<KqlColumn> columns)
    {
        var place = $"Row {number} of '{table}'";
        switch (row.ValueKind)
        {
            case JsonValueKind.Object:
                if (row.EnumerateObject().FirstOrDefault(p => columns.All(c => c.Name != p.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } stray)
                    throw new FormatException($"{place} has a value for '{stray.Name}', which is no column of it.");
                return [.. columns.Select(c => Value(row.TryGetProperty(c.Name, out var value) ? value : default, c, place))];
            case JsonValueKind.Array when row.GetArrayLength() == columns.Count:
                return [.. columns.Select((c, i) => Value(row[i], c, place))];
            case JsonValueKind.Array:
                throw new FormatException($"{place} has {row.GetArrayLength()} values, not the {columns.Count} of its columns.");
            default:
                throw new FormatException($"{place} is neither an array of values nor an object of them.");
        }
    }

    /// <summary>An empty string is the null of every type but string and dynamic, as in KQL's conversions.</summary>
    private static object? Value(JsonElement value, KqlColumn column, string place)
    {
        var read = KqlValue.Read(value, column.Type);
        if (read is not null || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0))
            return read;
        var text = value.GetRawText();
        throw new FormatException($"{place}: {(text.Length > MostShown ? text[..MostShown] + "…" : text)} is no {KqlValue.Name(column.Type)}, which column '{column.Name}' holds.");
    }
}

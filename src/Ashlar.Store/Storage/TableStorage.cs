using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Store.Storage;

/// <summary>How DuckDB stores a table of the catalogue: its columns, and the hidden ones.</summary>
internal static class TableStorage
{
    /// <summary>Lower-case id.</summary>
    public const string Key = "_key";

    /// <summary>The source reported properties.</summary>
    public const string Body = "_body";

    public static bool HasBody(TableDefinition table) => table.Kind is TableKind.ResourceGraph or TableKind.Arm;

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Physical columns in order: the catalogue's, then <c>_key</c>, then <c>_body</c>.</summary>
    public static IEnumerable<(string Name, string SqlType)> Columns(TableDefinition table)
    {
        foreach (var column in table.Columns)
        {
            yield return (column.Name, SqlType(column.Type));
        }

        if (table.KeyColumn is not null)
        {
            yield return (Key, "VARCHAR");
        }

        if (HasBody(table))
        {
            yield return (Body, "BOOLEAN");
        }
    }

    public static string CreateTable(string sqlName, TableDefinition table) =>
        "CREATE TABLE " + sqlName + " (" + string.Join(", ", Columns(table).Select(c => Quote(c.Name) + " " + c.SqlType)) + ")";

    public static string OrderBy(TableDefinition table)
    {
        if (table.KeyColumn is null)
        {
            return string.Join(", ", table.Columns.Select(c => Quote(c.Name) + " NULLS FIRST"));
        }

        return HasBody(table) ? "\"type\", " + Key : Key;
    }

    /// <param name="shredded">Dotted path to physical column.</param>
    public static KqlTable ToKql(TableDefinition table, IReadOnlyDictionary<string, string> shredded)
    {
        var columns = table.Columns.Select(c => new KqlColumn(c.Name, KqlTypeOf(c.Type))).ToArray();
        return new KqlTable(table.Name, columns)
        {
            LowerKeys = table.KeyColumn is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [table.KeyColumn] = Key },
            LowerCased = HasBody(table) ? new HashSet<string> { "type", "resourceGroup", "subscriptionId" } : new HashSet<string>(),
            Shredded = shredded,
        };
    }

    public static string SqlType(string type) => type switch
    {
        "bool" => "BOOLEAN",
        "int" => "INTEGER",
        "long" or "datetime" or "timespan" => "BIGINT",
        "real" => "DOUBLE",
        _ => "VARCHAR",
    };

    private static KqlType KqlTypeOf(string type) => type switch
    {
        "string" => KqlType.String,
        "dynamic" => KqlType.Dynamic,
        "bool" => KqlType.Bool,
        "int" => KqlType.Int,
        "long" => KqlType.Long,
        "real" => KqlType.Real,
        "datetime" => KqlType.DateTime,
        "timespan" => KqlType.TimeSpan,
        "guid" => KqlType.Guid,
        _ => throw new ArgumentException("No such column type: " + type, nameof(type)),
    };
}

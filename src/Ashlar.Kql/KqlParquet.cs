using System.Globalization;
using DuckDB.NET.Data;

namespace Ashlar.Kql;

/// <summary>Rows as a Parquet file, written by a DuckDB of their own: the one that runs queries may write nothing.</summary>
/// <remarks>
/// datetime becomes TIMESTAMP in microseconds (the seventh decimal is cut), timespan BIGINT ticks of 100 ns, dynamic its JSON text,
/// guid UUID, decimal DECIMAL(38,15). Parquet knows no two columns that differ only in case: the later one gets a number.
/// </remarks>
public static class KqlParquet
{
    /// <param name="path">Written in place; a file that is there keeps its mode.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(KqlResult result, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Columns.Count == 0)
            throw new KqlRunException("KQL6004", "A result without columns cannot be written as Parquet.");
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        using var rows = KqlScratchTable.Create(database, "rows", Numbered(result.Columns), result.Rows);
        cancellationToken.ThrowIfCancellationRequested();
        var names = Names(result.Columns);
        var columns = result.Columns.Select((c, i) => Value(c.Type, "c" + i.ToString(CultureInfo.InvariantCulture)) + " AS " + Translation.Sql.Name(names[i]));
        using var command = database.Connection.CreateCommand();
        command.CommandText = $"COPY (SELECT {string.Join(", ", columns)} FROM {rows.Table.SqlName}) TO {Translation.Sql.String(path)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)";
        using var cancelled = cancellationToken.Register(static c => ((DuckDBCommand)c!).Cancel(), command);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (DuckDBException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException($"The Parquet file '{path}' cannot be written.", error);
        }
    }

    /// <summary>Ticks count from year 1, so that dividing them rounds down.</summary>
    private static string Value(KqlType type, string column) => type switch
    {
        KqlType.DateTime => $"make_timestamp({column} // 10 - 62135596800000000)",
        KqlType.Guid => $"CAST({column} AS UUID)",
        _ => column,
    };

    private static List<KqlColumn> Numbered(IReadOnlyList<KqlColumn> columns) =>
        [.. columns.Select((c, i) => new KqlColumn(i.ToString(CultureInfo.InvariantCulture), c.Type))];

    private static List<string> Names(IReadOnlyList<KqlColumn> columns)
    {
        var names = new List<string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            var name = column.Name;
            for (var number = 1; !taken.Add(name); number++)
                name = column.Name + number.ToString(CultureInfo.InvariantCulture);
            names.Add(name);
        }

        return names;
    }
}

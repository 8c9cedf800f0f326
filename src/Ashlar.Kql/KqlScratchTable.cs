using System.Globalization;
using Ashlar.Kql.Execution;
using DuckDB.NET.Data;

namespace Ashlar.Kql;

/// <summary>A table of given rows that lives as long as this object.</summary>
public sealed class KqlScratchTable : IDisposable
{
    private static long _count;

    private readonly DuckDBConnection _connection;

    private KqlScratchTable(DuckDBConnection connection, KqlTable table) => (_connection, Table) = (connection, table);

    /// <summary>For the catalogue.</summary>
    public KqlTable Table { get; }

    /// <param name="rows">Values in column order, of the types that <see cref="KqlResult"/> names.</param>
    public static KqlScratchTable Create(KqlDatabase database, string name, IReadOnlyList<KqlColumn> columns, IEnumerable<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var physical = "scratch" + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var names = columns.Select((c, i) => KeyValuePair.Create(c.Name, "c" + i.ToString(CultureInfo.InvariantCulture))).DistinctBy(p => p.Key).ToDictionary(StringComparer.Ordinal);
        var scratch = new KqlScratchTable(database.Connection, new KqlTable(name, columns) { SqlName = physical, Physical = names });
        scratch.Execute("CREATE TABLE " + physical + " (" + string.Join(", ", columns.Select((c, i) => "c" + i.ToString(CultureInfo.InvariantCulture) + " " + Translation.Sql.Type(c.Type))) + ")");
        using var appender = database.Connection.CreateAppender(physical);
        foreach (var values in rows)
        {
            var row = appender.CreateRow();
            for (var i = 0; i < columns.Count; i++)
                ScratchValues.Append(row, columns[i].Type, values[i]);
            row.EndRow();
        }

        return scratch;
    }

    public void Dispose() => Execute("DROP TABLE IF EXISTS " + Table.SqlName);

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using System.Text.Json;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store.Storage;
using DuckDB.NET.Data;

namespace Ashlar.Store.Reading;

/// <summary>Opens a sealed file and its cache, makes one set of tables of both, and locks the database.</summary>
internal static class SnapshotFile
{
    public static Snapshot Open(string path, IReadOnlyList<ShredPlan> plans, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new SnapshotException($"{path}: there is no such file. Make a snapshot with `ashlar scan`.");
        }

        var database = KqlDatabase.InMemory();
        try
        {
            var connection = database.Connection;
            var spill = path + ".spill";
            connection.Execute(DuckDbSettings.Of(spill));
            var info = AttachSource(connection, path);
            plans = CreateViews(connection, plans);
            SnapshotCache.Attach(connection, path, plans, cancellationToken);
            connection.Execute("SET threads=1");
            var size = Math.Clamp(Environment.ProcessorCount, 2, 16);
            var wide = new ConnectionPool(database, "memory.main,cache.main", size);
            var narrow = plans.Count == 0 ? null : new ConnectionPool(database, "cache.main,memory.main", size);
            database.Lock();
            return new Snapshot(database, info, plans, wide, narrow, SnapshotCache.Database + ".main", "memory.main", database.Dispose);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static SnapshotInfo AttachSource(DuckDBConnection connection, string path)
    {
        try
        {
            connection.Execute("ATTACH " + TableStorage.Text(path) + " AS source (READ_ONLY)");
            var row = connection.Rows("SELECT format, info FROM source." + SnapshotFormat.InfoTable)[0];
            if ((int)row[0]! > SnapshotFormat.Version)
            {
                throw new SnapshotException($"{path}: written by a newer Ashlar (format {row[0]}, this one reads {SnapshotFormat.Version}). Use that version, or scan again.");
            }

            return JsonSerializer.Deserialize<SnapshotInfo>((string)row[1]!)!;
        }
        catch (Exception e) when (e is DuckDBException or JsonException or ArgumentOutOfRangeException)
        {
            throw new SnapshotException($"{path}: not an Ashlar snapshot, or damaged. Scan again, or name another file.", e);
        }
    }

    /// <summary>One view for each table; returns the plans of the tables that have rows.</summary>
    private static IReadOnlyList<ShredPlan> CreateViews(DuckDBConnection connection, IReadOnlyList<ShredPlan> plans)
    {
        var present = connection.Rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'source'").Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal);
        var sql = new System.Text.StringBuilder();
        foreach (var table in TableCatalogue.All.Where(t => t.Kind != TableKind.Derived))
        {
            var name = TableStorage.Quote(table.Name);
            if (!present.Contains(table.Name))
            {
                sql.Append(TableStorage.CreateTable(name, table)).Append(';');
                continue;
            }

            sql.Append("CREATE VIEW ").Append(name).Append(" AS SELECT * FROM source.").Append(name).Append(';');
        }

        connection.Execute("BEGIN; " + sql + " COMMIT");

        return [.. plans.Where(p => present.Contains(p.Table.Name))];
    }
}

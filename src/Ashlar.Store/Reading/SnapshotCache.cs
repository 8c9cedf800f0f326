using System.Globalization;
using Ashlar.Model;
using Ashlar.Store.Storage;
using DuckDB.NET.Data;

namespace Ashlar.Store.Reading;

/// <summary>The second DuckDB file: shredded columns and derived tables. It can be deleted at any time.</summary>
internal static class SnapshotCache
{
    public const string Database = "cache";
    private const string StampTable = "_stamp";

    /// <summary>Names of the derived tables that have been written since the cache was made.</summary>
    public const string DerivedTable = "_derived";

    /// <summary>Attaches the cache of <paramref name="snapshotPath"/> as <c>cache</c>, building it when it answers another question. In memory where the file cannot be had.</summary>
    public static void Attach(DuckDBConnection connection, string snapshotPath, IReadOnlyList<ShredPlan> plans, CancellationToken cancellationToken)
    {
        var path = snapshotPath + ".cache";
        var (of, paths) = (SnapshotStamp(snapshotPath), PathStamp(plans));
        if (TryAttach(connection, path) && IsFor(connection, of, plans.Count == 0 ? null : paths))
        {
            return;
        }

        connection.Execute("DETACH DATABASE IF EXISTS cache");
        Delete(path);
        if (!TryCreate(connection, path))
        {
            connection.Execute("ATTACH ':memory:' AS cache");
        }

        Build(connection, plans, of, paths, cancellationToken);
    }

    private static void Build(DuckDBConnection connection, IReadOnlyList<ShredPlan> plans, string of, string paths, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = TableStorage.Quote(plan.Table.Name);
            connection.Execute($"CREATE TABLE cache.{name} AS {plan.SelectFrom("source." + name)}");
        }

        foreach (var table in DerivedTables.All)
        {
            connection.Execute(TableStorage.CreateTable("cache." + TableStorage.Quote(table.Name), table));
        }

        connection.Execute($"CREATE TABLE cache.{DerivedTable} (name VARCHAR, stamp VARCHAR)");
        connection.Execute($"CREATE TABLE cache.{StampTable} AS SELECT {TableStorage.Text(of)} AS snapshot, {TableStorage.Text(paths)} AS paths");
        connection.Execute("CHECKPOINT cache");
    }

    // What a crash leaves of a cache is made anew: nothing is logged before it is written, and no commit waits for the disk.
    // Rows go to the disk a group at a time; with DuckDB's 122,880 a table of long texts would stand in memory whole, twice.
    private static string AttachFile(string path) => $"ATTACH {TableStorage.Text(path)} AS {Database} (RECOVERY_MODE no_wal_writes, ROW_GROUP_SIZE 16384)";

    private static bool TryAttach(DuckDBConnection connection, string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            connection.Execute(AttachFile(path));
            return true;
        }
        catch (DuckDBException)
        {
            // Corrupt, foreign, or held by another process: the caller makes a new one, or does without a file.
            return false;
        }
    }

    private static bool TryCreate(DuckDBConnection connection, string path)
    {
        try
        {
            connection.Execute(AttachFile(path));
            PrivateFiles.Restrict(path);
            return true;
        }
        catch (Exception e) when (e is DuckDBException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <param name="paths">Null: columns are not asked for, whatever the cache has will do.</param>
    private static bool IsFor(DuckDBConnection connection, string of, string? paths)
    {
        try
        {
            var row = connection.Rows($"SELECT snapshot, paths FROM cache.{StampTable}")[0];
            return (string)row[0]! == of && (paths is null || (string)row[1]! == paths);
        }
        catch (Exception e) when (e is DuckDBException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
            File.Delete(path + ".wal");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Creating it fails next, and the cache then lives in memory.
        }
    }

    private static string SnapshotStamp(string snapshotPath)
    {
        var file = new FileInfo(snapshotPath);
        return string.Join('\n', [
            SnapshotFormat.CacheVersion.ToString(CultureInfo.InvariantCulture),
            file.Length.ToString(CultureInfo.InvariantCulture),
            file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture),
            .. DerivedTables.All.SelectMany(t => t.Columns.Select(c => t.Name + "." + c.Name + " " + c.Type))]);
    }

    private static string PathStamp(IReadOnlyList<ShredPlan> plans) =>
        string.Join('\n', plans.SelectMany(p => p.Paths.Select(path => p.Table.Name + ":" + path + ":" + string.Join(",", p.Types[path])).Concat(p.Whole.Select(column => p.Table.Name + ":" + column))));
}

using System.Globalization;
using System.Text.Json.Nodes;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store.Storage;
using Ashlar.Store.Writing;

namespace Ashlar.Store.Reading;

/// <summary>Snapshots of a few rows, hundreds of them: one DuckDB instance, a schema each, and empty tables shared by all.</summary>
internal static class SmallSnapshots
{
    private static readonly Lazy<KqlDatabase> Shared = new(OpenShared);
    private static int _count;

    public static Snapshot Create(
        IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> tables,
        IReadOnlyDictionary<string, JsonNode?>? settings,
        IReadOnlyList<Gap>? gaps,
        IReadOnlyList<Completeness>? completeness,
        DateTime? asOf)
    {
        var schema = "s" + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var own = Shared.Value.Beside();
        own.Connection.Execute("BEGIN; CREATE SCHEMA " + schema);
        foreach (var (name, rows) in tables)
        {
            var table = TableCatalogue.Find(name) ?? throw new ArgumentException($"There is no table '{name}'.", nameof(tables));
            Fill(own, schema, table, rows.Select(r => (Action<SnapshotRow>)(row => Strict(row, r))));
        }

        Fill(own, schema, AshlarTables.Settings, (settings ?? new Dictionary<string, JsonNode?>()).Select(s => (Action<SnapshotRow>)(row => OwnRows.Fill(row, s.Key, s.Value?.ToJsonString()))));
        Fill(own, schema, AshlarTables.Gaps, (gaps ?? []).Select(g => (Action<SnapshotRow>)(row => OwnRows.Fill(row, g))));
        Fill(own, schema, AshlarTables.Completeness, (completeness ?? []).Select(c => (Action<SnapshotRow>)(row => OwnRows.Fill(row, c))));
        own.Connection.Execute("COMMIT");
        var info = new SnapshotInfo("rows", asOf ?? DateTime.UnixEpoch, "given", [], "");
        var pool = new ConnectionPool(own, "memory." + schema + ",memory.main", 1);
        return new Snapshot(own, info, [], pool, null, "memory." + schema, "memory." + schema, () => Drop(own, schema));
    }

    private static void Fill(KqlDatabase own, string schema, TableDefinition table, IEnumerable<Action<SnapshotRow>> rows)
    {
        SnapshotRow? row = null;
        TableAppender? appender = null;
        foreach (var fill in rows)
        {
            if (appender is null)
            {
                own.Connection.Execute(TableStorage.CreateTable(schema + "." + TableStorage.Quote(table.Name), table));
                appender = new TableAppender(own.Connection.CreateAppender(schema, table.Name), table);
                row = new SnapshotRow(table);
            }

            row!.Clear();
            fill(row);
            appender.Append(row);
        }

        appender?.Dispose();
    }

    private static void Strict(SnapshotRow row, JsonObject values)
    {
        if (JsonRows.Fill(row, values) is [var unfit, ..])
        {
            throw new ArgumentException($"{row.Table.Name}.{unfit} does not fit its type.", nameof(values));
        }
    }

    private static void Drop(KqlDatabase own, string schema)
    {
        own.Connection.Execute("DROP SCHEMA " + schema + " CASCADE");
        own.Dispose();
    }

    private static KqlDatabase OpenShared()
    {
        var database = KqlDatabase.InMemory();
        database.Connection.Execute(DuckDbSettings.Of(null));
        database.Connection.Execute("SET threads=1; SET enable_external_access=false");
        foreach (var table in TableCatalogue.All)
        {
            database.Connection.Execute(TableStorage.CreateTable(TableStorage.Quote(table.Name), table));
        }

        return database;
    }
}

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

    public static Snapshot Create(SmallRows rows)
    {
        var (own, schema) = CreateSchema();
        own.Connection.Execute("BEGIN");
        foreach (var (table, fill) in rows.ByTable())
        {
            if (fill.Count > 0)
            {
                own.Connection.Execute(TableStorage.CreateTable(schema + "." + TableStorage.Quote(table.Name), table));
                Append(own, schema, table, fill);
            }
        }

        own.Connection.Execute("COMMIT");
        var pool = new ConnectionPool(own, "memory." + schema + ",memory.main", 1);
        return new Snapshot(own, rows.Info, [], pool, null, "memory." + schema, "memory." + schema, () => Drop(own, schema));
    }

    public static (KqlDatabase Database, string Schema) CreateSchema()
    {
        var schema = "s" + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var own = Shared.Value.Beside();
        own.Connection.Execute("CREATE SCHEMA " + schema);
        return (own, schema);
    }

    public static void Append(KqlDatabase own, string schema, TableDefinition table, IReadOnlyList<Action<SnapshotRow>> rows)
    {
        using var appender = new TableAppender(own.Connection.CreateAppender(schema, table.Name), table);
        var row = new SnapshotRow(table);
        foreach (var fill in rows)
        {
            row.Clear();
            fill(row);
            appender.Append(row);
        }
    }

    public static void Drop(KqlDatabase own, string schema)
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

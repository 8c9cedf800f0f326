using System.Text.Json.Nodes;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store.Reading;
using Ashlar.Store.Storage;

namespace Ashlar.Store;

/// <summary>Small snapshots in memory, one after the other in the same place, for one who asks each the same few queries: their plans are made once. For one thread.</summary>
public sealed class SnapshotBench : IDisposable
{
    private readonly KqlDatabase _writing;
    private readonly KqlDatabase _asking;
    private readonly string _schema;
    private readonly HashSet<TableDefinition> _made = [];

    public SnapshotBench()
    {
        (_writing, _schema) = SmallSnapshots.CreateSchema();
        _asking = _writing.Beside(rememberPlans: true);
        // A few rows are read faster than a better plan is found, and a plan must not rest on the rows it was made over.
        _asking.Connection.Execute($"SET search_path={TableStorage.Text("memory." + _schema + ",memory.main")}; PRAGMA disable_optimizer");
    }

    /// <summary>As <see cref="Snapshot.FromRows"/>. The snapshot before it is gone then.</summary>
    public Snapshot Lay(
        IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> tables,
        IReadOnlyDictionary<string, JsonNode?>? settings = null,
        IReadOnlyList<Gap>? gaps = null,
        IReadOnlyList<Completeness>? completeness = null,
        DateTime? asOf = null)
    {
        var rows = new SmallRows(tables, settings, gaps, completeness, asOf);
        var filled = rows.ByTable().Where(table => table.Rows.Count > 0).ToList();
        foreach (var (table, _) in filled.Where(table => _made.Add(table.Table)))
        {
            _writing.Connection.Execute(TableStorage.CreateTable(Name(table), table));
        }

        _writing.Connection.Execute("BEGIN; " + string.Concat(_made.Select(table => $"DELETE FROM {Name(table)}; ")));
        try
        {
            filled.ForEach(table => SmallSnapshots.Append(_writing, _schema, table.Table, table.Rows));
        }
        catch
        {
            _writing.Connection.Execute("ROLLBACK");
            throw;
        }

        _writing.Connection.Execute("COMMIT");
        return new Snapshot(_writing, rows.Info, [], new ConnectionPool(_asking), null, "memory." + _schema, "memory." + _schema, () => { });
    }

    public void Dispose()
    {
        _asking.Dispose();
        SmallSnapshots.Drop(_writing, _schema);
    }

    private string Name(TableDefinition table) => _schema + "." + TableStorage.Quote(table.Name);
}

using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli.Query;

/// <summary>What queries are asked of: a snapshot, or the whole catalogue without a row.</summary>
internal sealed class QuerySession : IDisposable
{
    private readonly Lazy<Snapshot> _snapshot;

    private QuerySession(Snapshot? snapshot)
    {
        Catalog = snapshot?.Catalog ?? Snapshot.EmptyCatalog;
        AsOf = snapshot?.Info.AsOf;
        _snapshot = snapshot is null ? new(() => Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>())) : new(snapshot);
    }

    public KqlCatalog Catalog { get; }

    /// <summary>When the snapshot was collected; null without one.</summary>
    public DateTime? AsOf { get; }

    /// <param name="path">Null: the empty catalogue.</param>
    /// <exception cref="SnapshotException">The file is missing, damaged or no snapshot.</exception>
    public static QuerySession Open(string? path, CancellationToken cancellationToken) => new(path is null ? null : Snapshot.Open(path, [], cancellationToken));

    /// <summary>Runs a query that was compiled over <see cref="Catalog"/>; tables that follow from others are made when it first reads them.</summary>
    public KqlResult Run(KqlCompilation query, KqlBudget budget, CancellationToken cancellationToken)
    {
        var derived = DerivedTables.All.Where(t => query.Reads.Any(read => read.Table == t.Name)).ToList();
        if (AsOf is null || derived.Count == 0)
            return _snapshot.Value.Query(query, budget, cancellationToken);
        if (derived.TrueForAll(t => ReachTables.All.Contains(t) || !t.CarriesCompleteness) && derived.Exists(ReachTables.All.Contains))
            DerivedData.Reach(_snapshot.Value, cancellationToken);
        else if (derived.Exists(t => t.CarriesCompleteness || PathTables.All.Contains(t)))
            DerivedData.Complete(_snapshot.Value, ContentLibrary.LoadEdges([ContentRoot.Content], Snapshot.EmptyCatalog, out _), cancellationToken);
        else
            DerivedData.Workloads(_snapshot.Value, cancellationToken);
        return _snapshot.Value.Query(query, budget, cancellationToken);
    }

    public void Dispose()
    {
        if (_snapshot.IsValueCreated)
            _snapshot.Value.Dispose();
    }
}

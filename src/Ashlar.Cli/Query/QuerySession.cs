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
        if (AsOf is not null && query.Reads.Any(read => DerivedTables.All.Any(t => t.Name == read.Table)))
            DerivedData.Complete(_snapshot.Value, ContentLibrary.LoadEdges([ContentRoot.Content], Snapshot.EmptyCatalog, out _), cancellationToken);
        return _snapshot.Value.Query(query, budget, cancellationToken);
    }

    public void Dispose()
    {
        if (_snapshot.IsValueCreated)
            _snapshot.Value.Dispose();
    }
}

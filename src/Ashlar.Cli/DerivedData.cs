using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Flows;
using Ashlar.Graph.Paths;
using Ashlar.Graph.Reach;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli;

/// <summary>Makes the tables that follow from others, in order.</summary>
internal static class DerivedData
{
    /// <summary>Derives what has not been derived yet for this snapshot, by these edges.</summary>
    public static void Complete(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken)
    {
        Reach(snapshot, cancellationToken);
        var stale = !AccessGraph.IsDerived(snapshot, edges);
        if (stale)
            AccessGraph.Derive(snapshot, edges, cancellationToken);
        stale |= !DataFlows.IsDerived(snapshot);
        if (stale)
            DataFlows.Derive(snapshot, Settings.None, cancellationToken);
        if (stale || !AttackPaths.IsDerived(snapshot, edges))
            AttackPaths.Derive(snapshot, edges, cancellationToken);
    }

    /// <summary>Derives workloads, and from where they can be reached.</summary>
    public static void Reach(Snapshot snapshot, CancellationToken cancellationToken)
    {
        Workloads(snapshot, cancellationToken);
        if (!Reachability.IsDerived(snapshot))
            Reachability.Derive(snapshot, cancellationToken);
    }

    /// <summary>Derives workloads alone, which know no edges.</summary>
    public static void Workloads(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (!snapshot.IsDerived(DerivedTables.AiWorkloads.Name))
            AiWorkloads.Derive(snapshot, cancellationToken);
    }
}

using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Flows;
using Ashlar.Graph.Paths;
using Ashlar.Graph.Reach;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli;

/// <summary>Makes the tables that follow from others, in order: workloads, access, reach, data flows, attack paths.</summary>
internal static class DerivedData
{
    /// <summary>Derives everything. Who holds what is put together while workloads are joined, and reach beside it.</summary>
    public static (IReadOnlyList<AiWorkload> Workloads, IReadOnlyList<WorkloadAccess> Access) Derive(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, Settings settings, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => AccessGraph.Read(snapshot, edges, stop.Token), stop.Token);
        var reach = Task.CompletedTask;
        try
        {
            var workloads = AiWorkloads.Derive(snapshot, cancellationToken);
            reach = Task.Run(() => Reachability.Derive(snapshot, stop.Token), stop.Token);
            var access = reading.GetAwaiter().GetResult().Write();
            reach.GetAwaiter().GetResult();
            DataFlows.Derive(snapshot, settings, cancellationToken);
            AttackPaths.Derive(snapshot, edges, cancellationToken);
            return (workloads, access);
        }
        finally
        {
            // Nobody reads a snapshot that is about to be closed.
            stop.Cancel();
            Task.WhenAll(reading, reach).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    /// <summary>Derives what has not been derived yet for this snapshot, by these edges.</summary>
    public static void Complete(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken)
    {
        var stale = !AccessGraph.IsDerived(snapshot, edges);
        if (stale && !snapshot.IsDerived(DerivedTables.AiWorkloads.Name))
        {
            Derive(snapshot, edges, Settings.None, cancellationToken);
            return;
        }

        Reach(snapshot, cancellationToken);
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

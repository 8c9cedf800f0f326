using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli;

/// <summary>Makes the tables that follow from others, in order.</summary>
internal static class DerivedData
{
    /// <summary>Derives everything. Who holds what is put together while workloads are joined.</summary>
    public static (IReadOnlyList<AiWorkload> Workloads, IReadOnlyList<WorkloadAccess> Access) Derive(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => AccessGraph.Read(snapshot, edges, stop.Token), stop.Token);
        try
        {
            var workloads = AiWorkloads.Derive(snapshot, cancellationToken);
            return (workloads, reading.GetAwaiter().GetResult().Write());
        }
        finally
        {
            // Nobody reads a snapshot that is about to be closed.
            stop.Cancel();
            reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    /// <summary>Derives what has not been derived yet for this snapshot, by these edges.</summary>
    public static void Complete(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken)
    {
        if (AccessGraph.IsDerived(snapshot, edges))
            Workloads(snapshot, cancellationToken);
        else if (snapshot.IsDerived(DerivedTables.AiWorkloads.Name))
            AccessGraph.Derive(snapshot, edges, cancellationToken);
        else
            Derive(snapshot, edges, cancellationToken);
    }

    /// <summary>Derives workloads alone, which know no edges.</summary>
    public static void Workloads(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (!snapshot.IsDerived(DerivedTables.AiWorkloads.Name))
            AiWorkloads.Derive(snapshot, cancellationToken);
    }
}

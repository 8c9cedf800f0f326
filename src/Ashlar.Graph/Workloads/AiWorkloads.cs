using Ashlar.Graph.Workloads.Facts;
using Ashlar.Graph.Workloads.Joining;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Workloads;

/// <summary>Finds the AI workloads of a snapshot and writes the tables <c>AiWorkloads</c> and <c>AiWorkloadResources</c>.</summary>
/// <remarks>
/// Start: AI resources (accounts, ML workspaces, search services, bots, clusters and containers that serve models) and the apps
/// that name one of them. They are joined into one workload only by a reference between them (an id, a host name, a hub), and then
/// only when both bear the same <c>workload</c> or <c>application</c> tag or stand in the same resource group, when one is a
/// project of the other, or when one is the only user of the other; see <see cref="RootJoin"/>.
/// From there references are followed one step, outward. What is reached so (a key vault, a network, a log workspace, a
/// registry, another workload's account) becomes a member and is never a way to anything further: however many workloads share
/// it, it glues none together, and is marked as shared.
/// </remarks>
public static class AiWorkloads
{
    /// <summary>Ordered by name, then id.</summary>
    public static IReadOnlyList<AiWorkload> Derive(Snapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var rows = new RowReader(snapshot, cancellationToken);
        var estate = EstateReader.Read(rows);
        var clusters = RootJoin.Join(estate);
        var members = MemberSearch.Find(estate, clusters, rows);
        var workloads = WorkloadRecords.Of(clusters, members, rows);
        snapshot.WriteDerived(DerivedTables.AiWorkloads, WorkloadRows.Workloads(workloads));
        snapshot.WriteDerived(DerivedTables.AiWorkloadResources, WorkloadRows.Members(workloads));
        return workloads;
    }
}

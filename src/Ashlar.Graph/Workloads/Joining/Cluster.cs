using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Workloads.Joining;

/// <summary>The resources one workload owns.</summary>
/// <param name="Core">AI resources and apps, ordered: main root first, then by key.</param>
/// <param name="IsWorkload">False: only apps, or only AI resources that others use; they become members of those.</param>
internal sealed record Cluster(IReadOnlyList<Node> Core, bool IsWorkload)
{
    public Node Root => Core[0];
}

namespace Ashlar.Graph.Paths.Folding;

/// <summary>What is taken at a node that somebody wants.</summary>
/// <param name="Group">Equal for what counts as the same end: the same thing, or parts of the same workload.</param>
internal sealed record End(string Goal, string Id, string Type, string Name, IReadOnlyList<int> Workloads, int Yield, int Group);

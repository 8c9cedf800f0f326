namespace Ashlar.Graph.Drift.Reading;

/// <summary>A resource of AI workloads.</summary>
/// <param name="Type">Lower case.</param>
/// <param name="Roles">Role in each workload.</param>
internal sealed record Member(string Id, string Type, List<string> WorkloadIds, List<(string WorkloadId, string Role)> Roles);

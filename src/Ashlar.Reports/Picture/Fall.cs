using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What falls with a workload that is taken over; a row of BlastRadius.</summary>
public sealed record Fall(
    string WorkloadId,
    Severity Level,
    long Resources,
    long Workloads,
    long DataStores,
    long Secrets,
    long Identities,
    bool ControlsTenant,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Missing);

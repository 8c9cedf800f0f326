using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What is known before the first verdict.</summary>
/// <param name="Title">Name of the tenant or snapshot, such as <c>Contoso (sample tenant)</c>.</param>
/// <param name="AsOf">Time of collection, UTC.</param>
/// <param name="AsOfSource">Where that time comes from, in words.</param>
/// <param name="Sources">Inputs as the user gave them.</param>
/// <param name="Version">Version of Ashlar.</param>
/// <param name="Workloads">Ordered by name, then id.</param>
public sealed record ReportHeader(
    string Title,
    DateTime AsOf,
    string AsOfSource,
    IReadOnlyList<string> Sources,
    string Version,
    Inventory Inventory,
    IReadOnlyList<AiWorkload> Workloads)
{
    /// <summary>Who can do what to the workloads; a workload or capability that is not here was not looked at.</summary>
    public IReadOnlyList<WorkloadAccess> Access { get; init; } = [];

    /// <summary>What is drawn: exposure, data flows, attack paths.</summary>
    public TenantPicture Picture { get; init; } = TenantPicture.Empty;

    /// <summary>See <see cref="Redaction.Mark"/>; null when nothing is redacted.</summary>
    public string? Redaction { get; init; }
}

using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Workloads.Joining;

/// <summary>A member before it is known whether the snapshot holds it.</summary>
/// <param name="Key">Lower-case id, or the host.</param>
/// <param name="Id">ARM id, or a host name.</param>
internal sealed record Found(string Key, string Id, string Type, string Via, string? ReferredBy)
{
    public static Found Of(AiRow row, string via, string? referredBy) => new(row.Key, row.Id, row.Type, via, referredBy);
}

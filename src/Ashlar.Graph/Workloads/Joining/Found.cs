namespace Ashlar.Graph.Workloads.Joining;

/// <summary>A member before it is known whether the snapshot holds it.</summary>
/// <param name="Id">ARM id, or a host name.</param>
internal sealed record Found(string Id, string Type, string Via, string? ReferredBy);

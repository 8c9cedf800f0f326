namespace Ashlar.Graph.Reach.Judging;

/// <summary>A private endpoint as the table shows it.</summary>
/// <param name="Tenant">own, other or unknown.</param>
internal sealed record EndpointView(string Id, string State, string Network, string Subnet, string Dns, string Tenant);

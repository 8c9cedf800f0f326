namespace Ashlar.Graph.Reach.Doors;

/// <summary>A subnet that a firewall lets in through its service endpoint.</summary>
/// <param name="Service">Lower case: the service the subnet needs an endpoint for.</param>
internal sealed record SubnetRule(string SubnetKey, string Service);

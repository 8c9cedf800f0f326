using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <summary>One side of a peering.</summary>
/// <param name="Access">The tag VirtualNetwork holds the other side; it closes nothing else.</param>
/// <param name="Forwarded">Takes from the other side what was not sent there.</param>
/// <param name="Partial">Only some subnets are peered.</param>
internal sealed record Peering(string Id, string RemoteKey, bool Connected, bool Access, bool Forwarded, bool UsesRemoteGateway, bool LendsGateway, bool Partial, AddressSet RemotePrefixes);

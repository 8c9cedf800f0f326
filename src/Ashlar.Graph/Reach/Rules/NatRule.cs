using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>Forwards from a public address of a firewall to a private one.</summary>
/// <param name="To">Null = not told, or a host name.</param>
internal sealed record NatRule(string Id, AddressMatch Source, AddressRange? To, int? ToPort, bool IsTcp);

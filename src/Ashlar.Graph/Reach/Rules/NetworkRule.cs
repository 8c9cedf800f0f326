using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <param name="Hosts">Host names as destination, which the firewall turns into addresses; empty = <paramref name="Destination"/> counts.</param>
internal sealed record NetworkRule(string Id, bool Allow, AddressMatch Source, AddressMatch Destination, IReadOnlyList<string> Hosts, PortSet Ports, bool IsTcp);

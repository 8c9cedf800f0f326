using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>A public address that leads to an interface of a machine.</summary>
/// <param name="Id">The public address, the rule of a load balancer or of a firewall.</param>
/// <param name="Port">Port at the machine; 0: as it came.</param>
/// <param name="Standard">Closed until a security group opens it; null = not told.</param>
/// <param name="Floating">The packet keeps this address; empty: it gets the machine's.</param>
internal sealed record Front(string Id, Inside At, int Port, bool? Standard, AddressSet Floating)
{
    public NatRule? Nat { get; init; }

    public Firewall? Firewall { get; init; }
}

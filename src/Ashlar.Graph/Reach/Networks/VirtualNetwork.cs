using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

internal sealed class VirtualNetwork(int index, string id, string key, AddressSet prefixes)
{
    public int Index => index;

    public string Id => id;

    public string Key => key;

    public AddressSet Prefixes => prefixes;

    /// <summary>It was read; false: only a peering names it.</summary>
    public bool Seen { get; init; } = true;

    /// <summary>It asks DNS servers of its own.</summary>
    public bool OwnDns { get; init; }

    public List<Peering> Peerings { get; } = [];

    public List<int> Subnets { get; } = [];

    /// <summary>Ids of its VPN and ExpressRoute gateways.</summary>
    public List<string> Gateways { get; } = [];
}

using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <summary>One address of a network interface, or of the interfaces of a scale set (then without the address).</summary>
internal sealed record Interface(string Id, string Key, string OwnerKey, string SubnetKey)
{
    public AddressSet Address { get; init; } = AddressSet.Empty;

    /// <summary>Key of its own network security group; empty: it has none.</summary>
    public string GroupKey { get; init; } = "";

    public string PublicAddressKey { get; init; } = "";

    /// <summary>It gets a public address with the machine.</summary>
    public bool GetsPublicAddress { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    public bool? Forwards { get; init; }

    /// <summary>Keys of its address in the pools of load balancers: pools name addresses, addresses name pools.</summary>
    public IReadOnlyList<string> PoolKeys { get; init; } = [];

    public IReadOnlyList<string> NatRuleKeys { get; init; } = [];
}

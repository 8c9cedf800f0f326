using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Networks;

/// <summary>Everything read of networks; resources by their key.</summary>
internal sealed class NetworkEstate
{
    public List<VirtualNetwork> Networks { get; } = [];

    public List<Subnet> Subnets { get; } = [];

    public Dictionary<string, int> NetworkByKey { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> SubnetByKey { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SecurityGroup> Groups { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RouteTable> Tables { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PublicAddress> PublicAddresses { get; } = new(StringComparer.Ordinal);

    /// <summary>NAT gateways to their public addresses; null = some are not told.</summary>
    public Dictionary<string, AddressSet?> NatGateways { get; } = new(StringComparer.Ordinal);

    public List<Interface> Interfaces { get; } = [];

    public List<LoadBalancer> LoadBalancers { get; } = [];

    /// <summary>By key of the target.</summary>
    public Dictionary<string, List<PrivateEndpoint>> Endpoints { get; } = new(StringComparer.Ordinal);

    public List<Firewall> Firewalls { get; } = [];

    public PrivateDns Dns { get; } = new();

    public Dictionary<string, List<PerimeterAssociation>> Perimeters { get; } = new(StringComparer.Ordinal);

    public int AddSubnet(string id, string key, int network, AddressSet prefixes, Func<Subnet, Subnet> more)
    {
        if (SubnetByKey.TryGetValue(key, out var known))
            return known;
        var subnet = more(new Subnet(Subnets.Count, id, key, network, prefixes));
        Subnets.Add(subnet);
        SubnetByKey[key] = subnet.Index;
        Networks[network].Subnets.Add(subnet.Index);
        return subnet.Index;
    }

    /// <summary>After everything was read: gives subnets what they refer to.</summary>
    public void Settle()
    {
        var kin = new Dictionary<(int, string, string), int>();
        for (var i = 0; i < Subnets.Count; i++)
        {
            var subnet = Subnets[i];
            var key = (subnet.Network, subnet.GroupKey, subnet.TableKey);
            if (!kin.TryGetValue(key, out var number))
                kin[key] = number = kin.Count;
            Subnets[i] = subnet with { Group = Groups.GetValueOrDefault(subnet.GroupKey), Table = Tables.GetValueOrDefault(subnet.TableKey), Kin = number };
        }
    }

    public Subnet? SubnetOf(string key) => SubnetByKey.TryGetValue(key, out var index) ? Subnets[index] : null;

    /// <summary>Network of a subnet's key: all of it before <c>/subnets/</c>.</summary>
    public VirtualNetwork? NetworkOf(string subnetKey) =>
        subnetKey.LastIndexOf("/subnets/", StringComparison.Ordinal) is var end and > 0 && NetworkByKey.TryGetValue(subnetKey[..end], out var index) ? Networks[index] : null;
}

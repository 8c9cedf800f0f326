using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Reach.Walking;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>What leaves subnets for public addresses: security group, default route, firewall, the address it leaves with.</summary>
internal sealed class EgressJudge(NetworkEstate estate, Topology topology, Walker walker)
{
    private static readonly AddressRange Somewhere = AddressRange.Single(0x08080808);

    /// <summary>Where code in a subnet can reach.</summary>
    /// <param name="brings">What it runs on brings its own way to the internet.</param>
    public Egress Of(Subnet subnet, bool brings)
    {
        var permit = walker.Through(subnet, false, subnet.Party, Party.Of("?", ""), 443);
        var (kind, firewall, route) = DefaultRoute(subnet);
        if (kind == EgressKind.Internet && subnet.DefaultOutbound == false && subnet.NatGatewayKey.Length == 0 && !brings)
            kind = EgressKind.None;
        var blocked = permit.IsNone && estate.Groups.TryGetValue(subnet.GroupKey, out var group) && !NamesServices(group);
        return new(kind, firewall, permit.Open.Holds(subnet.Prefixes), blocked, Leaves(subnet, kind, firewall, brings), route);
    }

    /// <summary>Which addresses of a subnet its security group and its routes let out to a service; what a firewall on the way says comes on top.</summary>
    public Permit Leaving(Subnet subnet, Egress egress, Party service, int port)
    {
        if (egress.Kind == EgressKind.None)
            return Permit.None;
        var permit = walker.Through(subnet, false, subnet.Party, service, port);
        return egress.Kind == EgressKind.Unknown ? permit.Doubted : permit;
    }

    /// <summary>Which addresses a firewall lets out to a service.</summary>
    public Permit Past(Firewall firewall, Party service, int port, IReadOnlyList<string> hosts)
    {
        var tags = estate.SubnetOf(firewall.SubnetKey) is { } own ? topology.TagsOf(own) : new TagScope(AddressSet.Empty, AddressSet.Empty);
        var (passed, proxied) = firewall.Judge(Party.At(AddressSet.All), service, port, hosts, tags);
        return passed.Or(proxied);
    }

    private (EgressKind Kind, Firewall? Firewall, string Route) DefaultRoute(Subnet subnet)
    {
        if (subnet.TableKey.Length > 0)
        {
            if (!estate.Tables.TryGetValue(subnet.TableKey, out var table) || !table.Whole)
                return (EgressKind.Unknown, null, subnet.TableKey);
            var (route, agreed) = table.For(Somewhere);
            if (!agreed)
                return (EgressKind.Unknown, null, route!.Id);
            if (route is not null)
                return Along(route, subnet);
            if (topology.IsJoined(subnet.Network) != false && table.NoGatewayRoutes != true)
                return (EgressKind.Unknown, null, "");
            return (EgressKind.Internet, null, "");
        }

        // A gateway may have learned a default route.
        return (topology.IsJoined(subnet.Network) == false ? EgressKind.Internet : EgressKind.Unknown, null, "");
    }

    private (EgressKind Kind, Firewall? Firewall, string Route) Along(Route route, Subnet subnet)
    {
        if (route.Hop != NextHop.Appliance || route.Appliance is not { } address)
            return (route.Hop switch { NextHop.None => EgressKind.None, NextHop.Internet => EgressKind.Internet, _ => EgressKind.Unknown }, null, route.Id);
        var (firewall, hub) = walker.FirewallAt(subnet.Network, address);
        return hub < 0 ? (EgressKind.None, null, route.Id) : (firewall is null ? EgressKind.Unknown : EgressKind.Firewall, firewall, route.Id);
    }

    /// <summary>Addresses it leaves with; null = not known.</summary>
    private AddressSet? Leaves(Subnet subnet, EgressKind kind, Firewall? firewall, bool brings)
    {
        if (kind == EgressKind.Firewall)
        {
            var set = AddressSet.Empty;
            foreach (var key in firewall!.PublicAddressKeys)
            {
                if (!estate.PublicAddresses.TryGetValue(key, out var address) || address.Address.IsEmpty)
                    return null;
                set = set.Or(address.Address);
            }

            return set.IsEmpty ? null : set;
        }

        return kind == EgressKind.Internet && !brings && subnet.NatGatewayKey.Length > 0 ? estate.NatGateways.GetValueOrDefault(subnet.NatGatewayKey) : null;
    }

    private static bool NamesServices(SecurityGroup group) => group.Outbound.Any(r => r.Allow && r.Destination.Tags.Any(t => !Tags.Is(t, Tags.VirtualNetwork) && !Tags.Is(t, Tags.Internet)));
}

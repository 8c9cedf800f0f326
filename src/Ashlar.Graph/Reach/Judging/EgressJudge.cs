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
        var permit = walker.Through(subnet.GroupKey, false, Party.At(subnet.Prefixes), Party.Of("?", ""), 443, topology.TagsOf(subnet));
        var (kind, firewall, route) = DefaultRoute(subnet);
        if (kind == EgressKind.Internet && subnet.DefaultOutbound == false && subnet.NatGatewayKey.Length == 0 && !brings)
            kind = EgressKind.None;
        // A default that was not told is not certain to lead out.
        if (permit.IsNone && estate.Groups.TryGetValue(subnet.GroupKey, out var group) && !NamesServices(group))
            kind = EgressKind.None;
        return new(kind, firewall, permit.Open.Holds(subnet.Prefixes), Leaves(subnet, kind, firewall, brings), route);
    }

    /// <summary>Whether code in a subnet comes to a service at its public address; null = not known.</summary>
    public bool? Reaches(Subnet subnet, Egress egress, Party service, int port, IReadOnlyList<string> hosts)
    {
        if (egress.Kind == EgressKind.None)
            return false;
        var source = Party.At(subnet.Prefixes);
        var permit = walker.Through(subnet.GroupKey, false, source, service, port, topology.TagsOf(subnet));
        if (egress.Firewall is { } firewall)
        {
            var (passed, proxied) = firewall.Judge(source, service, port, hosts, topology.TagsOf(subnet));
            permit = permit.And(passed.Or(proxied));
        }

        if (egress.Kind == EgressKind.Unknown)
            permit = permit.Doubted;
        return permit.IsNone ? false : permit.Open.Holds(subnet.Prefixes) ? true : null;
    }

    private (EgressKind Kind, Firewall? Firewall, string Route) DefaultRoute(Subnet subnet)
    {
        if (subnet.TableKey.Length > 0)
        {
            if (!estate.Tables.TryGetValue(subnet.TableKey, out var table) || !table.Whole)
                return (EgressKind.Unknown, null, subnet.TableKey);
            var routes = table.For(Somewhere).ToList();
            if (routes.Count > 1 && routes.Exists(r => r.Hop != routes[0].Hop || r.Appliance != routes[0].Appliance))
                return (EgressKind.Unknown, null, routes[0].Id);
            if (routes.Count > 0)
            {
                switch (routes[0].Hop)
                {
                    case NextHop.None:
                        return (EgressKind.None, null, routes[0].Id);
                    case NextHop.Appliance when routes[0].Appliance is { } address:
                        var (firewall, hub) = walker.FirewallAt(subnet.Network, address);
                        return hub < 0 ? (EgressKind.None, null, routes[0].Id) : (firewall is null ? EgressKind.Unknown : EgressKind.Firewall, firewall, routes[0].Id);
                    case NextHop.Internet:
                        return (EgressKind.Internet, null, routes[0].Id);
                    default:
                        return (EgressKind.Unknown, null, routes[0].Id);
                }
            }

            if (topology.IsJoined(subnet.Network) != false && table.NoGatewayRoutes != true)
                return (EgressKind.Unknown, null, "");
            return (EgressKind.Internet, null, "");
        }

        // A gateway may have learned a default route.
        return (topology.IsJoined(subnet.Network) == false ? EgressKind.Internet : EgressKind.Unknown, null, "");
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

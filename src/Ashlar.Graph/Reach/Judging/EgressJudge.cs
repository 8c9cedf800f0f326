using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Reach.Walking;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>What leaves subnets for public addresses: security group, default route, firewall, the address it leaves with.</summary>
internal sealed class EgressJudge(NetworkEstate estate, Topology topology, Walker walker)
{
    private const int MostPorts = 200;

    /// <summary>Where code in a subnet can reach.</summary>
    /// <param name="brings">What it runs on brings its own way to the internet.</param>
    public Egress Of(Subnet subnet, bool brings)
    {
        var permits = Ports(subnet).Select(p => walker.Through(subnet, false, subnet.Party, Party.Of("?", ""), p)).ToList();
        var (kind, firewall, route, mixed) = WidestRoute(subnet);
        if (kind == EgressKind.Internet && subnet.DefaultOutbound == false && subnet.NatGatewayKey.Length == 0 && !brings)
            kind = EgressKind.None;
        var blocked = permits.TrueForAll(p => p.IsNone) && estate.Groups.TryGetValue(subnet.GroupKey, out var group) && !NamesServices(group);
        var open = permits.Exists(p => p.Open.Holds(subnet.Prefixes)) || LetsOutMany(subnet);
        return new(kind, firewall, open, blocked, mixed, mixed ? null : Leaves(subnet, kind, firewall, brings), route);
    }

    /// <summary>A destination that is as wide as the internet: its tag, all of Azure's, a prefix of a /8.</summary>
    public static bool IsWide(AddressMatch destination) =>
        destination.Any || destination.Addresses.And(AddressSet.Public).CountOfFour() >= PublicJudge.Many || destination.Tags.Any(t => Tags.Is(t, Tags.Internet) || Tags.Is(t.Split('.')[0], Tags.Cloud));

    // Within the ports of a rule others may decide: where one begins or has ended stands for what follows.
    private static IReadOnlyList<int> Ports(Subnet subnet) =>
        [.. (subnet.Group?.Outbound ?? []).SelectMany(r => r.Ports.Ranges).SelectMany(p => new[] { p.From, p.To + 1 }).Where(p => p is > 0 and <= 65535).Prepend(443).Distinct().Take(MostPorts)];

    // A rule over a part of the internet says yes to no service for certain, and still is a way out to anybody there.
    private bool LetsOutMany(Subnet subnet) =>
        subnet.Group is { } group && group.Outbound.Any(r => r.Allow && r.Id.Length > 0 && IsWide(r.Destination)
            && (r.Ports.Readable ? r.Ports.Ranges : [(443, 443)]).Any(p => !walker.Through(subnet, false, subnet.Party, Party.Of("?", ""), Math.Max(1, p.From)).IsNone));

    /// <summary>Which addresses of a subnet its security group and its routes let out to a service; what a firewall on the way says comes on top.</summary>
    public Permit Leaving(Subnet subnet, Egress egress, Party service, int port)
    {
        if (egress.Kind == EgressKind.None)
            return Permit.None;
        var permit = walker.Through(subnet, false, subnet.Party, service, port);
        return egress.Kind == EgressKind.Unknown || egress.Mixed ? permit.Doubted : permit;
    }

    /// <summary>Which addresses a firewall lets out to a service.</summary>
    public Permit Past(Firewall firewall, Party service, int port, IReadOnlyList<string> hosts)
    {
        var tags = estate.SubnetOf(firewall.SubnetKey) is { } own ? topology.TagsOf(own) : new TagScope(AddressSet.Empty, AddressSet.Empty);
        var (passed, proxied) = firewall.Judge(Party.At(AddressSet.All), service, port, hosts, tags);
        return passed.Or(proxied);
    }

    // A way that leads to fewer addresses than a /8 is one for a few services, not one to the internet.
    private (EgressKind Kind, Firewall? Firewall, string Route, bool Mixed) WidestRoute(Subnet subnet)
    {
        var ways = new Dictionary<(EgressKind Kind, Firewall? Firewall), (string Route, ulong Count)>();
        foreach (var piece in Pieces(subnet))
        {
            var (kind, firewall, route) = RouteTo(subnet, new AddressRange(piece.From, piece.From));
            var (first, count) = ways.GetValueOrDefault((kind, firewall), (route, 0UL));
            ways[(kind, firewall)] = (first, count + (ulong)(piece.To - piece.From) + 1);
        }

        var wide = ways.Where(w => w.Value.Count >= PublicJudge.Many).OrderByDescending(w => w.Key.Kind switch { EgressKind.None => 0, EgressKind.Firewall => 1, EgressKind.Unknown => 2, _ => 3 }).ToList();
        // Through two firewalls: what leaves is not decided by one of them.
        return wide.Count == 0 || (wide.Count > 1 && wide[0].Key.Kind == EgressKind.Firewall && wide[1].Key.Kind == EgressKind.Firewall)
            ? (EgressKind.Unknown, null, ways.First().Value.Route, true)
            : (wide[0].Key.Kind, wide[0].Key.Firewall, wide[0].Value.Route, wide.Count > 1);
    }

    // The public addresses, cut wherever a route begins or has ended.
    private static List<AddressRange> Pieces(Subnet subnet)
    {
        var cuts = subnet.Table is { } table ? table.Routes.Where(r => r.Prefix.IsFour && AddressSet.Public.Meets(r.Prefix)).SelectMany(r => new[] { r.Prefix.From, r.Prefix.To + 1 }).Distinct().Order().ToList() : [];
        var pieces = new List<AddressRange>();
        foreach (var range in AddressSet.Public.Ranges)
        {
            if (!range.IsFour)
                continue;
            var from = range.From;
            foreach (var cut in cuts.Where(c => c > range.From && c <= range.To))
            {
                pieces.Add(new(from, cut - 1));
                from = cut;
            }

            pieces.Add(new(from, range.To));
        }

        return pieces;
    }

    private (EgressKind Kind, Firewall? Firewall, string Route) RouteTo(Subnet subnet, AddressRange address)
    {
        if (subnet.TableKey.Length > 0)
        {
            if (!estate.Tables.TryGetValue(subnet.TableKey, out var table) || !table.Whole)
                return (EgressKind.Unknown, null, subnet.TableKey);
            var (route, agreed) = table.For(address);
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

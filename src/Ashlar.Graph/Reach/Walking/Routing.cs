using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;

namespace Ashlar.Graph.Reach.Walking;

/// <summary>Where a subnet sends what goes to a private address: the longest prefix, at equal length the user's route before a gateway's before the system's.</summary>
internal sealed class Routing(NetworkEstate estate, Topology topology)
{
    public Step Step(Subnet from, Place place)
    {
        var table = from.Table;
        if (place.Address.IsEmpty || (from.TableKey.Length > 0 && table is not { Whole: true }))
            return new(RouteKind.Unknown, from.TableKey);
        Step? step = null;
        foreach (var address in place.Address.Ranges)
        {
            // Where the address is not told, a route for a part of what it may be decides for some.
            var one = table is not null && Parts(table, address) ? new(RouteKind.Unknown) : Step(from, place, table, address);
            if (step is { } other && (other.Kind != one.Kind || other.Appliance != one.Appliance))
                return new(RouteKind.Unknown);
            step = one;
        }

        return step!.Value;
    }

    private Step Step(Subnet from, Place place, RouteTable? table, AddressRange address)
    {
        var to = estate.Subnets[place.Subnet];
        var system = System(from, to, place, address, out var length);
        var (own, agreed) = table?.For(address) ?? default;
        if (own is null || own.Length < length)
            return system ?? new(Learns(from, to, table) ? RouteKind.Unknown : RouteKind.Dropped);
        // A gateway may know a longer prefix than the table, though none that goes before the system's own.
        if (!agreed || (system is null && own.Length < 32 && Learns(from, to, table)))
            return new(RouteKind.Unknown, own.Id);
        return Own(own, from, to);
    }

    private static bool Parts(RouteTable table, AddressRange address)
    {
        foreach (var route in table.Routes)
        {
            if (route.Prefix.Meets(address) && !route.Prefix.Holds(address))
                return true;
        }

        return false;
    }

    private Step Own(Route route, Subnet from, Subnet to) => route.Hop switch
    {
        NextHop.Local => new(from.Network == to.Network ? RouteKind.Delivered : topology.ArePeered(from.Network, to.Network) ? RouteKind.Unknown : RouteKind.Dropped, route.Id),
        NextHop.Appliance when route.Appliance is { } appliance => new(RouteKind.Appliance, route.Id, appliance),
        NextHop.Gateway => new(topology.IsJoined(from.Network) == false ? RouteKind.Dropped : RouteKind.Unknown, route.Id),
        NextHop.None or NextHop.Internet => new(RouteKind.Dropped, route.Id),
        _ => new(RouteKind.Unknown, route.Id),
    };

    /// <summary>The system's route and the length that a user's route needs to take its place; null when there is none.</summary>
    private Step? System(Subnet from, Subnet to, Place place, AddressRange address, out int length)
    {
        length = -1;
        var (here, there) = (estate.Networks[from.Network], estate.Networks[to.Network]);
        if (here.Index != there.Index && here.Prefixes.Meets(address))
        {
            // The same addresses lie in its own network: nothing of them goes out.
            length = Longest(here, address);
            return new(RouteKind.Dropped);
        }

        if (here.Index != there.Index && !topology.ArePeered(here.Index, there.Index))
            return null;
        length = Longest(there, address);
        if (place.IsEndpoint)
        {
            // An endpoint has a route of its own, which gives way only where its subnet says so.
            length = to.RoutesForEndpoints == true ? Math.Max(length, 0) : 32;
            if (to.RoutesForEndpoints is null)
                return new(RouteKind.Unknown);
        }

        return topology.Side(here.Index, there.Index) is { Partial: true } ? new(RouteKind.Unknown) : new(RouteKind.Delivered);
    }

    private static int Longest(VirtualNetwork network, AddressRange address)
    {
        foreach (var range in network.Prefixes.Ranges)
        {
            if (range.Holds(address))
                return range.PrefixLength ?? 0;
        }

        return 0;
    }

    // Private addresses that no route names are dropped, unless a gateway has learned them; of a network at the same gateway it tells nothing.
    private bool Learns(Subnet from, Subnet to, RouteTable? table) =>
        topology.MayLearn(from.Network, to.Network) && table?.NoGatewayRoutes != true;
}

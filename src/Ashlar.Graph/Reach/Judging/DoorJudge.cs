using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Reach.Walking;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>Puts the legs of a door together: public addresses, service endpoints, private endpoints, interfaces inside.</summary>
internal sealed class DoorJudge(NetworkEstate estate, PlaceJudge places, PublicJudge publicly, DnsJudge dns, OutboundJudge outbound, ReachCoverage coverage, IReadOnlySet<string> subscriptions)
{
    private const string VirtualNetworks = "Virtual networks, their gateways or their private endpoints were not all read, so more may reach it: run the export kit, or az graph query on microsoft.network.";
    private readonly bool _knowsNetworks = coverage.Everywhere("microsoft.network/virtualnetworks") && coverage.Everywhere("microsoft.network/virtualnetworkgateways");
    private readonly bool _knowsEndpoints = coverage.Everywhere("microsoft.network/privateendpoints");
    private readonly bool _knowsPublicAddresses = coverage.Everywhere("microsoft.network/loadbalancers") && coverage.Everywhere("microsoft.network/networkinterfaces");

    private readonly int[] _ranks = Ranks(estate);
    private readonly ILookup<string, Interface> _cards = estate.Interfaces.Where(i => i.OwnerKey.Length == 0).ToLookup(i => i.Key);

    public Judged Judge(Door door)
    {
        var open = publicly.Judge(door);
        var width = open.Width;
        var networks = new HashSet<int>();
        var found = new List<(string, string, PlaceReach)>();
        foreach (var rule in door.SubnetRules)
            width = width.Or(ByServiceEndpoint(rule, networks));
        var views = new List<EndpointView>();
        var abroad = false;
        foreach (var endpoint in estate.Endpoints.GetValueOrDefault(door.LinkKey, []).Where(e => e.GroupIds.Count == 0 || e.GroupIds.Any(g => door.LinkGroups.Contains(g, StringComparer.OrdinalIgnoreCase))).OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            var (reach, view, foreign) = ByEndpoint(door, endpoint, networks, found, ref open);
            width = width.Or(reach);
            abroad |= foreign;
            views.Add(view);
        }

        foreach (var inside in door.Insides)
            width = width.Or(Within(door, inside, networks, found, ref open));
        if (door.Beside)
            width = width.Or(Width.Of(Level.Network));
        if (door.LinkGroups.Count > 0 && !_knowsEndpoints && width.Certain < Level.Corporate)
        {
            width = width.Or(Width.UpTo(Level.Corporate));
            door.Lacks(VirtualNetworks);
        }

        if (door.Fronts is not null && !_knowsPublicAddresses && width.Certain < Level.Internet)
        {
            width = width.Or(Width.UpTo(Level.Internet));
            door.Lacks("Network interfaces and load balancers were not all read: run the export kit, or az graph query on microsoft.network.");
        }

        if (!width.IsKnown && door.Missing.Count == 0)
            door.Lacks("A leg on which it hangs is not decided by what was read: see Legs.");
        var (name, destinations) = outbound.Of(door);
        return new(door, width, open, views, [.. networks.OrderBy(n => _ranks[n]).Take(20).Select(n => estate.Networks[n].Id)], abroad || (!_knowsNetworks && found.Count > 0) ? null : networks.Count, found, name, destinations, door.Missing.Count == 0);
    }

    private static int[] Ranks(NetworkEstate estate)
    {
        var ranks = new int[estate.Networks.Count];
        foreach (var (network, rank) in estate.Networks.OrderBy(n => n.Key, StringComparer.Ordinal).Select((n, i) => (n.Index, i)))
            ranks[network] = rank;
        return ranks;
    }

    private Width ByServiceEndpoint(SubnetRule rule, HashSet<int> networks)
    {
        if (estate.SubnetOf(rule.SubnetKey) is not { } subnet)
            return Width.UpTo(Level.Network);
        if (!HasEndpoint(subnet, rule.Service))
            return Width.Of(Level.Nowhere);
        networks.Add(subnet.Network);
        return Width.Of(Level.Network);
    }

    /// <summary>A rule without its endpoint lets nobody in: the subnet calls from a public address.</summary>
    public static bool HasEndpoint(Subnet subnet, string service) => subnet.ServiceEndpoints.Any(e => e == service || e == service + ".global");

    private (Width Width, EndpointView View, bool Foreign) ByEndpoint(Door door, PrivateEndpoint endpoint, HashSet<int> networks, List<(string, string, PlaceReach)> found, ref PublicReach open)
    {
        var subnet = estate.SubnetOf(endpoint.SubnetKey);
        var network = subnet is null ? null : estate.Networks[subnet.Network];
        var own = endpoint.SubnetKey.Length > 0 || (ResourceIds.SubscriptionId(endpoint.Id) is { } subscription && subscriptions.Contains(subscription));
        var approved = endpoint.State == "approved";
        var resolved = approved ? dns.Of(door, endpoint, network) : "unknown";
        var view = new EndpointView(endpoint.Id, endpoint.State.Length == 0 ? "unknown" : endpoint.State, network?.Id ?? "", subnet?.Id ?? endpoint.SubnetKey, resolved, own ? "own" : coverage.Everywhere("microsoft.network/privateendpoints") && subscriptions.Count > 0 ? "other" : "unknown");
        door.Legs.Add(new Leg("privateEndpoint", approved ? "opens" : endpoint.State.Length == 0 ? "unknown" : "closes", endpoint.Id, "properties.privateLinkServiceConnectionState.status", endpoint.State, approved ? "Reject the connection if nobody needs it." : ""));
        if (!approved)
        {
            if (endpoint.State.Length > 0)
                return (Width.Of(Level.Nowhere), view, false);
            door.Lacks("The state of a private endpoint was not reported: " + endpoint.Id);
            return (Width.UpTo(Level.Corporate), view, false);
        }

        if (resolved != "resolves")
            door.Legs.Add(new Leg("dns", resolved == "unknown" ? "unknown" : "limits", endpoint.Id, "privateDnsZoneGroups", resolved, resolved == "unknown" ? "" : "Link the private zone to the network and let the endpoint write to it: names lead to the public address now."));
        if (subnet is null)
        {
            // Somebody's network reaches it; whose, and what is joined to it, stands elsewhere.
            door.Lacks((own ? "The network of a private endpoint was not read: " : "A private endpoint stands in a network that was not read: ") + endpoint.Id);
            return (new(Level.Network, Level.Corporate), view, true);
        }

        var place = new Place(endpoint.Id, subnet.Index, AddressOf(endpoint, subnet), door.Port) { IsEndpoint = true, Groups = endpoint.Groups, Hosts = door.Hosts };
        return (Reached(door, place, "privateEndpoint", networks, found, ref open), view, false);
    }

    // Where a zone group keeps the names the endpoint's interface alone tells its addresses.
    private AddressSet AddressOf(PrivateEndpoint endpoint, Subnet subnet)
    {
        var addresses = endpoint.Addresses;
        foreach (var card in addresses.IsEmpty ? endpoint.InterfaceKeys : [])
        {
            foreach (var part in _cards[card])
                addresses = addresses.Or(part.Address);
        }

        return addresses.IsEmpty ? subnet.Prefixes : addresses;
    }

    private Width Within(Door door, Inside inside, HashSet<int> networks, List<(string, string, PlaceReach)> found, ref PublicReach open)
    {
        if (estate.SubnetOf(inside.SubnetKey) is not { } subnet)
        {
            door.Lacks(inside.SubnetKey.Length == 0 ? "The subnet it stands in was not reported." : "The subnet it stands in was not read: " + inside.SubnetKey);
            return Width.UpTo(Level.Corporate);
        }

        door.Legs.Add(new Leg("inside", "opens", subnet.Id, "", "", ""));
        var place = new Place(inside.Id, subnet.Index, inside.Address.IsEmpty ? subnet.Prefixes : inside.Address, door.Port) { GroupKeys = inside.GroupKeys, Groups = inside.Groups, Hosts = door.Hosts };
        return Reached(door, place, "inside", networks, found, ref open);
    }

    private Width Reached(Door door, Place place, string leg, HashSet<int> networks, List<(string, string, PlaceReach)> found, ref PublicReach open)
    {
        var reach = places.Judge(place);
        found.Add((leg, place.Id, reach));
        networks.UnionWith(reach.Networks);
        var home = estate.Networks[estate.Subnets[place.Subnet].Network];
        if (reach.Premises != false)
            door.Legs.Add(new Leg("gateway", reach.Premises == true ? "opens" : "unknown", home.Id, "", "", reach.Premises == true ? "Take the network off the gateway, or close it in the security group of the subnet." : ""));
        if (home.Peerings.FirstOrDefault(p => p.Connected) is { } peering)
            door.Legs.Add(new Leg("peering", "opens", peering.Id, "properties.peeringState", "Connected", ""));
        var width = reach.Width;
        if (door.Fronts is null)
        {
            var forwarded = publicly.Forwarded(door, place);
            open = open.Or(forwarded);
            width = width.Or(forwarded.Width);
        }

        if (_knowsNetworks || width.Certain >= Level.Corporate)
            return width;
        door.Lacks(VirtualNetworks);
        return width.Or(Width.UpTo(Level.Corporate));
    }
}

using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Walking;

/// <summary>Walks a connection from a subnet to a place: the sender's routes and security group, what stands between, the receiver's security groups.</summary>
internal sealed class Walker(NetworkEstate estate, Topology topology)
{
    private readonly Routing _routing = new(estate, topology);
    private readonly ILookup<AddressRange, Firewall> _firewalls = estate.Firewalls.Where(f => f.PrivateAddress.Ranges.Length == 1 && f.PrivateAddress.Ranges[0].IsSingle).ToLookup(f => f.PrivateAddress.Ranges[0]);
    private readonly ILookup<AddressRange, Interface> _interfaces = estate.Interfaces.Where(i => i.Address.Ranges.Length == 1).ToLookup(i => i.Address.Ranges[0]);

    public Arrival At(Place place) => new(place, estate, topology, this, _routing);

    /// <summary>Which addresses of a sender come through.</summary>
    /// <param name="senderGroups">Keys of security groups on the sending interface.</param>
    public Permit Walk(Subnet from, Party source, Arrival arrival, IReadOnlyList<string>? senderGroups = null)
    {
        if (source.Addresses.IsEmpty)
            return Permit.None;
        var place = arrival.Place;
        var destination = Party.At(place.Address) with { Groups = place.Groups };
        Permit permit;
        // What hangs on addresses alone is found once for all of them; a sender in application security groups, or of no address, is looked at itself.
        if (source.Kind == PartyKind.Addresses && source.Groups.Count + source.SomeGroups.Count == 0)
        {
            permit = arrival.From(from).And(Permit.Of(source));
        }
        else
        {
            var step = arrival.Step(from);
            if (step.Kind == RouteKind.Dropped)
                return Permit.None;
            var direct = Arrive(source, place);
            permit = step.Kind switch
            {
                RouteKind.Delivered => direct,
                RouteKind.Appliance => OverAppliance(from.Network, source, arrival, step.Appliance, direct),
                _ => direct.Doubted,
            };
            permit = permit.And(Through(from, false, source, destination, place.Port));
        }

        foreach (var group in senderGroups ?? [])
            permit = permit.And(Through(group, false, source, destination, place.Port, topology.TagsOf(from)));
        return permit;
    }

    /// <summary>Which sources the receiver's own security groups let in.</summary>
    public Permit Arrive(Party source, Place place)
    {
        var to = estate.Subnets[place.Subnet];
        var destination = Party.At(place.Address) with { Groups = place.Groups };
        var permit = Permit.Of(source);
        if (!place.IsEndpoint || to.GroupsForEndpoints == true)
            permit = Through(to, true, source, destination, place.Port);
        else if (to.GroupsForEndpoints is null)
            permit = Through(to, true, source, destination, place.Port) with { Possible = source.Addresses };
        foreach (var group in place.GroupKeys)
            permit = permit.And(Through(group, true, source, destination, place.Port, topology.TagsOf(to)));
        return permit;
    }

    /// <summary>Which sources a security group lets through; without a group all.</summary>
    public Permit Through(string groupKey, bool inbound, Party source, Party destination, int port, TagScope tags) =>
        groupKey.Length == 0 ? Permit.Of(source)
        : estate.Groups.TryGetValue(groupKey, out var group) ? group.Judge(inbound, source, destination, port, tags)
        : Permit.Unknown(source);

    /// <summary>As <see cref="Through(string, bool, Party, Party, int, TagScope)"/>, of a subnet.</summary>
    public Permit Through(Subnet subnet, bool inbound, Party source, Party destination, int port) =>
        subnet.GroupKey.Length == 0 ? Permit.Of(source)
        : subnet.Group is { } group ? group.Judge(inbound, source, destination, port, topology.TagsOf(subnet))
        : Permit.Unknown(source);

    /// <summary>The Azure Firewall at an address that a network can send to; null when none was read.</summary>
    public (Firewall? Firewall, int Hub) FirewallAt(int network, AddressRange address)
    {
        var hub = Hub(network, address);
        return (hub < 0 ? null : _firewalls[address].FirstOrDefault(f => estate.NetworkOf(f.SubnetKey)?.Index == hub), hub);
    }

    /// <param name="direct">Which of the sources come in when nothing stands between.</param>
    public Permit OverAppliance(int network, Party source, Arrival arrival, AddressRange address, Permit direct)
    {
        var (firewall, hub) = FirewallAt(network, address);
        // The next hop has to lie in the network or in a peered one.
        if (hub < 0)
            return Permit.None;
        if (firewall is not null)
            return arrival.Through(firewall, hub, source, direct);
        // What does not forward drops what is not for itself.
        var cards = _interfaces[address].Where(i => estate.NetworkOf(i.SubnetKey)?.Index == hub).ToList();
        return cards.Count > 0 && cards.TrueForAll(c => c.Forwards == false) ? Permit.None : direct.Doubted;
    }

    private int Hub(int network, AddressRange address)
    {
        if (estate.Networks[network].Prefixes.Holds(address))
            return network;
        foreach (var peer in topology.PeersOf(network))
        {
            if (estate.Networks[peer].Prefixes.Holds(address))
                return peer;
        }

        return -1;
    }
}

using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Walking;

/// <summary>Walks a connection from a subnet to a place: the sender's security group, its routes, what stands between, the receiver's security groups.</summary>
internal sealed class Walker(NetworkEstate estate, Topology topology)
{
    private readonly Routing _routing = new(estate, topology);
    private readonly ILookup<AddressRange, Firewall> _firewalls = estate.Firewalls.Where(f => f.PrivateAddress.Ranges.Length == 1 && f.PrivateAddress.Ranges[0].IsSingle).ToLookup(f => f.PrivateAddress.Ranges[0]);
    private readonly ILookup<AddressRange, Interface> _interfaces = estate.Interfaces.Where(i => i.Address.Ranges.Length == 1).ToLookup(i => i.Address.Ranges[0]);

    /// <summary>Which addresses of a subnet get through.</summary>
    /// <param name="senderGroups">Keys of security groups on the sending interface.</param>
    public Permit Walk(Subnet from, Party source, Place place, IReadOnlyList<string>? senderGroups = null)
    {
        var step = _routing.Step(from, place);
        if (step.Kind == RouteKind.Dropped || source.Addresses.IsEmpty)
            return Permit.None;
        var destination = Party.At(place.Address) with { Groups = place.Groups };
        var permit = Through(from.GroupKey, false, source, destination, place.Port, topology.TagsOf(from));
        foreach (var group in senderGroups ?? [])
            permit = permit.And(Through(group, false, source, destination, place.Port, topology.TagsOf(from)));
        if (permit.IsNone)
            return permit;
        return step.Kind switch
        {
            RouteKind.Delivered => permit.And(Arrive(source, place)),
            RouteKind.Appliance => permit.And(OverAppliance(from.Network, source, destination, place, step.Appliance)),
            _ => permit.And(Arrive(source, place)).Doubted,
        };
    }

    /// <summary>Which sources the receiver's own security groups let in.</summary>
    public Permit Arrive(Party source, Place place)
    {
        var to = estate.Subnets[place.Subnet];
        var destination = Party.At(place.Address) with { Groups = place.Groups };
        var permit = Permit.Of(source);
        if (!place.IsEndpoint || to.GroupsForEndpoints == true)
            permit = Through(to.GroupKey, true, source, destination, place.Port, topology.TagsOf(to));
        else if (to.GroupsForEndpoints is null)
            permit = Through(to.GroupKey, true, source, destination, place.Port, topology.TagsOf(to)) is var judged && judged.Open.Holds(source.Addresses) ? judged : Permit.Unknown(source);
        foreach (var group in place.GroupKeys)
            permit = permit.And(Through(group, true, source, destination, place.Port, topology.TagsOf(to)));
        return permit;
    }

    /// <summary>Which sources a security group lets through; without a group all.</summary>
    public Permit Through(string groupKey, bool inbound, Party source, Party destination, int port, TagScope tags) =>
        groupKey.Length == 0 ? Permit.Of(source)
        : estate.Groups.TryGetValue(groupKey, out var group) ? group.Judge(inbound, source, destination, port, tags)
        : Permit.Unknown(source);

    /// <summary>The Azure Firewall at an address that a network can send to; null when none was read.</summary>
    public (Firewall? Firewall, int Hub) FirewallAt(int network, AddressRange address)
    {
        var hub = Hub(network, address);
        return (hub < 0 ? null : _firewalls[address].FirstOrDefault(f => estate.NetworkOf(f.SubnetKey)?.Index == hub), hub);
    }

    private Permit OverAppliance(int network, Party source, Party destination, Place place, AddressRange address)
    {
        var (firewall, hub) = FirewallAt(network, address);
        // The next hop has to lie in the network or in a peered one.
        if (hub < 0)
            return Permit.None;
        var to = estate.Subnets[place.Subnet];
        if (firewall is null)
        {
            // What does not forward drops what is not for itself.
            var cards = _interfaces[address].Where(i => estate.NetworkOf(i.SubnetKey)?.Index == hub).ToList();
            return cards.Count > 0 && cards.TrueForAll(c => c.Forwards == false) ? Permit.None : Arrive(source, place).Doubted;
        }

        if (estate.SubnetOf(firewall.SubnetKey) is not { } own)
            return Arrive(source, place).Doubted;
        var step = _routing.Step(own, place);
        if (step.Kind == RouteKind.Dropped)
            return Permit.None;
        var tags = topology.TagsOf(own);
        var (passed, proxied) = firewall.Judge(source, destination, place.Port, place.Hosts, tags);
        var asFirewall = Party.At(own.Prefixes);
        var mask = Arrive(asFirewall, place);
        var spoken = mask.Open.Holds(own.Prefixes) ? proxied : mask.IsNone ? Permit.None : proxied.Doubted;
        var forwarded = passed.And(Arrive(source, place));
        if (firewall.Translates is null)
            forwarded = mask.Open.Holds(own.Prefixes) ? forwarded : mask.IsNone ? forwarded.Doubted : forwarded.Doubted.Or(passed.Doubted);
        // Documented as a block; others measured that it is not always one.
        if (hub != to.Network && topology.Side(to.Network, hub) is { Forwarded: false })
            forwarded = forwarded.Doubted;
        var all = forwarded.Or(spoken);
        return step.Kind == RouteKind.Delivered ? all : all.Doubted;
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

using System.Collections.Concurrent;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Reach.Walking;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>Finds who reaches a place: only networks that can come into question are walked from.</summary>
internal sealed class PlaceJudge
{
    // No customer's code runs in these.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "AzureBastionSubnet", "RouteServerSubnet" };

    private readonly NetworkEstate _estate;
    private readonly Topology _topology;
    private readonly Walker _walker;
    private readonly List<int>[] _users;
    private readonly ILookup<int, Sender> _senders;
    private readonly ConcurrentDictionary<int, int[]> _near = [];
    private readonly HashSet<int> _learning = [];
    private readonly bool _sendsToGateways;

    public PlaceJudge(NetworkEstate estate, Topology topology, Walker walker, IReadOnlyList<Sender> senders)
    {
        (_estate, _topology, _walker) = (estate, topology, walker);
        _senders = senders.ToLookup(s => estate.Subnets[s.Subnet].Network);
        _users = new List<int>[estate.Networks.Count];
        foreach (var subnet in estate.Subnets.Where(s => !Reserved.Contains(s.Name) && topology.IsJoined(s.Network) != false))
        {
            var table = estate.Tables.GetValueOrDefault(subnet.TableKey);
            _sendsToGateways |= table?.Routes.Any(r => r.Hop == NextHop.Gateway) == true;
            if (table?.NoGatewayRoutes != true)
                _learning.Add(topology.GatewayOf(subnet.Network));
        }

        foreach (var subnet in estate.Subnets.Where(s => s.TableKey.Length > 0 && !Reserved.Contains(s.Name)))
        {
            estate.Tables.TryGetValue(subnet.TableKey, out var table);
            var hubs = (table?.Routes ?? []).Where(r => r.Hop == NextHop.Appliance).Select(r => r.Appliance).OfType<AddressRange>().Distinct().Select(a => walker.FirewallAt(subnet.Network, a).Hub).Where(h => h >= 0);
            // Routes that were not told may lead to an appliance wherever the network can send.
            if (table is not { Whole: true } || table.Routes.Any(r => r.Hop == NextHop.Unreadable || (r.Hop == NextHop.Appliance && r.Appliance is null)))
                hubs = topology.PeersOf(subnet.Network).Append(subnet.Network);
            foreach (var hub in hubs)
            {
                if ((_users[hub] ??= []) is var users && (users.Count == 0 || users[^1] != subnet.Network))
                    users.Add(subnet.Network);
            }
        }
    }

    public PlaceReach Judge(Place place)
    {
        var home = _estate.Subnets[place.Subnet].Network;
        var arrival = _walker.At(place);
        List<int> open = [], unsure = [], senders = [], unsureSenders = [];
        foreach (var network in _near.GetOrAdd(home, Near))
        {
            var seen = From(_estate.Networks[network], arrival);
            if (seen == true)
                open.Add(network);
            else if (seen is null)
                unsure.Add(network);
            else
                continue;
            foreach (var sender in _senders[network])
                (Send(sender, arrival) switch { true => senders, null => unsureSenders, false => null })?.Add(sender.Number);
        }

        var learned = _topology.IsJoined(home) != false && MayBeLearned(_topology.GatewayOf(home)) && !arrival.Direct.And(Permit.Of(Party.At(AddressSet.NotPublic))).IsNone;
        return new(open, unsure, Premises(home, arrival), senders, unsureSenders) { LearnedAt = learned ? _topology.GatewayOf(home) : -1 };
    }

    // What gateways learn is not told: another gateway, or a route to one, may lead here.
    private bool MayBeLearned(int gateway) => _sendsToGateways || _learning.Count > 1 || (_learning.Count == 1 && !_learning.Contains(gateway));

    // Itself, its peers, and who sends through an appliance in one of them.
    private int[] Near(int home) =>
        [.. _topology.PeersOf(home).Append(home).SelectMany(hub => _users[hub] ?? []).Concat(_topology.PeersOf(home)).Append(home).Distinct().Order()];

    /// <summary>Whether some address of a network comes through; null = not known.</summary>
    private bool? From(VirtualNetwork network, Arrival arrival)
    {
        if (!network.Seen)
        {
            var arrived = arrival.Direct.And(Permit.Of(Party.At(network.Prefixes)));
            return !arrived.Open.IsEmpty ? true : network.Prefixes.IsEmpty || !arrived.IsNone ? null : false;
        }

        bool? best = false;
        foreach (var index in network.Subnets)
        {
            var subnet = _estate.Subnets[index];
            if (Reserved.Contains(subnet.Name))
                continue;
            var permit = _walker.Walk(subnet, subnet.Party, arrival);
            if (!permit.Open.IsEmpty)
                return true;
            if (!permit.IsNone)
                best = null;
        }

        return best;
    }

    private bool? Send(Sender sender, Arrival arrival)
    {
        var subnet = _estate.Subnets[sender.Subnet];
        if (sender.Cards.Count == 0)
        {
            // It may have any address: all of them have to come through.
            var permit = _walker.Walk(subnet, subnet.Party, arrival);
            return permit.IsNone ? false : permit.Open.Holds(subnet.Prefixes) ? true : null;
        }

        bool? best = false;
        foreach (var (party, groups) in sender.Cards)
        {
            var permit = _walker.Walk(subnet, party, arrival, groups);
            if (permit.Open.Holds(party.Addresses) && !party.Addresses.IsEmpty)
                return true;
            if (!permit.IsNone)
                best = null;
        }

        return best;
    }

    private bool? Premises(int home, Arrival arrival)
    {
        if (_topology.IsJoined(home) == false)
            return false;
        var gateway = _estate.Networks[_topology.GatewayOf(home)];
        var subnet = gateway.Subnets.Select(s => _estate.Subnets[s]).FirstOrDefault(s => s.IsGateway);
        var permit = subnet is not null && _topology.IsJoined(home) == true ? _walker.Walk(subnet, Party.Premises, arrival) : _walker.Arrive(Party.Premises, arrival.Place).Doubted;
        return !permit.Open.IsEmpty ? true : permit.IsNone ? false : null;
    }
}

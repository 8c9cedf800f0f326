using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Walking;

/// <summary>How networks hang together: peerings that work, gateways, what the tag VirtualNetwork holds.</summary>
internal sealed class Topology
{
    private readonly NetworkEstate _estate;
    private readonly Dictionary<(int From, int To), Peering> _peerings = [];
    private readonly List<int>[] _peers;
    private readonly bool?[] _joined;
    private readonly int[] _gatewayOf;
    private readonly TagScope?[] _tags;

    public Topology(NetworkEstate estate)
    {
        _estate = estate;
        _tags = new TagScope?[estate.Subnets.Count];
        _peers = new List<int>[estate.Networks.Count];
        foreach (var network in estate.Networks)
        {
            _peers[network.Index] = [];
            foreach (var peering in network.Peerings.Where(p => p.Connected && p.RemoteKey != network.Key))
            {
                if (!estate.NetworkByKey.TryGetValue(peering.RemoteKey, out var remote))
                    continue;
                // Both sides have to stand; of a network that was not read the one side tells.
                var other = estate.Networks[remote];
                if (!other.Seen || other.Peerings.Exists(p => p.Connected && p.RemoteKey == network.Key))
                    _peerings.TryAdd((network.Index, remote), peering);
            }
        }

        foreach (var (from, to) in _peerings.Keys.Order())
        {
            _peers[from].Add(to);
            if (!estate.Networks[to].Seen)
                _peers[to].Add(from);
        }

        _gatewayOf = [.. estate.Networks.Select(n => n.Index)];
        _joined = [.. estate.Networks.Select(Joined)];
    }

    public IReadOnlyList<int> PeersOf(int network) => _peers[network];

    public bool ArePeered(int one, int other) => _peerings.ContainsKey((one, other)) || (!_estate.Networks[one].Seen && _peerings.ContainsKey((other, one)));

    /// <summary>The side of a peering that stands in a network; null when it was not read.</summary>
    public Peering? Side(int network, int remote) => _peerings.GetValueOrDefault((network, remote));

    /// <summary>Joined to premises by a gateway, its own or a peer's; null = by what was not read.</summary>
    public bool? IsJoined(int network) => _joined[network];

    /// <summary>Network whose gateway joins it; itself where there is none.</summary>
    public int GatewayOf(int network) => _gatewayOf[network];

    /// <summary>A gateway of one may have learned the addresses of the other.</summary>
    public bool MayLearn(int from, int to) => IsJoined(from) != false && IsJoined(to) != false && GatewayOf(from) != GatewayOf(to);

    /// <summary>What the tag VirtualNetwork means for a subnet.</summary>
    public TagScope TagsOf(Subnet subnet) => _tags[subnet.Kin] ??= Scope(subnet);

    private TagScope Scope(Subnet subnet)
    {
        var network = _estate.Networks[subnet.Network];
        var ranges = new List<AddressRange>([.. network.Prefixes.Ranges]);
        foreach (var peer in _peers[network.Index])
        {
            if (Side(network.Index, peer) is { Access: true })
                ranges.AddRange([.. _estate.Networks[peer].Prefixes.Ranges]);
        }

        var certain = AddressSet.Of(ranges);
        // A table that was not read may hold any prefix.
        if (subnet.TableKey.Length > 0 && subnet.Table is null)
            return new(certain, AddressSet.All.Minus(certain));
        var routes = subnet.Table is { } table ? table.Routes.Select(r => r.Prefix) : [];
        return new(certain, AddressSet.Of(routes).Or(Joined(network) == false ? AddressSet.Empty : AddressSet.NotPublic).Minus(certain));
    }

    private bool? Joined(VirtualNetwork network)
    {
        if (network.Gateways.Count > 0)
            return true;
        foreach (var peer in _peers[network.Index])
        {
            if (Side(network.Index, peer) is not { UsesRemoteGateway: true })
                continue;
            if (!_estate.Networks[peer].Seen)
                return null;
            if (_estate.Networks[peer].Gateways.Count > 0 && Side(peer, network.Index) is { LendsGateway: true })
            {
                _gatewayOf[network.Index] = peer;
                return true;
            }

        }

        return network.Seen ? false : null;
    }
}

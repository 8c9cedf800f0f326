using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Building;

/// <summary>What it takes to open a connection to the data of a place.</summary>
internal sealed class Ways(GraphBuilder graph, Terrain terrain)
{
    private readonly Dictionary<int, Way> _known = [];
    private readonly List<SubnetReach> _reach = [];
    private readonly Dictionary<string, int> _subnets = new(StringComparer.Ordinal);

    /// <summary>Rows of NetworkReach that arcs refer to.</summary>
    public IReadOnlyList<SubnetReach> Reach => _reach;

    public Way Of(Place place)
    {
        if (!_known.TryGetValue(place.Index, out var way))
            _known[place.Index] = way = Find(place);
        return way;
    }

    /// <summary>Node of a subnet.</summary>
    public int Subnet(string key)
    {
        if (!_subnets.TryGetValue(key, out var number))
            _subnets[key] = number = _subnets.Count;
        return graph.Node(NodeKind.Subnet, number);
    }

    private Way Find(Place place)
    {
        if (terrain.Doors.DataOf(place.Key, place.Type) is not { } door)
            return new Way(-1, 0, AccessState.Unknown, null);
        switch (door.Certain)
        {
            case "internet":
                return new Way(-1, 0, AccessState.Active, door);
            case "azure":
                return new Way(-1, Costs.FromAzure, AccessState.Active, door);
            case "corporate":
                return new Way(-1, Costs.FromCorporate, AccessState.Conditional, door);
        }

        if (door.Inbound == "unknown")
            return new Way(-1, 0, AccessState.Unknown, door);
        var behind = terrain.Places.Of(door.ResourceId, Model.ResourceIds.Type(door.ResourceId) ?? "");
        var connected = graph.Node(NodeKind.Connected, behind.Index);
        if (_known.TryAdd(~behind.Index, default))
        {
            foreach (var reach in terrain.Doors.SubnetsOf(behind.Key, behind.Type))
            {
                _reach.Add(reach);
                graph.Add(Subnet(Model.ResourceIds.Key(reach.SubnetId)), connected, ArcKind.Connect, "connect", Costs.Connect, reach.Open ? AccessState.Active : AccessState.Unknown, _reach.Count - 1);
            }
        }

        return new Way(connected, 0, AccessState.Active, door);
    }
}

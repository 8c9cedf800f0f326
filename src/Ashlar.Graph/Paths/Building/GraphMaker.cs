using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Building;

/// <summary>Makes the graph: from every node that is reached, what follows.</summary>
internal sealed class GraphMaker
{
    private readonly GraphBuilder _graph = new();
    private readonly Terrain _terrain;
    private readonly AccessSteps _access;
    private readonly CodeSteps _code;
    private readonly DataSteps _data;
    private readonly Ways _ways;
    private readonly ILookup<int, int> _outer;

    public GraphMaker(Terrain terrain)
    {
        _terrain = terrain;
        _ways = new Ways(_graph, terrain);
        _access = new AccessSteps(_graph, terrain, _ways);
        _code = new CodeSteps(_graph, terrain, _ways);
        _data = new DataSteps(_graph, terrain);
        _outer = terrain.Nesting.ToLookup(n => n.Inner, n => n.Outer);
    }

    public GraphBuilder Nodes => _graph;

    public Holdings Holdings => _access.Holdings;

    public DataSteps Data => _data;

    public Way WayTo(Place place) => _ways.Of(place);

    public IReadOnlyList<SubnetReach> Reach => _ways.Reach;

    public IReadOnlyList<string> Hosts => _code.Hosts;

    public IReadOnlyList<(string Host, HostSubnet Subnet)> Stands => _code.Stands;

    /// <summary>Follows from what has been asked for with <see cref="Nodes"/>, to the end.</summary>
    public AttackGraph Make(CancellationToken cancellationToken)
    {
        for (var i = 0; i < _graph.Nodes.Count; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            Follow(i, _graph.Nodes[i]);
        }

        return _graph.Build();
    }

    private void Follow(int number, Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Principal:
                FromPrincipal(number, node.A);
                break;
            case NodeKind.Holdings:
                _access.FromHoldings(number, node.A);
                break;
            case NodeKind.Set:
                _access.FromSet(number, node.A);
                break;
            case NodeKind.Grant:
                _access.FromGrant(number, node.A, node.B);
                break;
            case NodeKind.Reachable:
                _access.FromReachable(number, node.A, node.B);
                break;
            case NodeKind.Done:
                FromDone(number, _terrain.Places.All[node.A], _terrain.Capabilities.Names[node.B]);
                break;
            case NodeKind.Key:
                UseKey(number, _terrain.Places.All[node.A], node.B);
                break;
            case NodeKind.Code:
                _code.FromCode(number, _terrain.Places.All[node.A]);
                _data.FromCode(number, _terrain.Places.All[node.A]);
                break;
            case NodeKind.Tainted:
                _data.FromTainted(number, _terrain.Places.All[node.A]);
                break;
            case NodeKind.Steered or NodeKind.Prompted:
                _data.FromSteered(number, _terrain.Places.All[node.A]);
                break;
            case NodeKind.Outside:
                FromOutside(number, node.A == 1);
                break;
        }
    }

    private void FromPrincipal(int number, int principal)
    {
        _graph.Quiet(number, _graph.Node(NodeKind.Holdings, _access.Holdings.Of(principal)), ArcKind.Same);
        foreach (var outer in _outer[principal])
            _graph.Quiet(number, _graph.Node(NodeKind.Principal, outer), ArcKind.Join, principal);
        if (_terrain.Rulers.Of(principal) is { } ruling)
            _graph.Add(number, _graph.Node(NodeKind.Ruler, principal), ArcKind.Rule0, "rule", 1, ruling.State, principal);
    }

    private void FromDone(int number, Place place, string capability)
    {
        switch (capability)
        {
            case "run-code":
                _graph.Quiet(number, _graph.Node(NodeKind.Code, place.Index), ArcKind.Same);
                break;
            case "take-identity" or "add-members" or "reset-password" when place.Principal >= 0:
                _graph.Quiet(number, _graph.Node(NodeKind.Principal, place.Principal), ArcKind.Same);
                break;
            case "grant-access":
                GiveAccess(number, place);
                break;
            case "change-network":
                _graph.Quiet(number, _graph.Node(NodeKind.Connected, place.Index), ArcKind.Same);
                break;
            case "change-gateway":
                _code.FromGateway(number, place);
                break;
            case "read-connections" or "read-secrets":
                _data.FromSettings(number, place);
                break;
            case "poison" or "write-data":
                _graph.Quiet(number, _graph.Node(NodeKind.Tainted, place.Index), ArcKind.Same);
                break;
            case "push-images":
                _data.FromPushed(number, place);
                break;
            case "invoke":
                _data.FromInvoked(number, place);
                break;
        }
    }

    private void GiveAccess(int number, Place place)
    {
        foreach (var capability in _terrain.Capabilities.ByData(place.Type))
        {
            var way = _ways.Of(place);
            _graph.Add(number, _graph.Node(NodeKind.Done, place.Index, capability), ArcKind.GiveAccess, _terrain.Capabilities.Names[capability], Costs.GiveAccess + way.Cost, way.State, guard: way.Guard);
        }
    }

    private void UseKey(int number, Place place, int capability)
    {
        var way = _ways.Of(place);
        _graph.Add(number, _graph.Node(NodeKind.Done, place.Index, capability), ArcKind.UseKey, "use-key", Costs.UseKey + way.Cost, way.State, capability, way.Guard);
    }

    private void FromOutside(int number, bool azure)
    {
        for (var i = 0; i < _terrain.OpenDoors.All.Count; i++)
        {
            var open = _terrain.OpenDoors.All[i];
            if (open.FromAzure != azure)
                continue;
            var place = _terrain.Places.Of(open.ResourceId, open.Type);
            if (open.Capability.Length == 0)
                _graph.Add(number, _graph.Node(NodeKind.Prompted, place.Index), ArcKind.Front, "prompt", Costs.Prompt, open.State, i);
            else if (_terrain.Capabilities.Of(open.Capability) is >= 0 and var capability)
                _graph.Add(number, _graph.Node(NodeKind.Done, place.Index, capability), ArcKind.Anonymous, "anonymous", 1, open.State, i);
        }
    }
}

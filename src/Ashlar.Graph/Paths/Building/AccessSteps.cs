using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Building;

/// <summary>What principals can do, from the factored access: principal, set, grant, class of targets below a scope, target.</summary>
internal sealed class AccessSteps
{
    private const int Control = 0;
    private const int Data = 1;
    private const int ByKey = 2;

    private readonly GraphBuilder _graph;
    private readonly Terrain _terrain;
    private readonly Ways _ways;
    private readonly Weight _weight;
    private readonly Dictionary<(int Rules, int Class), List<int>> _rules = [];
    private readonly Dictionary<int, SortedDictionary<int, List<Place>>> _at = [];
    private readonly HashSet<int> _sets = [];
    private readonly Dictionary<int, List<int>> _grantsOf = [];

    public AccessSteps(GraphBuilder graph, Terrain terrain, Ways ways)
    {
        (_graph, _terrain, _ways, _weight) = (graph, terrain, ways, new Weight(terrain));
        for (var i = 0; i < terrain.Access.Rules.Count; i++)
        {
            var rule = terrain.Access.Rules[i];
            if (terrain.Capabilities.Of(rule.Capability) < 0)
                continue;
            if (!_rules.TryGetValue((rule.Rules, rule.Class), out var list))
                _rules[(rule.Rules, rule.Class)] = list = [];
            list.Add(i);
        }

        var places = terrain.Places.All.Where(p => p.Target >= 0).ToDictionary(p => p.Target);
        var (grants, reach) = (terrain.Access.Grants, terrain.Access.Reach);
        for (var i = 0; i < reach.Length; i += 2)
        {
            if (!places.TryGetValue(reach[i + 1], out var place))
                continue;
            if (!_at.TryGetValue(reach[i], out var classes))
                _at[reach[i]] = classes = [];
            if (!classes.TryGetValue(place.Class, out var list))
                classes[place.Class] = list = [];
            list.Add(place);
        }

        var useful = new Dictionary<(int, int), bool>();
        for (var i = 0; i < grants.Length; i += 5)
        {
            var key = (grants[i + 1], grants[i + 2]);
            if (!useful.TryGetValue(key, out var counts))
                useful[key] = counts = _at.TryGetValue(key.Item1, out var classes) && classes.Keys.Any(c => _rules.ContainsKey((key.Item2, c)));
            if (!counts)
                continue;
            _sets.Add(grants[i]);
            if (!_grantsOf.TryGetValue(grants[i], out var list))
                _grantsOf[grants[i]] = list = [];
            list.Add(i / 5);
        }

        Holdings = new Holdings(terrain.Access, _sets.Contains);
        Represent();
    }

    public Holdings Holdings { get; }

    /// <summary>What follows from holding the same memberships.</summary>
    public void FromHoldings(int node, int holdings)
    {
        foreach (var (set, state) in Holdings.SetsOf(holdings))
            _graph.Quiet(node, _graph.Node(NodeKind.Set, set), ArcKind.Member, set, (AccessState)state);
    }

    public void FromSet(int node, int set)
    {
        foreach (var grant in _grantsOf[set])
        {
            var at = grant * 5;
            _graph.Quiet(node, _graph.Node(NodeKind.Grant, _terrain.Access.Grants[at + 1], _terrain.Access.Grants[at + 2]), ArcKind.Granted, grant, (AccessState)_terrain.Access.Grants[at + 3]);
        }
    }

    public void FromGrant(int node, int scope, int rules)
    {
        foreach (var @class in _at[scope].Keys)
        {
            foreach (var number in _rules.GetValueOrDefault((rules, @class)) ?? [])
            {
                var rule = _terrain.Access.Rules[number];
                var plane = rule.By == "key" ? ByKey : _terrain.Capabilities.IsOfData(rule) ? Data : Control;
                var what = (((@class * _terrain.Capabilities.Names.Count) + _terrain.Capabilities.Of(rule.Capability)) * 3) + plane;
                _graph.Quiet(node, _graph.Node(NodeKind.Reachable, scope, what), ArcKind.Rule, number, rule.State);
            }
        }
    }

    public void FromReachable(int node, int scope, int what)
    {
        var (plane, capability, @class) = (what % 3, what / 3 % _terrain.Capabilities.Names.Count, what / 3 / _terrain.Capabilities.Names.Count);
        var name = _terrain.Capabilities.Names[capability];
        var (step, cost) = plane == ByKey ? (_graph.Step("read-keys"), Costs.Of("read-keys")) : (_graph.Step(name), Costs.Of(name));
        foreach (var place in _at[scope][@class])
        {
            if (!_weight.Counts(place, capability))
                continue;
            if (plane == ByKey)
            {
                _graph.Add(node, _graph.Node(NodeKind.Key, place.Index, capability), ArcKind.ReadKey, step, cost, AccessState.Active, 0, -1);
            }
            else
            {
                var way = plane == Data ? _ways.Of(place) : new Way(-1, 0, AccessState.Active, null);
                _graph.Add(node, _graph.Node(NodeKind.Done, place.Index, capability), ArcKind.Capability, step, cost + way.Cost, way.State, plane, way.Guard);
            }
        }
    }

    // Of people with the same memberships one stands for all: taking over any of them gives the same.
    private void Represent()
    {
        var shown = new HashSet<int>();
        foreach (var classes in _at.Values)
        {
            foreach (var list in classes.Values.Where(l => l[0].Type == "microsoft.graph/users"))
            {
                shown.Clear();
                list.RemoveAll(p => Holdings.SetsOf(Holdings.Of(p.Principal)).Count == 0 || !shown.Add(Holdings.Of(p.Principal)));
            }
        }

        foreach (var classes in _at.Values)
        {
            foreach (var empty in classes.Where(c => c.Value.Count == 0).Select(c => c.Key).ToList())
                classes.Remove(empty);
        }
    }
}

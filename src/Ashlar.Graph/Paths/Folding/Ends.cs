using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Searching;

namespace Ashlar.Graph.Paths.Folding;

/// <summary>What is taken where, worked out once for all searches.</summary>
internal sealed class Ends
{
    private readonly End?[] _of;

    public Ends(AttackGraph graph, Goals goals, Terrain terrain)
    {
        _of = new End?[graph.Nodes.Count];
        var classes = Classes(terrain.Flows.All);
        var groups = new Dictionary<(string, string), int>();
        for (var i = 0; i < _of.Length; i++)
        {
            if (goals[i] is not { } goal)
                continue;
            var node = graph.Nodes[i];
            var (id, type, name, workloads) = node.Kind == NodeKind.Ruler ? terrain.Rulers.Target(node.A) : Of(terrain.Places.All[node.A]);
            var yield = Scoring.Yield(goal, classes.GetValueOrDefault(Model.ResourceIds.Key(id), ""), [.. workloads.Select(w => terrain.Workloads.All[w])]);
            // Steering a model is more than the writing that leads to it.
            var what = (node.Kind == NodeKind.Steered ? "steer" : goal, workloads.Count > 0 && node.Kind != NodeKind.Ruler ? terrain.Workloads.All[workloads[0]].Id : id);
            if (!groups.TryGetValue(what, out var group))
                groups[what] = group = groups.Count;
            _of[i] = new End(goal, id, type, name, workloads, yield, group);
        }
    }

    /// <summary>Null: nobody wants it for itself.</summary>
    public End? this[int node] => _of[node];

    private static (string Id, string Type, string Name, IReadOnlyList<int> Workloads) Of(Place place) => (place.Id, place.Type, place.Name, place.Workloads);

    private static Dictionary<string, string> Classes(IReadOnlyList<Flow> flows)
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var flow in flows.Where(f => f.DataClass.Length > 0))
            classes.TryAdd(flow.FromKey, flow.DataClass);
        return classes;
    }
}

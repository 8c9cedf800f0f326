using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Searching;
using Ashlar.Graph.Paths.Starting;

namespace Ashlar.Graph.Paths.Folding;

/// <summary>Of the ways that a search found those that differ: in the kinds of step, or in what they end at.</summary>
internal sealed class Fold(AttackGraph graph, Goals goals, Terrain terrain)
{
    /// <summary>Paths kept of each workload, and without a workload, for each kind of start.</summary>
    public const int MostOfWorkload = 12;

    private readonly Dictionary<string, string> _classes = Classes(terrain.Flows);

    /// <summary>Worst first.</summary>
    public IReadOnlyList<Candidate> Of(IReadOnlyList<Slot> slots, IReadOnlyList<Start> starts)
    {
        var found = new Dictionary<(string Goal, uint Kinds, long End), Candidate>();
        var order = new List<Candidate>();
        for (var i = 0; i < slots.Count; i++)
        {
            var slot = slots[i];
            if (slot.Arc < 0 || goals[slot.Node] is not { } goal)
                continue;
            var node = graph.Nodes[slot.Node];
            var (id, type, name, workloads) = Target(node);
            var start = starts[slot.Start];
            // Near-duplicates: the same kinds of step to the same thing, or to other parts of the same workload.
            var end = workloads.Count > 0 ? workloads[0] : -1 - (long)slot.Node;
            if (found.TryGetValue((goal, slot.Kinds, end), out var known))
            {
                known.Fold(1 + start.Also.Count, known.StartId != start.Id ? start.Also.Prepend(start.Id) : known.TargetId != id ? [id] : []);
                continue;
            }

            var candidate = new Candidate
            {
                Slot = i,
                Goal = goal,
                TargetId = id,
                TargetType = type,
                TargetName = name,
                Workloads = workloads,
                Yield = Scoring.Yield(goal, _classes.GetValueOrDefault(Model.ResourceIds.Key(id), ""), [.. workloads.Select(w => terrain.Workloads.All[w])]),
                Cost = slot.Cost,
                StartId = start.Id,
            };
            candidate.Fold(start.Also.Count, start.Also);
            found[(goal, slot.Kinds, end)] = candidate;
            order.Add(candidate);
        }

        return Most([.. order.OrderByDescending(c => c.Score).ThenBy(c => c.Cost).ThenBy(c => c.TargetId, StringComparer.Ordinal).ThenBy(c => c.Goal, StringComparer.Ordinal).ThenBy(c => c.Slot)], c => c.Workloads, MostOfWorkload);
    }

    /// <summary>The first so many of each workload.</summary>
    public static IReadOnlyList<T> Most<T>(IReadOnlyList<T> worstFirst, Func<T, IReadOnlyList<int>> workloads, int most)
    {
        var counts = new Dictionary<int, int>();
        return [.. worstFirst.Where(c =>
        {
            var keep = false;
            foreach (var workload in workloads(c).DefaultIfEmpty(-1))
            {
                counts[workload] = counts.GetValueOrDefault(workload) + 1;
                keep |= counts[workload] <= most;
            }

            return keep;
        })];
    }

    private (string Id, string Type, string Name, IReadOnlyList<int> Workloads) Target(Node node)
    {
        if (node.Kind == NodeKind.Ruler)
            return terrain.Rulers.Target(node.A);
        var place = terrain.Places.All[node.A];
        return (place.Id, place.Type, place.Name, place.Workloads);
    }

    private static Dictionary<string, string> Classes(Flows flows)
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var flow in flows.All.Where(f => f.DataClass.Length > 0))
            classes.TryAdd(flow.FromKey, flow.DataClass);
        return classes;
    }
}

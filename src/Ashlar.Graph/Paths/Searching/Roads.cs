using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Folding;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Starting;
using Ashlar.Graph.Paths.Telling;

namespace Ashlar.Graph.Paths.Searching;

/// <summary>Searches from one kind of start after the other, and keeps of each workload what is worst.</summary>
internal static class Roads
{
    /// <summary>Paths shown of each workload, and without a workload.</summary>
    public const int MostOfWorkload = 30;

    /// <summary>Worst first.</summary>
    public static IReadOnlyList<Road> Of(AttackGraph graph, GraphMaker maker, Terrain terrain, IReadOnlyList<Start> starts, CancellationToken cancellationToken)
    {
        var goals = new Goals(graph, terrain);
        var ends = new Ends(graph, goals, terrain);
        var search = new PathSearch(graph, goals);
        var roads = new List<Road>();
        foreach (var kind in starts.GroupBy(s => s.Kind))
        {
            IReadOnlyList<Start> own = [.. kind];
            search.Run(own, cancellationToken);
            roads.AddRange(Dominance.Without(Fold.Of(search.Slots, own, ends).Select(way =>
            {
                var (steps, effort, missing) = new PathTeller(graph, terrain, maker, search.Slots, way.Start).Tell(way.Slot);
                return new Road(way, steps, effort, missing) { Workloads = Through(way.End, steps, terrain) };
            }), terrain.Access.Grants));
        }

        var shown = Order(Fold.Most(Fold.Varied(Order(roads), r => (r.Start.Kind, r.End.Group)), r => r.Workloads, MostOfWorkload));
        var book = new ProofBook(terrain, shown.SelectMany(r => r.Steps).SelectMany(s => s.Evidence));
        return [.. shown.Select(r => r with { Steps = [.. r.Steps.Select(s => s with { Proofs = [.. s.Evidence.SelectMany(e => book.Of(e, s.Evidence)).Distinct()] })] })];
    }

    private static IReadOnlyList<Road> Order(IEnumerable<Road> roads) =>
        [.. roads.OrderByDescending(r => r.Score).ThenBy(r => r.Effort).ThenBy(r => r.End.Id, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal).DistinctBy(r => r.Id)];

    private static int[] Through(End end, IReadOnlyList<Step> steps, Terrain terrain) =>
        [.. end.Workloads.Concat(steps.SelectMany(s => terrain.Places.Find(Model.ResourceIds.Key(s.To))?.Workloads ?? [])).Distinct().Order()];
}

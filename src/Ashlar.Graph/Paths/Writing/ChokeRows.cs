using System.Text.Json;
using Ashlar.Graph.Paths.Cutting;
using Ashlar.Graph.Paths.Folding;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Writing;

/// <summary>Changes as rows of ChokePoints, in the order to make them.</summary>
internal static class ChokeRows
{
    private const int MostShown = 200;
    private const int MostPaths = 50;

    // Of changes that cut the same the one that breaks least is made.
    private static readonly string[] Gentlest = ["removeCredential", "removeFederation", "setting", "removeMembership", "removeAssignment", "turnKeysOff", "restrictWriters", "narrowRule", "closePublicAccess"];

    public static IEnumerable<object?[]> Of(IReadOnlyList<Road> roads, Terrain terrain)
    {
        var changes = new Changes(terrain);
        var cuts = new Dictionary<(string, string, string), (Change Change, List<int> Paths)>();
        for (var i = 0; i < roads.Count; i++)
        {
            foreach (var change in changes.Of(roads[i]))
            {
                if (!cuts.TryGetValue((change.Kind, change.ResourceId, change.Setting), out var cut))
                    cuts[(change.Kind, change.ResourceId, change.Setting)] = cut = (change, []);
                cut.Paths.Add(i);
            }
        }

        IReadOnlyList<Cut> all = [.. cuts.Values.Select(c => new Cut(c.Change, c.Paths)).OrderBy(c => Array.IndexOf(Gentlest, c.Change.Kind)).ThenBy(c => c.Change.ResourceId, StringComparer.Ordinal).ThenBy(c => c.Change.Kind, StringComparer.Ordinal).ThenBy(c => c.Change.Setting, StringComparer.Ordinal)];
        var ordered = Cover.Order(all, [.. roads.Select(r => r.Score)]).Take(MostShown).ToList();
        var breaks = new Breaks(terrain, ordered.Select(o => o.Cut.Change));
        return ordered.Select((o, i) => Row(i + 1, o.Cut, o.Cuts, roads, terrain, breaks));
    }

    private static object?[] Row(int rank, Cut cut, int cuts, IReadOnlyList<Road> roads, Terrain terrain, Breaks breaks) =>
    [
        (long)rank,
        PathIds.Of("ch-", $"{cut.Change.Kind}\n{cut.Change.ResourceId}\n{cut.Change.Setting}"),
        cut.Change.Kind,
        cut.Change.ResourceId,
        cut.Change.Setting,
        cut.Change.Says,
        (long)cuts,
        (long)cut.Paths.Count,
        (long)roads.Count,
        JsonSerializer.Serialize(cut.Paths.Take(MostPaths).Select(p => roads[p].Id)),
        JsonSerializer.Serialize(cut.Paths.SelectMany(p => roads[p].Workloads).Distinct().Order().Select(w => terrain.Workloads.All[w].Id)),
        JsonSerializer.Serialize(breaks.Of(cut.Change)),
        "[]",
    ];
}

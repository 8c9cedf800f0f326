using Ashlar.Graph.Paths.Telling;

namespace Ashlar.Graph.Paths.Folding;

/// <summary>Drops the longer way where every change that cuts the shorter one cuts it too: it tells nothing and takes nothing more to close.</summary>
internal static class Dominance
{
    /// <param name="roads">Of one kind of start.</param>
    public static IEnumerable<Road> Without(IEnumerable<Road> roads, int[] grants) =>
        roads.GroupBy(r => (r.Start.Id, r.End.Group, r.End.Id)).SelectMany(alike => Kept(alike, grants));

    // An assignment that gives two things is taken away at once.
    private static Evidence Needed(Evidence evidence, int[] grants) =>
        evidence.Kind == EvidenceKind.Grant ? new Evidence(EvidenceKind.Grant, grants[(evidence.A * 5) + 4], 0, null) : evidence;

    private static List<Road> Kept(IEnumerable<Road> alike, int[] grants)
    {
        var kept = new List<(Road Road, HashSet<Evidence> Needs)>();
        foreach (var road in alike.OrderBy(r => r.Effort).ThenByDescending(r => r.End.Yield).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            var needs = road.Steps.SelectMany(s => s.Evidence).Select(e => Needed(e, grants)).ToHashSet();
            if (kept.FirstOrDefault(k => k.Needs.IsSubsetOf(needs)) is { Road: { } shorter })
                shorter.Way.Fold(road.Way);
            else
                kept.Add((road, needs));
        }

        return [.. kept.Select(k => k.Road)];
    }
}

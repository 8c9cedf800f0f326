namespace Ashlar.Graph.Paths.Cutting;

/// <summary>
/// The order in which to make changes. Greedy weighted cover: each time the change that takes most away of what is left (the
/// sum of the scores), which for every number of changes is within 1 - 1/e of the best. Where there are few, the fewest changes
/// that cut everything are found exactly, and only ordered so.
/// </summary>
internal static class Cover
{
    /// <summary>Up to so many changes, and paths, the answer is exact.</summary>
    public const int MostExact = 24;

    private const int MostExactPaths = 64;

    /// <returns>Changes in order, with the number of paths that each cuts beyond those before it.</returns>
    public static IReadOnlyList<(Cut Cut, int Cuts)> Order(IReadOnlyList<Cut> cuts, IReadOnlyList<int> scores)
    {
        var useful = Undominated(cuts);
        var paths = useful.SelectMany(c => c.Paths).Distinct().Order().ToList();
        return Greedy(useful.Count <= MostExact && paths.Count <= MostExactPaths ? Fewest(useful, paths) : useful, scores);
    }

    // A change that cuts no more than another that cuts the same and more is never needed; of equals the first stays.
    private static List<Cut> Undominated(IReadOnlyList<Cut> cuts)
    {
        var kept = new List<(Cut Cut, HashSet<int> Paths)>();
        var at = new Dictionary<int, List<int>>();
        foreach (var cut in cuts.OrderByDescending(c => c.Paths.Count))
        {
            if (cut.Paths.Count == 0 || (at.GetValueOrDefault(cut.Paths[0]) ?? []).Exists(k => cut.Paths.All(kept[k].Paths.Contains)))
                continue;
            foreach (var path in cut.Paths)
            {
                if (!at.TryGetValue(path, out var list))
                    at[path] = list = [];
                list.Add(kept.Count);
            }

            kept.Add((cut, [.. cut.Paths]));
        }

        return [.. kept.Select(k => k.Cut)];
    }

    private static List<Cut> Fewest(List<Cut> cuts, List<int> paths)
    {
        var masks = cuts.Select(c => c.Paths.Aggregate(0UL, (mask, p) => mask | 1UL << paths.IndexOf(p))).ToArray();
        var all = masks.Aggregate(0UL, (left, right) => left | right);
        for (var count = 1; count < cuts.Count; count++)
        {
            var chosen = new List<int>();
            if (Try(masks, all, count, chosen))
                return [.. chosen.Select(c => cuts[c])];
        }

        return cuts;
    }

    // Some change has to cut the first path that is left: only those are tried.
    private static bool Try(ulong[] masks, ulong left, int count, List<int> chosen)
    {
        if (left == 0)
            return true;
        if (count == 0)
            return false;
        var first = left & (~left + 1);
        for (var i = 0; i < masks.Length; i++)
        {
            if ((masks[i] & first) == 0)
                continue;
            chosen.Add(i);
            if (Try(masks, left & ~masks[i], count - 1, chosen))
                return true;
            chosen.RemoveAt(chosen.Count - 1);
        }

        return false;
    }

    private static List<(Cut, int)> Greedy(List<Cut> cuts, IReadOnlyList<int> scores)
    {
        var ordered = new List<(Cut, int)>();
        var done = new bool[scores.Count];
        // What a change takes away only shrinks: a stale figure that is still the largest after a fresh look is the largest.
        var queue = new PriorityQueue<int, (long, int)>(cuts.Select((c, i) => (i, (-Gain(c), i))));
        while (queue.TryDequeue(out var next, out var priority))
        {
            var gain = Gain(cuts[next]);
            if (gain == 0)
                continue;
            if (gain < -priority.Item1)
            {
                queue.Enqueue(next, (-gain, next));
                continue;
            }

            ordered.Add((cuts[next], cuts[next].Paths.Count(p => !done[p])));
            foreach (var path in cuts[next].Paths)
                done[path] = true;
        }

        return ordered;

        long Gain(Cut cut) => cut.Paths.Sum(p => done[p] ? 0L : scores[p] + 1);
    }
}

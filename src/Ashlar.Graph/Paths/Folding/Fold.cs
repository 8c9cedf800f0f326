using Ashlar.Graph.Paths.Searching;
using Ashlar.Graph.Paths.Starting;

namespace Ashlar.Graph.Paths.Folding;

/// <summary>Of the ways that a search found those that differ: in the kinds of step, or in what they end at.</summary>
internal static class Fold
{
    /// <summary>Ways told of each workload, and without a workload, for each kind of start.</summary>
    public const int MostOfWorkload = 10;

    /// <summary>Worst first.</summary>
    public static IReadOnlyList<Candidate> Of(IReadOnlyList<Slot> slots, IReadOnlyList<Start> starts, Ends ends)
    {
        var found = new Dictionary<(int End, uint Kinds), Candidate>();
        var order = new List<Candidate>();
        for (var i = 0; i < slots.Count; i++)
        {
            var slot = slots[i];
            if (slot.Arc < 0 || ends[slot.Node] is not { } end)
                continue;
            var start = starts[slot.Start];
            if (found.TryGetValue((end.Group, slot.Kinds), out var known))
            {
                known.Fold(start, end);
                continue;
            }

            var candidate = new Candidate(i, end, start, slot.Cost);
            candidate.FoldStarts();
            found[(end.Group, slot.Kinds)] = candidate;
            order.Add(candidate);
        }

        var worstFirst = order.OrderByDescending(c => c.Score).ThenBy(c => c.Cost).ThenBy(c => c.End.Id, StringComparer.Ordinal).ThenBy(c => c.End.Goal, StringComparer.Ordinal).ThenBy(c => c.Slot);
        return Most(Varied(worstFirst, c => c.End.Group), c => c.End.Workloads, MostOfWorkload);
    }

    /// <summary>The first of each kind come first, then the second: a single bad assignment does not fill the whole list.</summary>
    public static IReadOnlyList<T> Varied<T, TKind>(IEnumerable<T> worstFirst, Func<T, TKind> kind)
        where TKind : notnull
    {
        var turns = new Dictionary<TKind, int>();
        return [.. worstFirst.Select(item =>
        {
            var turn = turns.GetValueOrDefault(kind(item)) + 1;
            turns[kind(item)] = turn;
            return (Item: item, Turn: turn);
        }).OrderBy(i => i.Turn).Select(i => i.Item)];
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
                var count = counts.GetValueOrDefault(workload) + 1;
                counts[workload] = count;
                keep |= count <= most;
            }

            return keep;
        })];
    }
}

using System.Collections.Concurrent;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Counts, for every target and capability of its type, who holds it. Grants that targets share are laid on once for all of them.</summary>
internal static class AccessCounts
{
    /// <param name="targets">Those to count for.</param>
    /// <returns>Ordered by target, then capability.</returns>
    public static IReadOnlyList<AccessCount> Of(AccessModel model, Meanings meanings, IReadOnlyList<Target> targets, EveryoneGroups everyone, CancellationToken cancellationToken)
    {
        var ordered = targets.GroupBy(t => t.Class).ToDictionary(g => g.Key, g => g.ToList());
        // Capabilities that the same rules give, each to its own class of targets, are counted in one pass.
        var passes = ordered.Keys.SelectMany(c => model.Classes.All[c].Capabilities.Select(a => (Class: c, Capability: a)))
            .GroupBy(s => meanings.Of(s.Class, s.Capability))
            .Select(g => (Meaning: g.Key, Wanted: InTreeOrder(g.SelectMany(s => ordered[s.Class].Select(t => (Target: t, s.Capability))), model)))
            .OrderByDescending(p => p.Wanted.Count)
            .ToList();
        var tallies = new ConcurrentBag<Tally>();
        var counts = Partitioner.Create(passes, loadBalance: true).AsParallel().WithCancellation(cancellationToken)
            .SelectMany(p =>
            {
                var tally = tallies.TryTake(out var free) ? free : new Tally(model.Directory.All, model.Sets.All.Count, everyone);
                var found = Of(model, p.Wanted, meanings.Granted(p.Meaning), tally);
                tally.BackTo(default);
                tallies.Add(tally);
                return found;
            })
            .ToList();
        counts.Sort((l, r) => l.Target != r.Target ? l.Target.CompareTo(r.Target) : l.Capability.CompareTo(r.Capability));
        return counts;
    }

    private static List<AccessCount> Of(AccessModel model, List<(Target Target, int Capability)> wanted, GrantedBy granted, Tally tally)
    {
        var counts = new List<AccessCount>(wanted.Count);
        var laid = new List<(int Scope, TallyMark Before)>();
        foreach (var (target, capability) in wanted)
        {
            var reach = model.Reach[target.Index];
            var shared = 0;
            while (shared < laid.Count && shared < reach.Length && laid[shared].Scope == reach[shared])
                shared++;
            if (shared < laid.Count)
            {
                tally.BackTo(laid[shared].Before);
                laid.RemoveRange(shared, laid.Count - shared);
            }

            for (var i = shared; i < reach.Length; i++)
            {
                laid.Add((reach[i], tally.Mark));
                granted.Lay(reach[i], tally);
            }

            counts.Add(tally.Read(target.Index, capability));
        }

        return counts;
    }

    // Targets below the same scopes follow one another.
    private static List<(Target Target, int Capability)> InTreeOrder(IEnumerable<(Target Target, int Capability)> wanted, AccessModel model)
    {
        var list = wanted.ToList();
        list.Sort((left, right) => model.Reach[left.Target.Index].AsSpan().SequenceCompareTo(model.Reach[right.Target.Index]) is var order and not 0 ? order
            : left.Target.Index != right.Target.Index ? left.Target.Index.CompareTo(right.Target.Index) : left.Capability.CompareTo(right.Capability));
        return list;
    }
}

using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Counts, for every target and capability of its type, who holds it. Grants that targets share are laid on once for all of them.</summary>
internal static class AccessCounts
{
    /// <summary>Ordered by target, then capability.</summary>
    public static IReadOnlyList<AccessCount> Of(AccessModel model, EveryoneGroups everyone, CancellationToken cancellationToken)
    {
        var slots = model.Targets.GroupBy(t => t.Class).OrderBy(g => g.Key)
            .SelectMany(g => model.Classes.All[g.Key].Capabilities.Select(c => (Class: g.Key, Capability: c)))
            .ToList();
        var ordered = model.Targets.GroupBy(t => t.Class).ToDictionary(g => g.Key, g => InTreeOrder(g, model));
        var rules = model.Rules.ToLookup(r => (r.Class, r.Capability));
        var counts = slots.AsParallel().WithCancellation(cancellationToken)
            .SelectMany(s => Of(model, ordered[s.Class], s.Capability, rules[(s.Class, s.Capability)], everyone))
            .ToList();
        counts.Sort((l, r) => l.Target != r.Target ? l.Target.CompareTo(r.Target) : l.Capability.CompareTo(r.Capability));
        return counts;
    }

    private static List<AccessCount> Of(AccessModel model, List<Target> targets, int capability, IEnumerable<Rule> rules, EveryoneGroups everyone)
    {
        var granted = new List<(AccessState State, bool ByKey)>?[model.RuleSets.Count];
        foreach (var rule in rules)
            (granted[rule.Rules] ??= []).Add((rule.State, rule.By == RoadKind.Key));
        var tally = new Tally(model.Directory.All, everyone);
        var counts = new List<AccessCount>(targets.Count);
        var laid = new List<(int Scope, (int, int) Before)>();
        foreach (var target in targets)
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
                Lay(model, reach[i], granted, tally);
            }

            counts.Add(tally.Read(target.Index, capability));
        }

        return counts;
    }

    private static void Lay(AccessModel model, int scope, List<(AccessState State, bool ByKey)>?[] granted, Tally tally)
    {
        if (!model.Grants.TryGetValue(scope, out var grants))
            return;
        foreach (var grant in grants)
        {
            foreach (var (state, byKey) in granted[grant.Rules] ?? [])
                tally.Add(grant.Set, RuleSets.Worse(state, grant.State), byKey);
        }
    }

    // Targets below the same scopes follow one another.
    private static List<Target> InTreeOrder(IEnumerable<Target> targets, AccessModel model)
    {
        var list = targets.ToList();
        list.Sort((left, right) => model.Reach[left.Index].AsSpan().SequenceCompareTo(model.Reach[right.Index]) is var order and not 0 ? order : left.Index.CompareTo(right.Index));
        return list;
    }
}

using System.Collections.Concurrent;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Graph.Access.Writing;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Counts who can do what to a whole workload: distinct over its resources.</summary>
internal static class WorkloadCounting
{
    /// <summary>Ordered by workload, then capability.</summary>
    public static IReadOnlyList<WorkloadAccess> Of(AccessQuery query, AccessModel model, EveryoneGroups everyone, TargetsSeen seen)
    {
        var targets = model.Targets.ToDictionary(t => t.Key, StringComparer.Ordinal);
        var workloads = query.Run("AiWorkloadResources | where Seen and (not(Shared) or Via in ('root', 'child')) | project WorkloadId, ResourceId")
            .Where(r => targets.ContainsKey(ResourceIds.Key(AccessQuery.Text(r[1]))))
            .GroupBy(r => AccessQuery.Text(r[0]), r => targets[ResourceIds.Key(AccessQuery.Text(r[1]))], StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Id: g.Key, Targets: g.OrderBy(t => t.Index).ToList()))
            .ToList();
        var rules = model.Rules.ToLookup(r => (r.Class, r.Capability));
        var granted = new ConcurrentDictionary<(int Class, int Capability), GrantedBy>();
        GrantedBy Granted((int Class, int Capability) key) => granted.GetOrAdd(key, k => new GrantedBy(model, rules[k]));
        return [.. workloads.AsParallel().AsOrdered().WithCancellation(query.Cancellation).SelectMany(w => Of(w.Id, w.Targets, model, Granted, everyone, seen))];
    }

    private static IEnumerable<WorkloadAccess> Of(string id, List<Target> targets, AccessModel model, Func<(int Class, int Capability), GrantedBy> granted, EveryoneGroups everyone, TargetsSeen seen)
    {
        var capabilities = targets.SelectMany(t => model.Classes.All[t.Class].Capabilities).Distinct().Order().ToList();
        var tally = new Tally(model.Directory.All, everyone);
        var none = tally.Mark;
        foreach (var capability in capabilities)
        {
            var concerned = targets.Where(t => model.Classes.All[t.Class].Capabilities.Contains(capability)).ToList();
            // Resources of one class share what stands above them.
            foreach (var (scope, @class) in concerned.SelectMany(t => model.Reach[t.Index].Select(s => (s, t.Class))).Distinct())
                granted((@class, capability)).Lay(scope, tally);
            var count = tally.Read(-1, capability);
            tally.BackTo(none);
            var missing = concerned.Select(t => seen.All[seen.Of(t)]).ToList();
            yield return new WorkloadAccess(
                id, model.Book.Edges[capability].Id, count.People, count.Guests, count.Applications, count.ManagedIdentities, count.Foreign, count.Unresolved,
                count.Conditional, count.Eligible, count.ByKeyOnly, count.Everyone,
                missing.TrueForAll(m => m.Complete), [.. missing.SelectMany(m => m.Missing).Distinct(StringComparer.Ordinal)])
            { Title = model.Book.Edges[capability].Title };
        }
    }
}

using System.Collections.Concurrent;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Graph.Access.Writing;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Counts who can do what to a whole workload: distinct over its resources. Workloads that share scopes share the work.</summary>
internal static class WorkloadCounting
{
    /// <summary>Ordered by workload, then capability.</summary>
    public static IReadOnlyList<WorkloadAccess> Of(AccessQuery query, AccessModel model, Meanings meanings, EveryoneGroups everyone, TargetsSeen seen)
    {
        var targets = model.Targets.Where(t => t.ObjectId is null).ToDictionary(t => t.Key, StringComparer.Ordinal);
        var workloads = query.Run("AiWorkloadResources | where Seen and (not(Shared) or Via in ('root', 'child')) | project WorkloadId, ResourceId")
            .Select(r => (Workload: AccessQuery.Text(r[0]), Target: targets.GetValueOrDefault(ResourceIds.Key(AccessQuery.Text(r[1])))))
            .Where(r => r.Target is not null)
            .GroupBy(r => r.Workload, r => r.Target!, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new WorkloadTargets(g.Key, [.. g.OrderBy(t => t.Index)], model))
            .ToList();
        var tallies = new ConcurrentBag<Tally>();
        var counts = Enumerable.Range(0, model.Book.Edges.Count).AsParallel().AsOrdered().WithCancellation(query.Cancellation)
            .Select(capability =>
            {
                var tally = tallies.TryTake(out var free) ? free : new Tally(model.Directory.All, model.Sets.All.Count, everyone);
                var found = Of(capability, workloads, meanings, tally);
                tally.BackTo(default);
                tallies.Add(tally);
                return found;
            })
            .ToList();
        var unread = new UnreadOfMany(seen);
        var rows = new List<WorkloadAccess>();
        foreach (var (index, workload) in workloads.Index())
        {
            foreach (var (capability, ofAll) in counts.Index())
            {
                if (ofAll[index] is not { } count)
                    continue;
                var (complete, missing) = unread.Of(workload.Having(capability));
                rows.Add(new WorkloadAccess(
                    workload.Id, model.Book.Edges[capability].Id, count.People, count.Guests, count.Applications, count.ManagedIdentities, count.Foreign, count.Unresolved,
                    count.Conditional, count.Eligible, count.ByKeyOnly, count.Everyone, complete, missing)
                { Title = model.Book.Edges[capability].Title });
            }
        }

        return rows;
    }

    /// <returns>Of each workload its count; null where none of its resources has the capability.</returns>
    private static AccessCount?[] Of(int capability, List<WorkloadTargets> workloads, Meanings meanings, Tally tally)
    {
        var paths = workloads.ConvertAll(w => w.Steps(capability, meanings));
        // What most have in common is laid first, and for all of them once.
        var order = paths.SelectMany(p => p).CountBy(s => s).OrderByDescending(s => s.Value).ThenBy(s => s.Key.Scope).ThenBy(s => s.Key.Meaning).Select((s, i) => (s.Key, Place: i)).ToDictionary(s => s.Key, s => s.Place);
        var steps = order.OrderBy(o => o.Value).Select(o => o.Key).ToArray();
        var sorted = paths.Index().Where(p => p.Item.Count > 0).Select(p => (Workload: p.Index, Places: p.Item.Select(s => order[s]).Order().ToArray())).ToList();
        sorted.Sort((left, right) => left.Places.AsSpan().SequenceCompareTo(right.Places));
        var counts = new AccessCount?[workloads.Count];
        var laid = new List<(int Place, TallyMark Before)>();
        foreach (var (workload, places) in sorted)
        {
            var shared = 0;
            while (shared < laid.Count && shared < places.Length && laid[shared].Place == places[shared])
                shared++;
            if (shared < laid.Count)
            {
                tally.BackTo(laid[shared].Before);
                laid.RemoveRange(shared, laid.Count - shared);
            }

            for (var i = shared; i < places.Length; i++)
            {
                laid.Add((places[i], tally.Mark));
                var (scope, meaning) = steps[places[i]];
                meanings.Granted(meaning).Lay(scope, tally);
            }

            counts[workload] = tally.Read(-1, capability);
        }

        return counts;
    }
}

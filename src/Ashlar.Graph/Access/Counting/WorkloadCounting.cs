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
        var members = query.Run("AiWorkloadResources | where Seen and (not(Shared) or Via in ('root', 'child')) | project WorkloadId, ResourceId")
            .Select(r => (Workload: AccessQuery.Text(r[0]), Target: targets.GetValueOrDefault(ResourceIds.Key(AccessQuery.Text(r[1])))))
            .Where(r => r.Target is not null)
            .GroupBy(r => r.Workload, r => r.Target!, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Targets: g.OrderBy(t => t.Index).ToList()))
            .ToList();
        var shared = new SharedScopes(members.Select(m => m.Targets), model);
        var workloads = members.ConvertAll(m => new WorkloadTargets(m.Key, m.Targets, shared, model));
        var tallies = new ConcurrentBag<Tally>();
        var counts = Enumerable.Range(0, model.Book.Edges.Count).AsParallel().AsOrdered().WithCancellation(query.Cancellation)
            .Select(capability =>
            {
                var tally = tallies.TryTake(out var free) ? free : new Tally(model.Directory.All, model.Sets.All.Count, everyone);
                var found = Of(capability, workloads, shared, meanings, tally);
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
    private static AccessCount?[] Of(int capability, List<WorkloadTargets> workloads, SharedScopes shared, Meanings meanings, Tally tally)
    {
        var counts = new AccessCount?[workloads.Count];
        var wanted = workloads.Index().Where(w => w.Item.Has(capability)).Select(w => (Workload: w.Index, Steps: w.Item.Steps(capability, meanings))).ToList();
        wanted.Sort((left, right) => left.Steps.Shared.AsSpan().SequenceCompareTo(right.Steps.Shared));
        var laid = new List<(LayingStep Step, TallyMark Before)>();
        foreach (var (workload, steps) in wanted)
        {
            var same = 0;
            while (same < laid.Count && same < steps.Shared.Length && laid[same].Step == steps.Shared[same])
                same++;
            if (same < laid.Count)
            {
                tally.BackTo(laid[same].Before);
                laid.RemoveRange(same, laid.Count - same);
            }

            for (var i = same; i < steps.Shared.Length; i++)
            {
                laid.Add((steps.Shared[i], tally.Mark));
                meanings.Granted(steps.Shared[i].Meaning).Lay(shared[steps.Shared[i].At], tally);
            }

            var before = tally.Mark;
            foreach (var step in steps.Own)
                meanings.Granted(step.Meaning).Lay(step.At, tally);
            counts[workload] = tally.Read(-1, capability);
            tally.BackTo(before);
        }

        return counts;
    }
}

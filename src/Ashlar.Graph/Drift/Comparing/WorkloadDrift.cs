using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Drift.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>AI workloads that came and went, the filters of their models, and resources that joined and left them.</summary>
internal static class WorkloadDrift
{
    private const string Query = "AiWorkloads | project WorkloadId, Name, RootId, tostring(Models)";

    public static IEnumerable<DriftChange> Of(Sides sides)
    {
        var rows = SortedMerge.Of(sides.Before.Query.Run(Query), sides.After.Query.Run(Query), r => AccessQuery.Text(r[0])).ToList();
        var renamed = rows.Where(r => r.After is null).Select(r => (r.Key, Now: Successor(sides, r.Before!))).Where(r => r.Now is not null).DistinctBy(r => r.Now, StringComparer.Ordinal).ToDictionary(r => r.Key, r => r.Now!, StringComparer.Ordinal);
        foreach (var (id, before, after) in rows)
        {
            if (before is null && renamed.ContainsValue(id))
                continue;
            if (renamed.TryGetValue(id, out var now))
            {
                yield return new DriftChange(DriftArea.Workloads, DriftTurn.Changed, "workload", id, sides.Before.Workloads[id], "", "", $"has the id {now} now: another resource is its main root") { Before = Texts.Json(id), After = Texts.Json(now), WorkloadIds = [now] };
            }
            else if (before is null || after is null)
            {
                yield return Whole(sides, id, (before ?? after)!, vanished: after is null);
            }
            else
            {
                foreach (var change in Filters(id, AccessQuery.Text(before[3]), AccessQuery.Text(after[3])))
                    yield return change;
            }
        }

        foreach (var change in Memberships(sides))
            yield return change;
    }

    /// <summary>The workload of the same name, of another main root, that its own main root is in now; null when there is none.</summary>
    private static string? Successor(Sides sides, object?[] row) => sides.After.WorkloadsOf(ResourceIds.Key(AccessQuery.Text(row[2])))
        .FirstOrDefault(w => !sides.Before.Workloads.ContainsKey(w) && sides.After.Workloads[w] == AccessQuery.Text(row[1]));

    private static DriftChange Whole(Sides sides, string id, object?[] row, bool vanished)
    {
        var root = ResourceIds.Key(AccessQuery.Text(row[2]));
        var turn = vanished ? sides.Vanished(root) : sides.Appeared(root);
        var (there, here) = vanished ? (sides.Before, sides.After) : (sides.After, sides.Before);
        // Its main root is on both sides: it was joined to another, or parted from one.
        var other = here.Sight.Has(root) ? here.WorkloadsOf(root).Select(w => here.Workloads[w]).FirstOrDefault() : null;
        var says = (turn, other) switch
        {
            (DriftTurn.Gone, not null) => $"is part of the workload {other} now",
            (DriftTurn.Gone, _) => "is gone",
            (DriftTurn.NoLongerSeen, _) => "is not seen any more",
            (DriftTurn.New, not null) => $"was part of the workload {other} before",
            (DriftTurn.New, _) => "is new",
            _ => "is seen for the first time",
        };
        return new DriftChange(DriftArea.Workloads, turn, "workload", id, there.Workloads[id], "", "", says)
        {
            WorkloadIds = [id],
            Missing = sides.WhyUnseen(turn, root),
            By = sides.Authors.Of(root),
        };
    }

    /// <summary>What the content filters of models have become; which model a deployment serves is a setting of it.</summary>
    private static IEnumerable<DriftChange> Filters(string workload, string before, string after)
    {
        if (before == after)
            yield break;
        foreach (var (_, then, now) in SortedMerge.Of(Models(before), Models(after), m => ResourceIds.Key(m.Id)))
        {
            if (then is null || now is null || then.Filter == now.Filter)
                continue;
            var turn = now.Filter == "notSeen" ? DriftTurn.NoLongerSeen
                : then.Filter == "notSeen" ? DriftTurn.NowSeen
                : Weakness(now.Filter) > Weakness(then.Filter) ? DriftTurn.Worse
                : Weakness(now.Filter) < Weakness(then.Filter) ? DriftTurn.Better : DriftTurn.Changed;
            yield return new DriftChange(DriftArea.Workloads, turn, "filter", now.Id, ResourceIds.Name(now.Id), ResourceIds.Type(now.Id) ?? "", "", $"content filter: {then.Filter} -> {now.Filter}")
            {
                Before = Texts.Json(then.Filter),
                After = Texts.Json(now.Filter),
                WorkloadIds = [workload],
            };
        }
    }

    private static IEnumerable<DriftChange> Memberships(Sides sides)
    {
        foreach (var (key, before, after) in SortedMerge.Of(sides.Before.Members.Values, sides.After.Members.Values, m => ResourceIds.Key(m.Id)))
        {
            var id = (after ?? before)!.Id;
            // What came and went itself is told as a resource.
            if (ResourceIds.Type(id) is not null && sides.Before.Sight.Has(key) != sides.After.Sight.Has(key))
                continue;
            foreach (var workload in (after?.WorkloadIds ?? []).Union(before?.WorkloadIds ?? []).Where(w => sides.Before.Workloads.ContainsKey(w) && sides.After.Workloads.ContainsKey(w)).Order(StringComparer.Ordinal))
            {
                var (was, isNow) = (before?.WorkloadIds.Contains(workload) == true, after?.WorkloadIds.Contains(workload) == true);
                if (was == isNow)
                    continue;
                var roles = string.Join(", ", (isNow ? after! : before!).Roles.Where(r => r.WorkloadId == workload).Select(r => r.Role).Distinct(StringComparer.Ordinal));
                yield return new DriftChange(DriftArea.Workloads, isNow ? DriftTurn.New : DriftTurn.Gone, "member", id, ResourceIds.Name(id), (after ?? before)!.Type, workload, $"{(isNow ? "serves" : "serves no more")} the workload {sides.After.Workloads[workload]} as {roles}") { WorkloadIds = [workload] };
            }
        }
    }

    private static int Weakness(string filter) => filter switch { "none" => 2, "weakened" => 1, _ => 0 };

    private static List<Model> Models(string json)
    {
        using var document = JsonDocument.Parse(json.Length == 0 ? "[]" : json);
        return [.. document.RootElement.Items().Select(m => new Model(m.At("deploymentId").Text() ?? "", m.At("filter").Text() ?? "")).Where(m => m.Id.Length > 0)];
    }

    private sealed record Model(string Id, string Filter);
}

using Ashlar.Graph.Drift.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Resources of AI workloads that came, went, or have other settings.</summary>
internal static class ResourceDrift
{
    public static IEnumerable<DriftChange> Of(Sides sides)
    {
        var types = sides.Before.Members.Values.Concat(sides.After.Members.Values).Select(m => m.Type).Where(t => t.Contains('/', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        bool Wanted(string key) => sides.Before.Members.ContainsKey(key) || sides.After.Members.ContainsKey(key);
        var reading = Task.Run(() => RowTexts.Hashes(sides.Before.Query, types, Wanted), sides.Before.Query.Cancellation);
        var now = RowTexts.Hashes(sides.After.Query, types, Wanted);
        var then = reading.GetAwaiter().GetResult();
        var differ = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in then.Keys.Concat(now.Keys.Where(k => !then.ContainsKey(k))).Order(StringComparer.Ordinal))
        {
            var (before, after) = (then.TryGetValue(key, out var b), now.TryGetValue(key, out var a));
            if (before && after)
            {
                if (b.Hash != a.Hash)
                    differ.Add(key);
            }
            else
            {
                yield return Whole(sides, key, before ? b.Id : a.Id, before);
            }
        }

        if (differ.Count == 0)
            yield break;
        var texts = new Dictionary<string, string[]>(StringComparer.Ordinal);
        RowTexts.Read(sides.Before.Query, types, differ, (key, row) => texts.TryAdd(key, row));
        // Nothing is asked of a snapshot while its rows are shown.
        var pairs = new List<(string Key, string[] Before, string[] After)>();
        RowTexts.Read(sides.After.Query, types, differ, (key, row) =>
        {
            if (texts.Remove(key, out var old))
                pairs.Add((key, old, row));
        });
        foreach (var change in pairs.SelectMany(p => Settings(sides, p.Key, now[p.Key].Id, p.Before, p.After)))
            yield return change;
    }

    private static DriftChange Whole(Sides sides, string key, string id, bool vanished)
    {
        var turn = vanished ? sides.Vanished(key) : sides.Appeared(key);
        var says = turn switch
        {
            DriftTurn.Gone => "is gone",
            DriftTurn.NoLongerSeen => "is not seen any more",
            DriftTurn.New => "is new",
            _ => "is seen for the first time",
        };
        return Change(sides, turn, "resource", key, id, "", says) with { Missing = sides.WhyUnseen(turn, key), By = sides.Authors.Of(key) };
    }

    private static IEnumerable<DriftChange> Settings(Sides sides, string key, string id, string[] before, string[] after)
    {
        if (sides.WentOutOfSight(key) || sides.CameIntoSight(key))
        {
            var turn = sides.WentOutOfSight(key) ? DriftTurn.NoLongerSeen : DriftTurn.NowSeen;
            yield return Change(sides, turn, "settings", key, id, "", turn == DriftTurn.NowSeen ? "shows its settings now" : "does not show its settings any more") with { Missing = sides.WhyUnseen(turn, key) };
            yield break;
        }

        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == after[i])
                continue;
            foreach (var (path, then, now) in SettingDrift.Of(RowTexts.Columns[i], before[i], after[i]))
            {
                yield return Change(sides, DriftTurn.Changed, "setting", key, id, path, $"{path}: {Texts.Short(then)} -> {Texts.Short(now)}") with
                {
                    Before = then,
                    After = now,
                    By = sides.Authors.Of(key, path),
                };
            }
        }
    }

    private static DriftChange Change(Sides sides, DriftTurn turn, string kind, string key, string id, string detail, string says) =>
        new(DriftArea.Workloads, turn, kind, id, ResourceIds.Name(id), ResourceIds.Type(id) ?? "", detail, says) { WorkloadIds = sides.WorkloadsOf(key) };
}

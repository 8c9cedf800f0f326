using Ashlar.Graph.Drift.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Who gained and who lost which capability on resources of AI workloads and on the identities that control them.</summary>
/// <remarks>
/// A loss counts as one only where as much was read as before: what the later snapshot lists as missing and the earlier does not, may hold it still. A
/// gain is one unless the earlier snapshot missed something that the later one read.
/// </remarks>
internal static class AccessDrift
{
    private const string Keys = "KeyAuth";

    public static IEnumerable<DriftChange> Of(Sides sides)
    {
        var people = new PeopleDrift(sides);
        foreach (var resource in SortedMerge.Of(AccessRow.Read(sides.Before), AccessRow.Read(sides.After), r => r.Key + "|" + r.Capability)
            .GroupBy(r => (r.After ?? r.Before)!.Key, StringComparer.Ordinal))
        {
            var rows = resource.ToList();
            var gone = sides.IsGone(resource.Key);
            if (gone || rows.TrueForAll(r => r.Before is null) || rows.TrueForAll(r => r.After is null))
            {
                if (Whole(sides, resource.Key, [.. rows.Select(r => (gone ? r.Before ?? r.After : r.After ?? r.Before)!)], vanished: gone || rows[0].After is null) is { } whole)
                    yield return whole;
                continue;
            }

            foreach (var (_, before, after) in rows)
            {
                foreach (var change in Pair(sides, people, before, after))
                    yield return change;
            }
        }

        foreach (var change in KeyAuth(sides))
            yield return change;
    }

    /// <summary>Null: it is there still, and of no concern to AI any more, or was not before.</summary>
    private static DriftChange? Whole(Sides sides, string key, IReadOnlyList<AccessRow> rows, bool vanished)
    {
        if (!sides.IsGone(key) && (vanished ? sides.After : sides.Before).Access.Has(key))
            return null;
        var turn = vanished ? sides.Vanished(key) : sides.Appeared(key);
        var counts = string.Join(", ", rows.Where(r => r.Now > 0).OrderByDescending(r => r.Now).ThenBy(r => r.Capability, StringComparer.Ordinal).Take(4).Select(r => $"{r.Capability} {r.Now}"));
        var who = counts.Length == 0 ? "nobody has access, in what was read" : $"who {(vanished ? "could" : "can")}: {counts}";
        var says = turn switch
        {
            DriftTurn.Gone => $"is gone; {who}",
            DriftTurn.NoLongerSeen => $"is not seen any more; {who}",
            DriftTurn.NowSeen => $"is seen for the first time; {who}",
            _ => $"is new; {who}",
        };
        var json = $"{{{string.Join(',', rows.Select(r => Texts.Json(r.Capability) + ":" + r.Counts))}}}";
        return Change(sides, turn, "accessOf", rows[0], "", says) with
        {
            Before = vanished ? json : null,
            After = vanished ? null : json,
            Missing = sides.WhyUnseen(turn, key),
        };
    }

    private static IEnumerable<DriftChange> Pair(Sides sides, PeopleDrift people, AccessRow? before, AccessRow? after)
    {
        var row = (after ?? before)!;
        var moved = people.Of(row.Key, row.Capability);
        var wider = before is null ? [] : Sides.Beyond(before.Missing, after?.Missing ?? "[]");
        var narrower = after is null ? [] : Sides.Beyond(after.Missing, before?.Missing ?? "[]");
        DriftChange With(DriftTurn turn, string kind, PeopleMove move, string says, IReadOnlyList<string> missing) => Change(sides, turn, kind, row, row.Capability, says) with
        {
            Before = before?.Counts,
            After = after?.Counts,
            Principals = move.First,
            PrincipalCount = move.Count,
            By = move.By,
            Missing = missing,
        };
        if (moved.Gained.Count > 0)
        {
            yield return wider.Count == 0
                ? With(DriftTurn.Worse, "accessGained", moved.Gained, $"{moved.Gained.Names} can {row.Capability} now", [])
                : With(DriftTurn.NowSeen, "accessGained", moved.Gained, $"{moved.Gained.Names} can {row.Capability}, as is seen now", wider);
        }

        if (moved.Lost.Count > 0)
        {
            yield return narrower.Count == 0
                ? With(DriftTurn.Better, "accessLost", moved.Lost, $"{moved.Lost.Names} can {row.Capability} no more", [])
                : With(DriftTurn.NoLongerSeen, "accessLost", moved.Lost, $"it is not seen any more whether {moved.Lost.Names} can {row.Capability}", narrower);
        }

        if (moved.Undecided.Count > 0)
            yield return With(DriftTurn.NoLongerSeen, "accessUndecided", moved.Undecided, $"it is not known any more whether {moved.Undecided.Names} can {row.Capability}: a setting that decides was not reported", narrower);
        if (moved.Decided.Count > 0)
            yield return With(DriftTurn.NowSeen, "accessDecided", moved.Decided, $"{moved.Decided.Names} can {row.Capability}, as is known now", wider);
        if (before is not null && after is not null && before.Everyone != after.Everyone)
        {
            var turn = after.Everyone ? wider.Count == 0 ? DriftTurn.Worse : DriftTurn.NowSeen : narrower.Count == 0 ? DriftTurn.Better : DriftTurn.NoLongerSeen;
            yield return With(turn, "accessEveryone", PeopleMove.None, $"a group of {(after.Everyone ? "" : "no longer ")}everyone can {row.Capability}", turn switch { DriftTurn.NowSeen => wider, DriftTurn.NoLongerSeen => narrower, _ => [] });
        }
    }

    private static IEnumerable<DriftChange> KeyAuth(Sides sides)
    {
        foreach (var (key, now) in sides.After.Targets.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            if (!sides.Before.Targets.TryGetValue(key, out var then) || then.KeyAuth == now.KeyAuth || sides.IsGone(key) || !(sides.After.Members.ContainsKey(key) || sides.Before.Members.ContainsKey(key)))
                continue;
            var turn = (then.KeyAuth, now.KeyAuth) switch
            {
                (_, "on") when then.KeyAuth == "off" => DriftTurn.Worse,
                ("on", "off") => DriftTurn.Better,
                (_, "unknown") => DriftTurn.NoLongerSeen,
                _ => DriftTurn.NowSeen,
            };
            yield return new DriftChange(DriftArea.Access, turn, "keyAuth", now.Id, ResourceIds.Name(now.Id), ResourceIds.Type(now.Id) ?? "", Keys, now.KeyAuth switch
            {
                "on" => $"accepts keys (was {then.KeyAuth})",
                "off" => $"accepts no keys (was {then.KeyAuth})",
                _ => "does not tell any more whether it accepts keys",
            })
            {
                Before = Texts.Json(then.KeyAuth),
                After = Texts.Json(now.KeyAuth),
                WorkloadIds = sides.WorkloadsOf(key),
                By = sides.Authors.Of(key),
                Missing = sides.WhyUnseen(turn, key),
            };
        }
    }

    private static DriftChange Change(Sides sides, DriftTurn turn, string kind, AccessRow row, string detail, string says) =>
        new(DriftArea.Access, turn, kind, row.Id, sides.NameOf(row.Id), row.Type, detail, says) { WorkloadIds = sides.WorkloadsOf(row.Key) };
}

using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Drift.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Ways of data that came and went, and who can write at their beginning or read at their end.</summary>
internal static class FlowDrift
{
    private const string Query = "DataFlows | project FlowId, Kind, FromId, ToId, ViaId, Authentication, Processing, DataClass, CrossesRegion, CrossesTenant, AnyoneWrites, AnyoneReads, tostring(WorkloadIds), tostring(Missing)";
    private const int FirstFlag = 8;
    private static readonly int[] Ends = [2, 3, 4];
    private static readonly string[] Authentications = ["none", "identity", "key", "anonymous"];
    private static readonly string[] Places = ["", "region", "dataZone", "global"];

    private static readonly (string Column, string Yes, string No)[] Flags =
    [
        ("CrossesRegion", "leaves its region", "stays in its region"),
        ("CrossesTenant", "leaves the tenant", "stays in the tenant"),
        ("AnyoneWrites", "can be written by everyone where it begins", "cannot be written by everyone where it begins"),
        ("AnyoneReads", "can be read by everyone where it ends", "cannot be read by everyone where it ends"),
    ];

    public static IEnumerable<DriftChange> Of(Sides sides)
    {
        foreach (var (_, before, after) in SortedMerge.Of(sides.Before.Query.Run(Query), sides.After.Query.Run(Query), r => AccessQuery.Text(r[0])))
        {
            if (before is null || after is null)
            {
                yield return Whole(sides, (before ?? after)!, vanished: after is null);
                continue;
            }

            if (Keys(after).Exists(sides.IsGone))
            {
                yield return Change(sides, DriftTurn.Gone, "flow", before, "", "has an end that is gone and is still named");
                continue;
            }

            for (var i = 0; i < Flags.Length; i++)
            {
                if (Flag(sides, before, after, i) is { } change)
                    yield return change;
            }

            foreach (var change in Words(sides, before, after))
                yield return change;
        }
    }

    private static DriftChange Whole(Sides sides, object?[] row, bool vanished)
    {
        var keys = Keys(row);
        // A row without an end says that something may go somewhere, and that nobody read where; it comes and goes with the end it has.
        var open = AccessQuery.Text(row[2]).Length == 0 || AccessQuery.Text(row[3]).Length == 0;
        var along = !keys.TrueForAll((vanished ? sides.After : sides.Before).Sight.Has);
        var turn = open && !along ? vanished ? DriftTurn.NowSeen : DriftTurn.NoLongerSeen : vanished ? sides.Vanished(keys) : sides.Appeared(keys);
        if (turn == DriftTurn.New && Widens(row))
            turn = DriftTurn.Worse;
        var says = (turn, open) switch
        {
            (DriftTurn.NowSeen, true) when vanished => "what was not read of this flow was read",
            (DriftTurn.NoLongerSeen or DriftTurn.New, true) => "there may be such a flow: what would tell was not read",
            (DriftTurn.Gone, _) => "is gone",
            (DriftTurn.NoLongerSeen, _) => "is not seen any more",
            (DriftTurn.NowSeen, _) => "is seen for the first time",
            _ => "is new" + string.Concat(Flags.Where((_, i) => row[FirstFlag + i] is true).Select(f => ", " + f.Yes)),
        };
        return Change(sides, turn, "flow", row, "", says) with { Missing = open && !vanished ? Texts.List(AccessQuery.Text(row[13])) : sides.WhyUnseen(turn, keys) };
    }

    private static List<string> Keys(object?[] row) => [.. Ends.Select(i => ResourceIds.Key(AccessQuery.Text(row[i]))).Where(k => k.StartsWith('/'))];

    // Anyone's writing or reading, or another tenant: more is open than before. Another region alone is not.
    private static bool Widens(object?[] row) => Enumerable.Range(1, Flags.Length - 1).Any(i => row[FirstFlag + i] is true);

    private static DriftChange? Flag(Sides sides, object?[] before, object?[] after, int number)
    {
        var (then, now) = (before[FirstFlag + number] as bool?, after[FirstFlag + number] as bool?);
        if (then == now)
            return null;
        var turn = now is null ? DriftTurn.NoLongerSeen : then is null ? DriftTurn.NowSeen : now.Value ? DriftTurn.Worse : DriftTurn.Better;
        var flag = Flags[number];
        var says = now switch { true => flag.Yes, false => flag.No, null => $"it is not known any more whether it {flag.Yes}" };
        return Change(sides, turn, "flowSetting", after, flag.Column, says) with
        {
            Before = Text(then),
            After = Text(now),
            Missing = turn == DriftTurn.NoLongerSeen ? Texts.List(AccessQuery.Text(after[13])) : turn == DriftTurn.NowSeen ? Texts.List(AccessQuery.Text(before[13])) : [],
        };
    }

    private static IEnumerable<DriftChange> Words(Sides sides, object?[] before, object?[] after)
    {
        foreach (var (column, name, words) in new[] { (5, "Authentication", Authentications), (6, "Processing", Places), (7, "DataClass", []) })
        {
            var (then, now) = (AccessQuery.Text(before[column]), AccessQuery.Text(after[column]));
            if (then == now)
                continue;
            var (was, isNow) = (Array.IndexOf(words, then), Array.IndexOf(words, now));
            var turn = words.Length == 0 ? DriftTurn.Changed : isNow < 0 ? DriftTurn.NoLongerSeen : was < 0 ? DriftTurn.NowSeen : isNow > was ? DriftTurn.Worse : DriftTurn.Better;
            yield return Change(sides, turn, "flowSetting", after, name, $"{name}: {(then.Length == 0 ? "none" : then)} -> {(now.Length == 0 ? "none" : now)}") with
            {
                Before = Texts.Json(then),
                After = Texts.Json(now),
                Missing = turn == DriftTurn.NoLongerSeen ? Texts.List(AccessQuery.Text(after[13])) : [],
            };
        }
    }

    private static DriftChange Change(Sides sides, DriftTurn turn, string kind, object?[] row, string detail, string says)
    {
        var (from, to) = (Name(row[2]), Name(row[3]));
        return new DriftChange(DriftArea.Flows, turn, kind, AccessQuery.Text(row[0]), $"{AccessQuery.Text(row[1])} {from} > {to}", "", detail, says)
        {
            WorkloadIds = Texts.List(AccessQuery.Text(row[12])),
            By = sides.Authors.OfAll([ResourceIds.Key(AccessQuery.Text(row[4]))]),
        };
    }

    private static string Name(object? id) => AccessQuery.Text(id) is { Length: > 0 } text ? ResourceIds.Name(text) : "?";

    private static string? Text(bool? flag) => flag switch { true => "true", false => "false", null => null };
}

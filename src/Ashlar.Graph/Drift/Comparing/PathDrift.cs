using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Drift.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Attack paths that opened, closed, or became easier or harder.</summary>
internal static class PathDrift
{
    private const string Query = "AttackPaths | project PathId, Start, StartName, Goal, TargetId, TargetName, TargetType, tostring(WorkloadIds), tostring(Steps), State, Score, Severity, tostring(Missing), Similar, tostring(SimilarIds)";

    // From certain to not decided; a step that is unknown makes the whole so.
    private static readonly string[] States = ["eligible", "conditional", "active"];

    public static IEnumerable<DriftChange> Of(Sides sides)
    {
        var (then, now) = (sides.Before.Query.Run(Query), sides.After.Query.Run(Query));
        var (wasReached, isReached) = (then.ToLookup(Ends), now.ToLookup(Ends));
        var proofs = new BrokenProofs(sides);
        foreach (var (_, before, after) in SortedMerge.Of(then, now, r => AccessQuery.Text(r[0])))
        {
            if (before is null)
                yield return Reaches(wasReached, after!) is { } known && known >= Score(after!) ? Change(sides, DriftTurn.Changed, after!, $"is another way to what was reached before: {Words(after!)}") : Opened(sides, after!);
            else if (after is null)
                yield return sides.IsGone(ResourceIds.Key(AccessQuery.Text(before[4]))) || Reaches(isReached, before) is null ? Closed(sides, proofs, before) : Change(sides, DriftTurn.Changed, before, $"is not listed any more, and what it reached is still reached: {Words(before)}");
            else if (Both(sides, before, after) is { } change)
                yield return change;
        }
    }

    private static (string Start, string Goal) Ends(object?[] row) => (AccessQuery.Text(row[1]), AccessQuery.Text(row[3]));

    private static long Score(object?[] row) => row[10] as long? ?? 0;

    /// <summary>
    /// The highest score of the paths from the same kind of start to the same goal at the same thing, or that may hide one to it: near-duplicates are
    /// folded into one row, and of many ways to a thing a few are kept. Null: there is none.
    /// </summary>
    private static long? Reaches(ILookup<(string Start, string Goal), object?[]> paths, object?[] row)
    {
        var target = ResourceIds.Key(AccessQuery.Text(row[4]));
        return paths[Ends(row)].Where(p => ResourceIds.Key(AccessQuery.Text(p[4])) == target || MayHide(p, target)).Select(p => (long?)Score(p)).Max();
    }

    private static bool MayHide(object?[] row, string target)
    {
        if (row[13] is not (long and > 0))
            return false;
        var ids = Texts.List(AccessQuery.Text(row[14]));
        return (long)row[13]! > ids.Count || ids.Any(i => ResourceIds.Key(i) == target);
    }

    private static DriftChange Opened(Sides sides, object?[] row)
    {
        var ids = Ids(row);
        var unread = sides.WhyUnseenBefore(ids).Concat(sides.Before.Sight.DirectoryLost(sides.After.Sight)).ToList();
        return unread.Count == 0
            ? Change(sides, DriftTurn.Worse, row, $"is new: {Words(row)}")
            : Change(sides, DriftTurn.NowSeen, row, $"is seen for the first time: {Words(row)}") with { Missing = unread };
    }

    private static DriftChange Closed(Sides sides, BrokenProofs proofs, object?[] row)
    {
        var ids = Ids(row);
        // All proofs of all steps are needed: one that is known to be void cuts the path, whatever else was not read.
        if (ids.Exists(sides.IsGone) || proofs.Any(AccessQuery.Text(row[8])))
            return Change(sides, DriftTurn.Better, row, $"is cut: {Words(row)}");
        var unread = sides.WhyUnseen(ids).Concat(sides.After.Sight.DirectoryLost(sides.Before.Sight)).Concat(ids.SelectMany(sides.AccessLost)).Distinct(StringComparer.Ordinal).ToList();
        return unread.Count == 0
            ? Change(sides, DriftTurn.Changed, row, $"is not listed any more, and nothing is known that cuts it: {Words(row)}")
            : Change(sides, DriftTurn.NoLongerSeen, row, $"is not seen any more: {Words(row)}") with { Missing = unread };
    }

    private static DriftChange? Both(Sides sides, object?[] before, object?[] after)
    {
        var (was, isNow) = (AccessQuery.Text(before[9]), AccessQuery.Text(after[9]));
        var (then, now) = (Score(before), Score(after));
        if (was == isNow && then == now)
            return null;
        var turn = isNow == "unknown" && was != "unknown" ? DriftTurn.NoLongerSeen
            : was == "unknown" && isNow != "unknown" ? DriftTurn.NowSeen
            : was != isNow ? Array.IndexOf(States, isNow) > Array.IndexOf(States, was) ? DriftTurn.Worse : DriftTurn.Better
            : now > then ? DriftTurn.Worse : DriftTurn.Better;
        return Change(sides, turn, after, $"is {isNow}, score {now} (was {was}, {then})") with
        {
            Before = JsonSerializer.Serialize(new { state = was, score = then }),
            After = JsonSerializer.Serialize(new { state = isNow, score = now }),
            Missing = turn == DriftTurn.NoLongerSeen ? Texts.List(AccessQuery.Text(after[12])) : [],
        };
    }

    /// <summary>Everything that the path rests on: places it goes through, and what proves each step.</summary>
    private static List<string> Ids(object?[] row)
    {
        var ids = new List<string> { AccessQuery.Text(row[4]) };
        using var document = JsonDocument.Parse(AccessQuery.Text(row[8]) is { Length: > 0 } steps ? steps : "[]");
        foreach (var step in document.RootElement.Items())
        {
            ids.AddRange([step.At("from").Text() ?? "", step.At("to").Text() ?? ""]);
            ids.AddRange(step.At("proofs").Items().Select(p => p.At("id").Text() ?? ""));
        }

        return [.. ids.Where(i => i.StartsWith('/')).Select(ResourceIds.Key).Distinct(StringComparer.Ordinal)];
    }

    private static string Words(object?[] row) => $"{AccessQuery.Text(row[3])}, {AccessQuery.Text(row[11])}, {AccessQuery.Text(row[9])}";

    private static DriftChange Change(Sides sides, DriftTurn turn, object?[] row, string says) =>
        new(DriftArea.Paths, turn, "path", AccessQuery.Text(row[0]), $"{(AccessQuery.Text(row[2]) is { Length: > 0 } name ? name : AccessQuery.Text(row[1]))} > {AccessQuery.Text(row[5])}", AccessQuery.Text(row[6]), "", says)
        {
            Severity = SeverityNames.Parse(AccessQuery.Text(row[11])),
            WorkloadIds = Texts.List(AccessQuery.Text(row[7])),
            By = sides.Authors.OfAll(Ids(row)),
        };
}

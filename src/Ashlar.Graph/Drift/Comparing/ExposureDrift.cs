using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Drift.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Doors that are open wider or narrower, and code that reaches further or less far.</summary>
internal static class ExposureDrift
{
    private const string Query = "Exposure | project ResourceId, ResourceType, Door, Inbound, AtLeast, PublicAccess, NetworkCount, Outbound, tostring(Missing)";

    public static IEnumerable<DriftChange> Of(Sides sides)
    {
        foreach (var (_, before, after) in SortedMerge.Of(Read(sides.Before), Read(sides.After), d => d.Key + "|" + d.Name))
        {
            // Of what is gone and still named somewhere the later snapshot has doors of which it knows nothing.
            var gone = after is not null && sides.IsGone(after.Key);
            if (gone && before is null)
                continue;
            if (before is not null && after is not null && !gone)
            {
                foreach (var change in Both(sides, before, after))
                    yield return change;
                continue;
            }

            yield return Whole(sides, (before ?? after)!, vanished: after is null || gone);
        }
    }

    private static DriftChange Whole(Sides sides, Door door, bool vanished)
    {
        var turn = vanished ? sides.Vanished(door.Key) : sides.Appeared(door.Key);
        if (turn == DriftTurn.New && door.AtLeast >= Openness.Of("azure"))
            turn = DriftTurn.Worse;
        var open = door.Inbound == "unknown" ? "it is not known from where it can be reached" : $"it {(vanished ? "was" : "is")} reached from {door.Inbound}";
        var says = turn switch
        {
            DriftTurn.Gone => $"door {door.Name} is gone; {open}",
            DriftTurn.NoLongerSeen => $"door {door.Name} is not seen any more; {open}",
            DriftTurn.NowSeen => $"door {door.Name} is seen for the first time; {open}",
            _ => $"door {door.Name} is new; {open}",
        };
        return Change(sides, turn, "door", door, says) with
        {
            Before = vanished ? Texts.Json(door.Inbound) : null,
            After = vanished ? null : Texts.Json(door.Inbound),
            Missing = sides.WhyUnseen(turn, door.Key),
        };
    }

    private static IEnumerable<DriftChange> Both(Sides sides, Door before, Door after)
    {
        if (before.Inbound != after.Inbound || before.AtLeast != after.AtLeast)
        {
            var turn = Openness.Turn(before.AtLeast, before.Possible, after.AtLeast, after.Possible);
            yield return Change(sides, turn, "inbound", after, $"door {after.Name} is reached from {Inbound(after)} (was {Inbound(before)})") with
            {
                Before = Texts.Json(before.Inbound),
                After = Texts.Json(after.Inbound),
                Missing = Unread(turn, before, after),
            };
        }
        else if (before.Networks is { } then && after.Networks is { } now && then != now)
        {
            yield return Change(sides, now > then ? DriftTurn.Worse : DriftTurn.Better, "networks", after, $"door {after.Name} is reached from {Texts.Count((int)now, "network", "networks")} (was {then})") with { Before = $"{then}", After = $"{now}" };
        }

        if (before.PublicAccess != after.PublicAccess && before.Inbound == after.Inbound && before.AtLeast == after.AtLeast)
        {
            var turn = Turn(before.PublicAccess, after.PublicAccess, ["closed", "selected", "open"]);
            yield return Change(sides, turn, "publicAccess", after, $"door {after.Name}: its firewall is {after.PublicAccess} to public addresses (was {before.PublicAccess})") with
            {
                Before = Texts.Json(before.PublicAccess),
                After = Texts.Json(after.PublicAccess),
                Missing = Unread(turn, before, after),
            };
        }

        if (before.Outbound != after.Outbound)
        {
            var turn = Turn(before.Outbound, after.Outbound, ["", "nowhere", "network", "approved", "internet"]);
            yield return Change(sides, turn, "outbound", after, $"its code reaches {Reach(after.Outbound)} (was {Reach(before.Outbound)})") with
            {
                Before = Texts.Json(before.Outbound),
                After = Texts.Json(after.Outbound),
                Missing = Unread(turn, before, after),
            };
        }
    }

    private static DriftTurn Turn(string before, string after, string[] ranks)
    {
        var (then, now) = (Array.IndexOf(ranks, before), Array.IndexOf(ranks, after));
        return now < 0 ? DriftTurn.NoLongerSeen : then < 0 ? DriftTurn.NowSeen : now > then ? DriftTurn.Worse : DriftTurn.Better;
    }

    private static IReadOnlyList<string> Unread(DriftTurn turn, Door before, Door after) => turn switch
    {
        DriftTurn.NoLongerSeen => Texts.List(after.Missing),
        DriftTurn.NowSeen => Texts.List(before.Missing),
        _ => [],
    };

    private static string Inbound(Door door) => door.Inbound == "unknown" ? $"somewhere between {Openness.Name(door.AtLeast)} and the internet: not known" : door.Inbound;

    private static string Reach(string outbound) => outbound switch { "" => "nothing, for it runs none", "approved" => "approved destinations", "unknown" => "an unknown distance", "network" => "its network", _ => outbound };

    private static DriftChange Change(Sides sides, DriftTurn turn, string kind, Door door, string says) =>
        new(DriftArea.Exposure, turn, kind, door.Id, ResourceIds.Name(door.Id), door.Type, door.Name, says) { WorkloadIds = sides.WorkloadsOf(door.Key), By = sides.Authors.Of(door.Key) };

    private static IEnumerable<Door> Read(Side side) => side.Query.Run(Query).Select(r => new Door(
        AccessQuery.Text(r[0]), AccessQuery.Text(r[1]), AccessQuery.Text(r[2]), AccessQuery.Text(r[3]), Openness.Of(AccessQuery.Text(r[4])), AccessQuery.Text(r[5]), r[6] as long?, AccessQuery.Text(r[7]), AccessQuery.Text(r[8])));

    private sealed record Door(string Id, string Type, string Name, string Inbound, int AtLeast, string PublicAccess, long? Networks, string Outbound, string Missing)
    {
        public string Key { get; } = ResourceIds.Key(Id);

        public int Possible => Inbound == "unknown" ? Openness.Widest : AtLeast;
    }
}

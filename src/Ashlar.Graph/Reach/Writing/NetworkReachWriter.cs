using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Judging;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Reach.Writing;

/// <summary>Writes <c>NetworkReach</c> as sets of sources and the doors they reach.</summary>
internal sealed class NetworkReachWriter(NetworkEstate estate, IReadOnlyList<Sender> senders, PublicWays publicly)
{
    private const int Internet = 0;
    private const int Azure = 1;
    private const int First = 2;
    private readonly SourceSets _sets = new();
    private readonly List<int> _ways = [];
    private readonly Dictionary<string, int> _throughs = new(StringComparer.Ordinal);

    public void Write(Snapshot snapshot, IReadOnlyList<Judged> doors, string stamp, CancellationToken cancellationToken)
    {
        for (var i = 0; i < doors.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Door(i, doors[i]);
        }

        snapshot.WriteDerived(ReachParts.Sources, senders.Select(s => estate.Subnets[s.Subnet].Id).Prepend("azure").Prepend("internet").Select((id, i) => new object?[] { i, id }));
        snapshot.WriteDerived(ReachParts.Doors, doors.Select((d, i) => new object?[] { i, d.Door.Id, d.Door.Key, d.Door.Type, d.Door.Name }));
        snapshot.WriteDerivedNumbers(ReachParts.Sets, _sets.Cells);
        snapshot.WriteDerivedNumbers(ReachParts.Ways, _ways);
        snapshot.WriteDerived(ReachParts.Throughs, _throughs.Select(t => new object?[] { t.Value, t.Key }));
        snapshot.WriteDerivedView(ReachTables.NetworkReach, schema => ReachParts.NetworkReach.Replace("{0}", schema, StringComparison.Ordinal), stamp);
    }

    private void Door(int number, Judged judged)
    {
        Public(number, judged);
        ByServiceEndpoint(number, judged.Door);
        foreach (var (leg, through, reach) in judged.Places)
        {
            var name = Array.IndexOf(ReachParts.Legs, leg);
            Way(number, [.. reach.Senders.Select(s => s + First)], false, name, through);
            Way(number, [.. reach.UnsureSenders.Select(s => s + First)], true, name, through);
            if (reach.LearnedAt >= 0)
                Way(number, [.. publicly.JoinedElsewhere(reach.LearnedAt).Select(s => s + First)], true, 4, estate.Networks[reach.LearnedAt].Id);
        }
    }

    private void Public(int number, Judged judged)
    {
        var reach = judged.Public;
        var open = new List<int>();
        var unsure = new List<int>();
        if (reach.Width.Certain == Level.Internet)
            open.Add(Internet);
        else if (reach.Width.Possible == Level.Internet)
            unsure.Add(Internet);
        if (reach.Azure)
            open.Add(Azure);
        else if (reach.Width.Possible >= Level.Azure)
            unsure.Add(Azure);
        publicly.Senders(judged, First, open, unsure);
        var through = judged.Door.Fronts?.FirstOrDefault()?.Id ?? judged.Door.Id;
        Way(number, open, false, 0, through);
        Way(number, unsure, true, 0, through);
    }

    private void ByServiceEndpoint(int number, Door door)
    {
        foreach (var rule in door.SubnetRules)
        {
            if (estate.SubnetOf(rule.SubnetKey) is not { } subnet || !DoorJudge.HasEndpoint(subnet, rule.Service))
                continue;
            foreach (var sender in senders.Where(s => s.Subnet == subnet.Index))
            {
                if (publicly.MayCall(sender, door) is var may and not false)
                    Way(number, [sender.Number + First], may is null, 1, rule.SubnetKey);
            }
        }
    }

    private void Way(int door, List<int> members, bool unsure, int leg, string through)
    {
        if (members.Count == 0)
            return;
        if (!_throughs.TryGetValue(through, out var id))
            _throughs[through] = id = _throughs.Count;
        _ways.AddRange([door, _sets.Of(members), unsure ? 1 : 0, leg, id]);
    }
}

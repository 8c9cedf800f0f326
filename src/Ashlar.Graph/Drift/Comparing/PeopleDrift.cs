using Ashlar.Graph.Access;
using Ashlar.Graph.Drift.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Who holds something now and did not, and the other way round; worked out once for each pair of signatures, however many resources have it.</summary>
internal sealed class PeopleDrift(Sides sides)
{
    private const int Most = 20;
    private static readonly PeopleMoves Nothing = new(PeopleMove.None, PeopleMove.None, PeopleMove.None, PeopleMove.None);
    private static readonly string[] States = ["active", "conditional", "eligible", "unknown"];
    private readonly Dictionary<(UInt128 Before, UInt128 After), PeopleMoves> _known = [];

    /// <param name="key">Lower-case id of the target.</param>
    public PeopleMoves Of(string key, string capability)
    {
        var (before, after) = (sides.Before.Access.Of(key, capability), sides.After.Access.Of(key, capability));
        var pair = (before?.Signature ?? default, after?.Signature ?? default);
        if (pair.Item1 == pair.Item2)
            return Nothing;
        if (!_known.TryGetValue(pair, out var moves))
            _known[pair] = moves = Compare(before, after);
        return moves;
    }

    private PeopleMoves Compare(Held? before, Held? after)
    {
        var (then, now) = (sides.Before.Access.Expand(before), sides.After.Access.Expand(after));
        var gained = new List<(Holder? Then, Holder? Now)>();
        var (lost, undecided, decided) = (new List<(Holder? Then, Holder? Now)>(), new List<(Holder? Then, Holder? Now)>(), new List<(Holder? Then, Holder? Now)>());
        foreach (var id in now.Keys.Union(then.Keys, StringComparer.OrdinalIgnoreCase))
        {
            var pair = (Then: then.GetValueOrDefault(id), Now: now.GetValueOrDefault(id));
            if (pair.Then?.State == pair.Now?.State)
                continue;
            var list = (pair.Then, pair.Now) switch
            {
                (not null, { State: (int)AccessState.Unknown }) => undecided,
                ({ State: (int)AccessState.Unknown }, not null) => decided,
                (null, _) => gained,
                (_, null) => lost,
                ({ State: var was }, { State: var isNow }) => isNow < was ? gained : lost,
            };
            list.Add(pair);
        }

        return new PeopleMoves(Move(gained), Move(lost), Move(undecided), Move(decided));
    }

    private PeopleMove Move(List<(Holder? Then, Holder? Now)> moved)
    {
        if (moved.Count == 0)
            return PeopleMove.None;
        var first = moved.Select(m => Principal(m.Then, m.Now)).OrderBy(p => p.Kind == "group" ? 0 : 1).ThenBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id, StringComparer.Ordinal).Take(Most).ToList();
        var now = moved.SelectMany(m => m.Now?.Proofs ?? []).Distinct().SelectMany(sides.After.Access.Assignments);
        var then = moved.SelectMany(m => m.Then?.Proofs ?? []).Distinct().SelectMany(sides.Before.Access.Assignments);
        return new PeopleMove(moved.Count, first, sides.Authors.OfAll(now.Concat(then).Distinct(StringComparer.Ordinal)));
    }

    private static DriftPrincipal Principal(Holder? then, Holder? now) =>
        new((now ?? then)!.Id, (now ?? then)!.Name, (now ?? then)!.Kind, then is null ? null : States[then.State], now is null ? null : States[now.State]);
}

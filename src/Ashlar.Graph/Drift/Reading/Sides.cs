using Ashlar.Graph.Drift.Comparing;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Reading;

/// <summary>Both snapshots, and what only both together tell: whether something came and went, or only came into sight and out of it.</summary>
internal sealed record Sides(Side Before, Side After, Authors Authors)
{
    /// <summary>Of something that only the later one has: new, or only seen now.</summary>
    public DriftTurn Appeared(params IEnumerable<string> keys) => keys.Any(CameIntoSight) ? DriftTurn.NowSeen : DriftTurn.New;

    /// <summary>Of something that only the earlier one has: gone, or no longer seen.</summary>
    public DriftTurn Vanished(params IEnumerable<string> keys) => keys.Any(WentOutOfSight) ? DriftTurn.NoLongerSeen : DriftTurn.Gone;

    public bool CameIntoSight(string key) => Hidden(After.Sight, Before.Sight, key);

    public bool WentOutOfSight(string key) => Hidden(Before.Sight, After.Sight, key);

    /// <summary>It was there and is gone for certain, whatever still names it.</summary>
    public bool IsGone(string key) => Before.Sight.Has(key) && !After.Sight.Has(key) && After.Sight.KnowsAbsence(key, Before.Sight);

    /// <summary>Why what rests on these is not known any more.</summary>
    public IReadOnlyList<string> WhyUnseen(params IEnumerable<string> keys) => Why(Before.Sight, After.Sight, keys.Where(WentOutOfSight));

    /// <summary>Why what rests on these was not known before.</summary>
    public IReadOnlyList<string> WhyUnseenBefore(params IEnumerable<string> keys) => Why(After.Sight, Before.Sight, keys.Where(CameIntoSight));

    public IReadOnlyList<string> WhyUnseen(DriftTurn turn, params IEnumerable<string> keys) => turn switch
    {
        DriftTurn.NoLongerSeen => WhyUnseen(keys),
        DriftTurn.NowSeen => WhyUnseenBefore(keys),
        _ => [],
    };

    /// <summary>What of the access to a resource was read before and is not now, as sentences.</summary>
    public IReadOnlyList<string> AccessLost(string key) =>
        Before.Targets.TryGetValue(key, out var then) && After.Targets.TryGetValue(key, out var now) ? Beyond(now.Missing, then.Missing) : [];

    /// <summary>Sentences of a JSON array that another does not have.</summary>
    public static IReadOnlyList<string> Beyond(string missing, string others) =>
        missing == others || missing.Length <= 2 ? [] : [.. Texts.List(missing).Except(Texts.List(others), StringComparer.Ordinal)];

    /// <summary>Name shown to people: of an Entra object its own, of a resource the last part of its id.</summary>
    public string NameOf(string id)
    {
        var key = ResourceIds.Key(id);
        return new[] { After.Sight.NameOf(key), Before.Sight.NameOf(key) }.FirstOrDefault(n => n.Length > 0) ?? ResourceIds.Name(id);
    }

    public IReadOnlyList<string> WorkloadsOf(string key) => After.WorkloadsOf(key) is { Count: > 0 } now ? now : Before.WorkloadsOf(key);

    private static bool Hidden(Sight there, Sight here, string key) =>
        there.Has(key) && (here.Has(key) ? there.HasBody(key) && !here.HasBody(key) : !here.KnowsAbsence(key, there));

    private static IReadOnlyList<string> Why(Sight there, Sight here, IEnumerable<string> keys) =>
        [.. keys.Select(k => here.Has(k) ? $"{ResourceIds.Name(k)} was listed without its settings: export it with its properties." : here.Why(k, there)).Distinct(StringComparer.Ordinal).Take(5)];
}

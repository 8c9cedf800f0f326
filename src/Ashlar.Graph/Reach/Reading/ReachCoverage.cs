using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Which lists were read whole: only there absence means that there is nothing.</summary>
internal sealed class ReachCoverage
{
    private readonly ILookup<(string Table, string Type), string> _whole;
    private readonly List<(string Table, string Type, string Scope)> _gaps = [];
    private readonly IReadOnlyList<string> _subscriptions;
    private readonly Dictionary<(string Type, string Place), bool> _known = [];

    /// <param name="subscriptions">Scopes of all subscriptions that are known.</param>
    public ReachCoverage(Snapshot snapshot, IReadOnlyList<string> subscriptions)
    {
        _subscriptions = subscriptions;
        var whole = snapshot.Completeness.Where(r => r.List).Select(r => (r.Table, r.Type, r.Scope)).ToList();
        foreach (var gap in snapshot.Gaps.Where(g => g.Path is null && g.Reason != GapReason.NoBody))
        {
            var (table, type) = DataSets.Split(gap.DataSet);
            // What is switched off does not exist there.
            if (gap.Reason is GapReason.NotLicensed or GapReason.FeatureOff)
                whole.Add((table, type ?? "", gap.Scope));
            else
                _gaps.Add((table.ToLowerInvariant(), type?.ToLowerInvariant() ?? "", ResourceIds.Key(gap.Scope)));
        }

        _whole = whole.ToLookup(r => (r.Table.ToLowerInvariant(), r.Type.ToLowerInvariant()), r => ResourceIds.Key(r.Scope));
    }

    /// <summary>Everything of a type in every subscription.</summary>
    public bool Everywhere(string type) => In(type, "");

    /// <summary>Everything of a type in the subscription of a resource.</summary>
    /// <param name="type">Lower case.</param>
    public bool Around(string type, string id) => In(type, ResourceIds.SubscriptionId(id) is { } subscription ? "/subscriptions/" + subscription.ToLowerInvariant() : "");

    private bool In(string type, string place)
    {
        lock (_known)
        {
            if (!_known.TryGetValue((type, place), out var known))
                _known[(type, place)] = known = Tables(type).Any(t => Covered(t, type, place)) || (place.Length == 0 && _subscriptions.Count > 0 && _subscriptions.All(s => Tables(type).Any(t => Covered(t, type, s))));
            return known;
        }
    }

    // Where Resource Graph keeps a type is its own matter; children may be read either way.
    private static string[] Tables(string type) =>
        type.AsSpan().Count('/') == 1 || type.EndsWith("/virtualnetworklinks", StringComparison.Ordinal) || type.EndsWith("/onlineendpoints", StringComparison.Ordinal) || type.EndsWith("/slots", StringComparison.Ordinal)
            ? [ResourceGraphTables.Resources]
            : type.Contains("/networksecurityperimeters/", StringComparison.Ordinal) || type.EndsWith("/rulecollectiongroups", StringComparison.Ordinal) ? ["networkresources", ResourceGraphTables.ArmResources]
            : type.StartsWith("microsoft.network/privatednszones/", StringComparison.Ordinal) ? ["dnsresources", ResourceGraphTables.ArmResources]
            : type.EndsWith("/config", StringComparison.Ordinal) ? ["appserviceresources"]
            : [ResourceGraphTables.ArmResources];

    private bool Covered(string table, string type, string place) =>
        (_whole[(table, type)].Any(s => ResourceIds.Covers(s, place)) || _whole[(table, "")].Any(s => ResourceIds.Covers(s, place)))
        && !_gaps.Exists(g => g.Table == table && (g.Type.Length == 0 || g.Type == type) && (ResourceIds.Covers(g.Scope, place) || ResourceIds.Covers(place, g.Scope)));
}

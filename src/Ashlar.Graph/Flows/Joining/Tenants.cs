using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>Whether the ends of a flow stand in one tenant.</summary>
internal sealed class Tenants
{
    private readonly Dictionary<string, string> _ofSubscription = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _knowsAll;

    public Tenants(AccessQuery query, FlowCoverage coverage)
    {
        foreach (var row in query.Run("resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project id, tenantId"))
        {
            if (ResourceIds.SubscriptionId(AccessQuery.Text(row[0])) is { } subscription)
                _ofSubscription[subscription] = AccessQuery.Text(row[1]);
        }

        _knowsAll = coverage.Covered("resourcecontainers", "", "") || coverage.Covered("resourcecontainers", "microsoft.resources/subscriptions", "");
    }

    /// <returns>Null when it is not known.</returns>
    public bool? Crosses(FoundFlow flow, ResolvedEnd from, ResolvedEnd to)
    {
        if (flow.Leaves || IsOutside(from) || IsOutside(to))
            return true;
        var (left, right) = (Subscription(from), Subscription(to));
        if (left is null || right is null)
            return null;
        if (left.Equals(right, StringComparison.OrdinalIgnoreCase))
            return false;
        if (_ofSubscription.TryGetValue(left, out var one) && _ofSubscription.TryGetValue(right, out var other))
            return one.Length == 0 || other.Length == 0 ? null : !one.Equals(other, StringComparison.OrdinalIgnoreCase);
        // A subscription that a whole list does not name is not of this tenant, or was deleted; its data would be gone with it.
        return _knowsAll && _ofSubscription.ContainsKey(left) != _ofSubscription.ContainsKey(right) ? true : null;
    }

    private static bool IsOutside(ResolvedEnd end) => end.IsHost && ExternalHosts.IsOutside(end.Key);

    private static string? Subscription(ResolvedEnd end) => end.IsHost || end.IsNone ? null : ResourceIds.SubscriptionId(end.Id);
}

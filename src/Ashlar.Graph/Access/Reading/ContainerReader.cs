using Ashlar.Graph.Access.Scopes;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads which management groups lie above which subscription, and which administrative units hold which object.</summary>
internal static class ContainerReader
{
    public static ScopeTree Read(AccessQuery query)
    {
        var scopes = new ScopeTree();
        foreach (var row in query.Run("resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project subscriptionId, tostring(properties.managementGroupAncestorsChain)"))
        {
            scopes.SetSubscription(AccessQuery.Text(row[0]));
            // A subscription whose chain was not reported is one whose ancestors are not known.
            if (AccessQuery.Text(row[1]) is { Length: > 2 } chain)
                scopes.SetAncestry(AccessQuery.Text(row[0]), [.. DirectoryReader.Items(chain).Select(g => g.At("name").Text()).OfType<string>()]);
        }

        foreach (var row in query.Run("resources | distinct subscriptionId"))
            scopes.SetSubscription(AccessQuery.Text(row[0]));
        foreach (var row in query.Run("resourcecontainers | where type =~ 'microsoft.management/managementgroups' | project name, tostring(properties.details.managementGroupAncestorsChain)"))
            scopes.SetGroupAncestry(AccessQuery.Text(row[0]), [.. DirectoryReader.Items(AccessQuery.Text(row[1])).Select(g => g.At("name").Text()).OfType<string>()]);
        foreach (var row in query.Run("AdministrativeUnitMembers | project administrativeUnitId, memberId"))
            scopes.SetUnits(AccessQuery.Text(row[1]).ToLowerInvariant(), AccessQuery.Text(row[0]).ToLowerInvariant());
        return scopes;
    }
}

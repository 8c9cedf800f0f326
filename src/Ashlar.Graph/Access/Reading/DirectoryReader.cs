using System.Text.Json;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads principals and memberships from the Entra tables.</summary>
internal static class DirectoryReader
{
    public static PrincipalDirectory Principals(AccessQuery query, string tenant)
    {
        var directory = new PrincipalDirectory();
        var pool = new TextPool();
        query.Scan("Users | project id, displayName, userPrincipalName, userType | order by id asc", row =>
        {
            var guest = pool.Of(row.Utf8(3)).Equals("Guest", StringComparison.OrdinalIgnoreCase);
            directory.Add(row.Text(0), guest ? PrincipalKind.Guest : PrincipalKind.User, row.Text(row.Utf8(1).Length > 0 ? 1 : 2));
        });
        query.Scan("Groups | project id, displayName | order by id asc", row => directory.Add(row.Text(0), PrincipalKind.Group, row.Text(1)));
        query.Scan("ServicePrincipals | project id, displayName, servicePrincipalType, appOwnerOrganizationId | order by id asc", row =>
            directory.Add(row.Text(0), Kind(pool.Of(row.Utf8(2)), pool.Of(row.Utf8(3)), tenant), row.Text(1)));
        return directory;
    }

    public static GroupGraph Groups(AccessQuery query, PrincipalDirectory directory)
    {
        var graph = new GroupGraph();
        var pool = new TextPool();
        query.Scan("GroupMembers | project groupId, memberId, odataType", row =>
            Add(graph, directory, pool.Of(row.Utf8(0)), pool.Of(row.Utf8(1)), KindOf(pool.Of(row.Utf8(2))), eligible: false));
        foreach (var row in query.Run("GroupEligibilities | where accessId =~ 'member' | project groupId, principalId"))
            Add(graph, directory, AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), PrincipalKind.Unknown, eligible: true);
        return graph;
    }

    /// <summary>Lower-case id of the tenant; empty when no row tells it.</summary>
    public static string Tenant(AccessQuery query)
    {
        var rows = query.Run("Organizations | project id | order by id asc | take 1");
        if (rows.Count == 0)
            rows = query.Run("resourcecontainers | where isnotempty(tenantId) | project tenantId | order by tenantId asc | take 1");
        return rows.Count == 0 ? "" : AccessQuery.Text(rows[0][0]).ToLowerInvariant();
    }

    /// <summary>Kind of a principal as role assignments and memberships name it.</summary>
    public static PrincipalKind KindOf(string type) => type.ToLowerInvariant() switch
    {
        "user" or "#microsoft.graph.user" => PrincipalKind.User,
        "group" or "#microsoft.graph.group" => PrincipalKind.Group,
        "serviceprincipal" or "#microsoft.graph.serviceprincipal" => PrincipalKind.Application,
        "foreigngroup" => PrincipalKind.ForeignApplication,
        _ => PrincipalKind.Unknown,
    };

    public static IEnumerable<JsonElement> Items(string json) => JsonBodies.Parse(json).Items();

    private static void Add(GroupGraph graph, PrincipalDirectory directory, string group, string member, PrincipalKind kind, bool eligible)
    {
        if (group.Length > 0 && member.Length > 0)
            graph.Add(directory.Named(group, PrincipalKind.Group).Index, directory.Named(member, kind).Index, eligible);
    }

    private static PrincipalKind Kind(string type, string owner, string tenant)
    {
        if (type.Equals("ManagedIdentity", StringComparison.OrdinalIgnoreCase))
            return PrincipalKind.ManagedIdentity;
        return owner.Length > 0 && tenant.Length > 0 && !owner.Equals(tenant, StringComparison.OrdinalIgnoreCase) ? PrincipalKind.ForeignApplication : PrincipalKind.Application;
    }
}

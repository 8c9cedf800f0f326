using Ashlar.Store;

namespace Ashlar.Reports;

/// <summary>Every principal a snapshot names, for <see cref="Redaction"/>.</summary>
public static class PrincipalReader
{
    // Applications of Microsoft itself have the same names in every tenant; only their ids are replaced.
    private const string Microsoft = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    public static IReadOnlyList<KnownPrincipal> Read(Snapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var principals = new List<KnownPrincipal>();
        Add("user", "Users | project id, displayName, userPrincipalName, mail");
        Add("group", "Groups | project id, displayName");
        Add("app", "Applications | project id, displayName, appId");
        // A managed identity bears the name of its resource: user-assigned ones are read from the resource, the others keep it.
        Add("identity", "ServicePrincipals | where servicePrincipalType == 'ManagedIdentity' | project id, appId");
        Add("app", $"ServicePrincipals | where servicePrincipalType != 'ManagedIdentity' and tolower(appOwnerOrganizationId) != '{Microsoft}' | project id, appId, displayName");
        Add("app", $"ServicePrincipals | where servicePrincipalType != 'ManagedIdentity' and tolower(appOwnerOrganizationId) == '{Microsoft}' | project id, appId");
        Add("identity", "resources | where type == 'microsoft.managedidentity/userassignedidentities' | project id = iff(isempty(tostring(properties.principalId)), name, tostring(properties.principalId)), name, clientId = tostring(properties.clientId)");
        Add("tenant", "Organizations | project id");
        Add("tenant", "resources | where isnotempty(tenantId) | distinct tenantId");
        return principals;

        void Add(string kind, string query)
        {
            foreach (var row in InventoryReader.Rows(snapshot, query, cancellationToken))
            {
                var names = row.Select(InventoryReader.Text).Where(t => t.Length > 0).ToList();
                if (InventoryReader.Text(row[0]).Length > 0)
                    principals.Add(new KnownPrincipal(kind, names[0], [.. names.Skip(1)]));
            }
        }
    }
}

using System.Text.Json.Nodes;
using static Ashlar.AccessConformance.BadZure.BadZureIds;

namespace Ashlar.AccessConformance.BadZure;

/// <summary>
/// The tenant of an attack path: what the path needs, and decoys. A bystander of the attacker's kind holds nothing; another holds what looks like the
/// first hop and does not suffice: the same role over another application, Reader of the store, the role over another source.
/// </summary>
internal sealed class PathTenant(AttackPath path, Material material)
{
    private readonly string _kind = path.ByApplication ? "ServicePrincipal" : "User";

    private string Holder => path.ThroughGroup ? Group : Attacker;

    private string HolderKind => path.ThroughGroup ? "Group" : _kind;

    public Dictionary<string, IReadOnlyList<JsonObject>> Tables() => new()
    {
        ["Organizations"] = [new() { ["id"] = Azure.TenantId }],
        ["resourcecontainers"] = Azure.Containers(),
        ["resources"] = [.. ResourceKinds.Rows(path)],
        ["armresources"] = [.. CosmosRows()],
        ["authorizationresources"] = [.. AzureRows()],
        ["Users"] = [.. Actors().Where(_ => !path.ByApplication).Append(Administrator).Select(u => new JsonObject { ["id"] = u, ["displayName"] = u, ["userType"] = "Member", ["accountEnabled"] = true })],
        ["Groups"] = [Security(Group, "path"), Security(OtherGroup, "other")],
        ["GroupMembers"] = path.Assignment == "group_member" ? [Member(Group, Attacker), Member(OtherGroup, NearMiss)] : [],
        ["GroupOwners"] = path.Assignment == "group_owner" ? [Owner("groupId", Group, Attacker), Owner("groupId", OtherGroup, NearMiss)] : [],
        ["Applications"] = [.. Registrations().Select(a => new JsonObject { ["id"] = a.Registration, ["appId"] = AppId(a.ServicePrincipal), ["displayName"] = a.Registration })],
        ["ApplicationOwners"] = path.Technique == Technique.ApplicationOwnershipAbuse ? [Owner("applicationId", Application, Attacker), Owner("applicationId", OtherApplication, NearMiss)] : [],
        ["ServicePrincipals"] = [.. ServicePrincipals()],
        // Actions of directory roles are left out: the template ids have to do.
        ["DirectoryRoleDefinitions"] = [.. DirectoryRoles.Select(r => new JsonObject { ["id"] = r.Key, ["displayName"] = r.Value, ["templateId"] = r.Key, ["isBuiltIn"] = true })],
        ["DirectoryRoleAssignments"] = [.. Administrators().Select((r, i) => new JsonObject { ["id"] = "d" + i, ["principalId"] = r.Principal, ["roleDefinitionId"] = r.Role, ["directoryScopeId"] = r.Scope })],
        ["AppRoleAssignments"] = [.. path.Permissions.Select((p, i) => new JsonObject { ["id"] = "p" + i, ["appRoleId"] = p, ["principalId"] = ServicePrincipal, ["principalType"] = "ServicePrincipal", ["resourceId"] = path.OnExchange ? Exchange : MicrosoftGraph })],
    };

    private static IEnumerable<string> Actors() => [Attacker, Bystander, NearMiss];

    private IEnumerable<(string Registration, string ServicePrincipal)> Registrations() =>
        [(Application, ServicePrincipal), (OtherApplication, OtherServicePrincipal), .. Actors().Where(_ => path.ByApplication).Select(a => ("0" + a[1..], a))];

    private IEnumerable<JsonObject> ServicePrincipals()
    {
        foreach (var (_, id) in Registrations())
            yield return Principal(id, AppId(id), "Application");
        if (path.Source.Length > 0)
        {
            yield return Principal(ManagedIdentity, AppId(ManagedIdentity), "ManagedIdentity");
            yield return Principal(OtherManagedIdentity, AppId(OtherManagedIdentity), "ManagedIdentity");
        }

        var graph = Principal(MicrosoftGraph, "00000003-0000-0000-c000-000000000000", "Application");
        graph["appRoles"] = new JsonArray([.. Permissions.Select(p => (JsonNode)new JsonObject { ["id"] = p.Key, ["value"] = p.Value })]);
        yield return graph;
        yield return Principal(Exchange, "00000002-0000-0ff1-ce00-000000000000", "Application");
    }

    private IEnumerable<(string Principal, string Role, string Scope)> Administrators()
    {
        yield return (Administrator, GlobalAdministrator, "/");
        foreach (var role in path.DirectoryRoles)
            yield return (ServicePrincipal, role, "/");
        if (path.Technique is not (Technique.ApplicationAdministratorAbuse or Technique.CloudAppAdministratorAbuse))
            yield break;
        var administrator = path.Technique == Technique.ApplicationAdministratorAbuse ? ApplicationAdministrator : CloudApplicationAdministrator;
        yield return (Holder, administrator, path.ScopedToApplication ? "/" + Application : "/");
        yield return (path.ThroughGroup ? OtherGroup : NearMiss, administrator, "/" + OtherApplication);
    }

    private IEnumerable<JsonObject> AzureRows()
    {
        var assignments = Assignments().ToList();
        var used = assignments.Select(a => ((string)a["properties"]!["roleDefinitionId"]!).Split('/')[^1]).ToHashSet();
        return material.RoleRows().Where(r => used.Contains(((string)r["id"]!).Split('/')[^1])).Concat(assignments);
    }

    private IEnumerable<JsonObject> Assignments()
    {
        var (near, nearKind) = path.ThroughGroup ? (OtherGroup, "Group") : (NearMiss, _kind);
        if (path.Source.Length > 0)
        {
            var writes = material.RoleId(ResourceKinds.SourceRole(path.Source));
            yield return Azure.Assignment(Holder, HolderKind, writes, ResourceKinds.Source(path.Source));
            yield return Azure.Assignment(near, nearKind, writes, ResourceKinds.Source(path.Source, "other"));
            yield return Azure.Assignment(near, nearKind, material.RoleId("Reader"), Azure.Subscription);
        }

        if (path.Store.Length == 0)
            yield break;
        var (opens, opensKind) = path.Source.Length > 0 ? (ManagedIdentity, "ServicePrincipal") : (Holder, HolderKind);
        foreach (var role in path.StoreRoles.Where(r => r != AttackPathFile.CosmosRole))
            yield return Azure.Assignment(opens, opensKind, material.RoleId(role), ResourceKinds.Store(path.Store));
        foreach (var role in path.Source.Length > 0 ? [] : NearMisses())
            yield return Azure.Assignment(near, nearKind, material.RoleId(role), ResourceKinds.Store(path.Store));
    }

    // On a vault that asks roles, the first of the path's own roles alone.
    private string[] NearMisses() => path.Store == "key_vault" ? path.VaultAsksRoles ? ["Key Vault Contributor", "Key Vault Reader"] : ["Key Vault Reader", "Key Vault Secrets User"] : ["Reader"];

    private IEnumerable<JsonObject> CosmosRows()
    {
        if (!path.StoreRoles.Contains(AttackPathFile.CosmosRole))
            yield break;
        var account = ResourceKinds.Store(path.Store);
        yield return Azure.Row($"{account}/sqlRoleAssignments/c", "microsoft.documentdb/databaseaccounts/sqlroleassignments", new()
        {
            ["principalId"] = path.Source.Length > 0 ? ManagedIdentity : Holder,
            ["roleDefinitionId"] = $"{account}/sqlRoleDefinitions/{AttackPathFile.CosmosRole}",
            ["scope"] = account,
        });
    }

    // BadZure's groups may hold directory roles, whatever they hold.
    private static JsonObject Security(string id, string name) => new() { ["id"] = id, ["displayName"] = name, ["securityEnabled"] = true, ["isAssignableToRole"] = true, ["groupTypes"] = new JsonArray(), ["onPremisesSyncEnabled"] = false };

    private JsonObject Member(string group, string member) => new() { ["groupId"] = group, ["memberId"] = member, ["odataType"] = OData() };

    private JsonObject Owner(string column, string of, string owner) => new() { [column] = of, ["ownerId"] = owner, ["odataType"] = OData() };

    private string OData() => path.ByApplication ? "#microsoft.graph.servicePrincipal" : "#microsoft.graph.user";

    private static JsonObject Principal(string id, string appId, string type) =>
        new() { ["id"] = id, ["appId"] = appId, ["displayName"] = id, ["servicePrincipalType"] = type, ["accountEnabled"] = true, ["appOwnerOrganizationId"] = Azure.TenantId };
}

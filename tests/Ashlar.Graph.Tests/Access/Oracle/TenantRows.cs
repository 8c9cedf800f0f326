using System.Text.Json.Nodes;

namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>A tenant as rows of a snapshot: Resource Graph's shapes for Azure, Microsoft Graph's for Entra.</summary>
internal static class TenantRows
{
    public const string GraphApp = "00000003-0000-0000-c000-000000000000";

    /// <summary>In every tenant: Microsoft Graph's own service principal, and an application whose roles have ids and names like Microsoft Graph's.</summary>
    public static readonly IReadOnlyList<Subject> Always = [new("00000003-aaaa-4000-8000-00000000000c", SubjectKind.Foreign), new("00000003-bbbb-4000-8000-00000000000d", SubjectKind.Application)];

    private static readonly string[] Permissions = ["Application.ReadWrite.All", "Group.ReadWrite.All", "GroupMember.ReadWrite.All", "User-PasswordProfile.ReadWrite.All", "User.Read.All"];

    public static string PermissionId(string permission) => $"0000000b-cccc-4000-8000-{Array.IndexOf(Permissions, permission) + 1:000000000000}";

    public static IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> Of(Tenant tenant)
    {
        var tables = AzureRows.Of(tenant);
        tables["Organizations"] = [new() { ["id"] = tenant.Id, ["displayName"] = "Contoso" }];
        tables["Users"] = [.. tenant.Subjects.Where(IsPerson).Select(s => new JsonObject { ["id"] = s.Id, ["displayName"] = s.Id, ["userType"] = s.Kind == SubjectKind.Guest ? "Guest" : "Member", ["accountEnabled"] = true })];
        tables["Groups"] = [.. tenant.Groups.Select(g => new JsonObject { ["id"] = g.Id, ["displayName"] = g.Id, ["securityEnabled"] = true, ["isAssignableToRole"] = g.Assignable })];
        tables["GroupMembers"] = [.. tenant.Members.Select(m => new JsonObject { ["groupId"] = m.In, ["memberId"] = m.Id, ["odataType"] = OData(tenant, m.Id) })];
        tables["GroupEligibilities"] = [.. tenant.GroupEligibilities.Select((e, i) => new JsonObject { ["id"] = "ge" + i, ["groupId"] = e.Group, ["principalId"] = e.Principal, ["accessId"] = e.Owner ? "owner" : "member" })];
        tables["ServicePrincipals"] = [.. tenant.Subjects.Where(s => !IsPerson(s) && s.Kind != SubjectKind.Unresolved).Select(s => ServicePrincipal(tenant, s)), .. WithRoles(tenant)];
        tables["Applications"] = [.. tenant.Applications.Select(a => new JsonObject { ["id"] = a.Id, ["appId"] = a.AppId, ["displayName"] = a.Id })];
        tables["ApplicationOwners"] = Owners(tenant, "applicationId", tenant.Applications.Select(a => a.Id));
        tables["ServicePrincipalOwners"] = Owners(tenant, "servicePrincipalId", tenant.Subjects.Select(s => s.Id));
        tables["GroupOwners"] = Owners(tenant, "groupId", tenant.Groups.Select(g => g.Id));
        tables["DirectoryRoleDefinitions"] = [.. tenant.DirectoryRoles.Select(r => new JsonObject
        {
            ["id"] = r.Id,
            ["displayName"] = r.Id,
            ["templateId"] = r.Template,
            ["isEnabled"] = true,
            ["rolePermissions"] = r.Actions.Count == 0 ? null : new JsonArray(new JsonObject { ["allowedResourceActions"] = AzureRows.Array(r.Actions), ["condition"] = null }),
        })];
        tables["DirectoryRoleAssignments"] = [.. tenant.DirectoryAssignments.Where(a => !a.Eligible).Select(DirectoryRow)];
        tables["DirectoryRoleEligibilities"] = [.. tenant.DirectoryAssignments.Where(a => a.Eligible).Select(DirectoryRow)];
        tables["AdministrativeUnitMembers"] = [.. tenant.AdministrativeUnitMembers.Select(m => new JsonObject { ["administrativeUnitId"] = m.In, ["memberId"] = m.Id, ["odataType"] = OData(tenant, m.Id) })];
        tables["AppRoleAssignments"] = [.. tenant.GraphGrants.Select(g => new JsonObject
        {
            ["id"] = "ara" + g.Number,
            ["appRoleId"] = PermissionId(g.Permission),
            ["principalId"] = g.Principal,
            ["principalType"] = "ServicePrincipal",
            ["resourceId"] = Always[g.OnGraph ? 0 : 1].Id,
            ["resourceDisplayName"] = g.OnGraph ? "Microsoft Graph" : "Other",
        })];
        return tables;
    }

    private static bool IsPerson(Subject s) => s.Kind is SubjectKind.User or SubjectKind.Guest;

    private static string OData(Tenant tenant, string id) => "#microsoft.graph." + (tenant.Groups.Any(g => Scopes.Same(g.Id, id)) ? "group"
        : tenant.Subjects.FirstOrDefault(s => Scopes.Same(s.Id, id)) is { } subject && !IsPerson(subject) && subject.Kind != SubjectKind.Unresolved ? "servicePrincipal" : "user");

    private static JsonObject ServicePrincipal(Tenant tenant, Subject s) => new()
    {
        ["id"] = s.Id,
        ["appId"] = s.Id,
        ["displayName"] = s.Id,
        ["servicePrincipalType"] = s.Kind == SubjectKind.ManagedIdentity ? "ManagedIdentity" : "Application",
        ["appOwnerOrganizationId"] = s.Kind switch { SubjectKind.ManagedIdentity => null, SubjectKind.Foreign => "99999999-0000-4000-8000-00000000000f", _ => tenant.Id },
        ["accountEnabled"] = true,
    };

    private static IEnumerable<JsonObject> WithRoles(Tenant tenant) => Always.Select((s, i) =>
    {
        var row = ServicePrincipal(tenant, s);
        row["appId"] = i == 0 ? GraphApp : s.Id;
        row["displayName"] = i == 0 ? "Microsoft Graph" : "Other";
        row["appRoles"] = new JsonArray([.. Permissions.Select(p => (JsonNode)new JsonObject { ["id"] = PermissionId(p), ["value"] = p, ["isEnabled"] = true })]);
        return row;
    });

    private static List<JsonObject> Owners(Tenant tenant, string column, IEnumerable<string> ids)
    {
        var known = ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. tenant.Ownerships.Where(o => known.Contains(o.Of)).Select(o => new JsonObject { [column] = o.Of, ["ownerId"] = o.Owner, ["odataType"] = OData(tenant, o.Owner) })];
    }

    private static JsonObject DirectoryRow(DirectoryAssignment a) => new() { ["id"] = "dra" + a.Number, ["principalId"] = a.Principal, ["roleDefinitionId"] = a.Role, ["directoryScopeId"] = a.Scope };
}

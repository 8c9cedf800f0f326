using System.Text.Json.Nodes;

namespace Ashlar.Graph.Tests.Access.Oracle;

internal static class AzureRows
{
    private const string Authorization = "/providers/Microsoft.Authorization/";

    public static Dictionary<string, IReadOnlyList<JsonObject>> Of(Tenant tenant) => new(StringComparer.Ordinal)
    {
        ["resourcecontainers"] = [.. tenant.ManagementGroups.Select(m => ManagementGroupRow(tenant, m)), .. tenant.Subscriptions.Select(s => SubscriptionRow(tenant, s)), .. ResourceGroups(tenant)],
        ["resources"] = [.. tenant.Resources.Where(r => r.Type != Edges.Container).Select(r => ResourceRow(tenant, r))],
        ["armresources"] =
        [
            .. tenant.Resources.Where(r => r.Type == Edges.Container).Select(r => ResourceRow(tenant, r)),
            .. tenant.Denies.Select(d => DenyRow(tenant, d)),
            .. tenant.Assignments.Where(a => a.Eligible).Select(a => AssignmentRow(tenant, a, "roleEligibilityScheduleInstances", "e")),
            .. tenant.CosmosRoles.Select(r => Row($"{r.Account}/sqlRoleDefinitions/{r.Guid}", Edges.Cosmos + "/sqlroledefinitions", new()
            {
                ["roleName"] = r.Guid,
                ["permissions"] = new JsonArray(new JsonObject { ["dataActions"] = Array(r.DataActions), ["notDataActions"] = Array(r.NotDataActions) }),
            })),
            .. tenant.CosmosAssignments.Select(a => Row($"{a.Account}/sqlRoleAssignments/{Number("c", a.Number)}", Edges.Cosmos + "/sqlroleassignments", new()
            {
                ["principalId"] = a.Principal,
                ["roleDefinitionId"] = $"{a.Account}/sqlRoleDefinitions/{a.Guid}",
                ["scope"] = a.Account + a.Under,
            })),
        ],
        ["authorizationresources"] =
        [
            .. tenant.Roles.Select(RoleRow),
            .. tenant.Assignments.Where(a => !a.Eligible).Select(a => AssignmentRow(tenant, a, "roleAssignments", "a")),
            .. tenant.ClassicAdministrators.Select(c => Row($"/subscriptions/{c.Subscription}{Authorization}classicAdministrators/{Number("9", c.Number)}", "microsoft.authorization/classicadministrators", new() { ["emailAddress"] = c.Mail, ["role"] = "CoAdministrator" })),
        ],
        ["managedserviceresources"] = [.. tenant.Delegations.SelectMany(DelegationRows)],
    };

    public static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);

    private static string Number(string kind, int number) => $"0000000{kind}-eeee-4000-8000-{number:000000000000}";

    private static string At(string scope) => scope == "/" ? "" : scope;

    private static JsonObject Row(string id, string type, JsonObject properties) => new() { ["id"] = id, ["type"] = type, ["properties"] = properties };

    private static JsonArray Ancestors(Tenant tenant, string? group) => new([.. Scopes.Chain(tenant, Scopes.ManagementGroups + group).Where(s => s != "/").Select(s => (JsonNode)new JsonObject { ["name"] = s[Scopes.ManagementGroups.Length..], ["displayName"] = "group" })]);

    private static JsonObject ManagementGroupRow(Tenant tenant, ManagementGroup group)
    {
        var details = new JsonObject { ["managementGroupAncestorsChain"] = group.Parent is null ? new JsonArray() : Ancestors(tenant, group.Parent) };
        if (group.Parent is not null)
        {
            details["parent"] = new JsonObject { ["id"] = Scopes.ManagementGroups + group.Parent, ["name"] = group.Parent };
        }

        return Row(Scopes.ManagementGroups + group.Name, "microsoft.management/managementgroups", new() { ["tenantId"] = tenant.Id, ["details"] = details });
    }

    private static JsonObject SubscriptionRow(Tenant tenant, Subscription subscription) =>
        Row("/subscriptions/" + subscription.Id, "microsoft.resources/subscriptions", new() { ["managementGroupAncestorsChain"] = Ancestors(tenant, subscription.ManagementGroup), ["state"] = "Enabled" });

    private static IEnumerable<JsonObject> ResourceGroups(Tenant tenant) => tenant.Resources.Select(r => string.Join('/', r.Id.Split('/').Take(5)))
        .Distinct(StringComparer.OrdinalIgnoreCase).Select(id => Row(id, "microsoft.resources/subscriptions/resourcegroups", new()));

    private static JsonObject ResourceRow(Tenant tenant, Resource resource)
    {
        var properties = new JsonObject();
        if (resource.Flag is { } flag)
        {
            properties[Edges.Flag(resource.Type)] = flag;
        }

        if (resource.Type == Edges.Vault)
        {
            properties["tenantId"] = tenant.Id;
            properties["accessPolicies"] = new JsonArray([.. resource.Policies.Select(p => (JsonNode)PolicyRow(tenant, p))]);
        }

        return Row(resource.Id, resource.Type, properties);
    }

    private static JsonObject PolicyRow(Tenant tenant, VaultPolicy policy)
    {
        var row = new JsonObject { ["tenantId"] = tenant.Id, ["objectId"] = policy.ObjectId, ["permissions"] = new JsonObject { ["secrets"] = Array(policy.Secrets), ["keys"] = Array(["Get"]) } };
        if (policy.ApplicationId is not null)
        {
            row["applicationId"] = policy.ApplicationId;
        }

        return row;
    }

    private static JsonObject RoleRow(Role role) => Row($"{(role.BuiltIn ? "" : "/subscriptions/00000000-0000-4000-8000-00000000ffff")}{Authorization}roleDefinitions/{role.Guid}", "microsoft.authorization/roledefinitions", new()
    {
        ["roleName"] = role.Name,
        ["type"] = role.BuiltIn ? "BuiltInRole" : "CustomRole",
        ["permissions"] = new JsonArray([.. role.Entries.Select(e => (JsonNode)EntryRow(e))]),
        ["assignableScopes"] = Array(["/"]),
    });

    private static JsonObject EntryRow(RoleEntry entry)
    {
        var row = new JsonObject { ["actions"] = Array(entry.Actions), ["notActions"] = Array(entry.NotActions), ["dataActions"] = Array(entry.DataActions), ["notDataActions"] = Array(entry.NotDataActions) };
        if (entry.Condition is not null)
        {
            row["condition"] = entry.Condition.ToString();
            row["conditionVersion"] = "2.0";
        }

        return row;
    }

    private static JsonObject AssignmentRow(Tenant tenant, Assignment a, string type, string kind)
    {
        var properties = new JsonObject
        {
            ["principalId"] = a.Principal,
            ["principalType"] = PrincipalType(tenant, a.Principal),
            ["roleDefinitionId"] = (a.Scope.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) ? string.Join('/', a.Scope.Split('/').Take(3)) : "") + Authorization + "roleDefinitions/" + a.Role,
            ["scope"] = a.Scope,
        };
        if (a.Condition is not null)
        {
            properties["condition"] = a.Condition.ToString();
            properties["conditionVersion"] = "2.0";
        }

        if (a.Eligible)
        {
            properties["memberType"] = "Direct";
            properties["status"] = "Provisioned";
        }

        return Row(At(a.Scope) + Authorization + type + "/" + Number(kind, a.Number), "microsoft.authorization/" + type.ToLowerInvariant(), properties);
    }

    private static string PrincipalType(Tenant tenant, string id) => tenant.Groups.Any(g => Scopes.Same(g.Id, id)) ? "Group"
        : tenant.Subjects.FirstOrDefault(s => Scopes.Same(s.Id, id))?.Kind is SubjectKind.Application or SubjectKind.ManagedIdentity or SubjectKind.Foreign ? "ServicePrincipal" : "User";

    private static JsonObject DenyRow(Tenant tenant, Deny deny) => Row($"{At(deny.Scope)}{Authorization}denyAssignments/{Number("d", deny.Number)}", "microsoft.authorization/denyassignments", new()
    {
        ["denyAssignmentName"] = "deny " + deny.Number,
        ["permissions"] = new JsonArray([.. deny.Entries.Select(e => (JsonNode)EntryRow(e))]),
        ["scope"] = deny.Scope,
        ["doNotApplyToChildScopes"] = deny.NotChildScopes,
        ["denyAssignmentEffect"] = deny.Audit ? "audit" : "enforced",
        ["principals"] = deny.Principals.Count == 0 ? new JsonArray(Named("00000000-0000-0000-0000-000000000000", "SystemDefined")) : new JsonArray([.. deny.Principals.Select(p => (JsonNode)Named(p, PrincipalType(tenant, p)))]),
        ["excludePrincipals"] = new JsonArray([.. deny.Excluded.Select(p => (JsonNode)Named(p, PrincipalType(tenant, p)))]),
    });

    private static JsonObject Named(string id, string type) => new() { ["id"] = id, ["type"] = type };

    private static IEnumerable<JsonObject> DelegationRows(Delegation d)
    {
        var definition = $"{string.Join('/', d.Scope.Split('/').Take(3))}/providers/Microsoft.ManagedServices/registrationDefinitions/{Number("f", d.Number)}";
        var granted = new JsonObject { ["principalId"] = d.Principal, ["principalIdDisplayName"] = "partner", ["roleDefinitionId"] = d.Role };
        if (Scopes.Same(d.Role, KnownRoles.UserAccessAdministrator))
        {
            granted["delegatedRoleDefinitionIds"] = Array([KnownRoles.Contributor]);
        }

        yield return Row(definition, "microsoft.managedservices/registrationdefinitions", new()
        {
            ["managedByTenantId"] = "99999999-0000-4000-8000-00000000000f",
            ["authorizations"] = d.Eligible ? new JsonArray() : new JsonArray(granted.DeepClone()),
            ["eligibleAuthorizations"] = d.Eligible ? new JsonArray(granted.DeepClone()) : new JsonArray(),
        });
        yield return Row($"{d.Scope}/providers/Microsoft.ManagedServices/registrationAssignments/{Number("8", d.Number)}", "microsoft.managedservices/registrationassignments", new() { ["registrationDefinitionId"] = definition });
    }
}

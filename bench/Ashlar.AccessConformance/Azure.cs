using System.Text.Json.Nodes;

namespace Ashlar.AccessConformance;

/// <summary>Rows in Resource Graph's shape.</summary>
internal static class Azure
{
    public const string TenantId = "7e7e7e7e-0000-4000-8000-000000000000";
    public const string SubscriptionId = "5b5b5b5b-0000-4000-8000-000000000000";
    public const string Subscription = "/subscriptions/" + SubscriptionId;
    public const string Group = Subscription + "/resourceGroups/lab";
    public const string ManagementGroup = "/providers/Microsoft.Management/managementGroups/lab";

    private const string Authorization = "/providers/Microsoft.Authorization/";

    public static JsonObject Row(string id, string type, JsonObject properties) => new() { ["id"] = id, ["type"] = type, ["tenantId"] = TenantId, ["properties"] = properties };

    public static JsonObject Role(string guid, string name, JsonArray permissions) =>
        Row(Authorization + "roleDefinitions/" + guid, "microsoft.authorization/roledefinitions", new() { ["roleName"] = name, ["type"] = "BuiltInRole", ["permissions"] = permissions, ["assignableScopes"] = new JsonArray("/") });

    public static JsonObject Assignment(string principal, string kind, string role, string scope) => Granted("roleAssignments", principal, kind, role, scope);

    public static JsonObject Eligibility(string principal, string kind, string role, string scope) => Granted("roleEligibilityScheduleInstances", principal, kind, role, scope);

    /// <param name="excluded">Whom the denial of everyone leaves out.</param>
    public static JsonObject Denial(string action, string scope, string? excluded = null, bool childScopes = true, bool audit = false) =>
        Row($"{scope}{Authorization}denyAssignments/d", "microsoft.authorization/denyassignments", new()
        {
            ["denyAssignmentName"] = "denial",
            ["permissions"] = new JsonArray(new JsonObject { ["actions"] = new JsonArray(action), ["notActions"] = new JsonArray(), ["dataActions"] = new JsonArray(), ["notDataActions"] = new JsonArray() }),
            ["scope"] = scope,
            ["doNotApplyToChildScopes"] = !childScopes,
            ["denyAssignmentEffect"] = audit ? "audit" : "enforced",
            ["principals"] = new JsonArray(new JsonObject { ["id"] = "00000000-0000-0000-0000-000000000000", ["type"] = "SystemDefined" }),
            ["excludePrincipals"] = excluded is null ? new JsonArray() : new JsonArray(new JsonObject { ["id"] = excluded, ["type"] = "User" }),
        });

    /// <summary>The subscription, below its management group.</summary>
    public static IReadOnlyList<JsonObject> Containers()
    {
        var subscription = Row(Subscription, "microsoft.resources/subscriptions", new() { ["managementGroupAncestorsChain"] = new JsonArray(new JsonObject { ["name"] = "lab" }) });
        subscription["subscriptionId"] = SubscriptionId;
        var group = Row(ManagementGroup, "microsoft.management/managementgroups", new() { ["details"] = new JsonObject { ["managementGroupAncestorsChain"] = new JsonArray() } });
        group["name"] = "lab";
        return [group, subscription, Row(Group, "microsoft.resources/subscriptions/resourcegroups", [])];
    }

    private static JsonObject Granted(string type, string principal, string kind, string role, string scope) =>
        Row($"{scope}{Authorization}{type}/{principal}-{role}", "microsoft.authorization/" + type.ToLowerInvariant(), new()
        {
            ["principalId"] = principal,
            ["principalType"] = kind,
            ["roleDefinitionId"] = Authorization + "roleDefinitions/" + role,
            ["scope"] = scope,
        });
}

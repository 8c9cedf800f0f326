using System.Text.Json.Nodes;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>Objects that name Azure things without an ARM id: subscriptions of <c>az account list</c>, role assignments of <c>Get-AzRoleAssignment</c>.</summary>
internal static class AccountObjects
{
    /// <summary>The object in ARM's shape; null when it is none of these.</summary>
    /// <param name="value">camelCase.</param>
    public static JsonObject? ToArm(JsonObject value) => Subscription(value) ?? RoleAssignment(value);

    private static JsonObject? Subscription(JsonObject value)
    {
        if (ResourceObject.Text(value, "id") is not { } id || !Guid.TryParse(id, out var guid)
            || ResourceObject.Text(value, "state") is not { } state || ResourceObject.Text(value, "tenantId") is not { } tenant
            || !(value.ContainsKey("isDefault") || value.ContainsKey("homeTenantId") || value.ContainsKey("subscriptionPolicies")))
        {
            return null;
        }

        // What az account list leaves out (management groups, policies) is not there, so this is no full body.
        return new JsonObject
        {
            ["id"] = "/subscriptions/" + guid.ToString("D"),
            ["name"] = ResourceObject.Text(value, "name") ?? ResourceObject.Text(value, "displayName"),
            ["type"] = "microsoft.resources/subscriptions",
            ["tenantId"] = tenant,
            ["subscriptionId"] = guid.ToString("D"),
            ["tags"] = value["tags"]?.DeepClone(),
        };
    }

    private static JsonObject? RoleAssignment(JsonObject value)
    {
        if (ResourceObject.Text(value, "scope") is not { } scope || ResourceObject.Text(value, "objectId") is not { } principal
            || ResourceObject.Text(value, "roleDefinitionId") is not { } role || !value.ContainsKey("roleAssignmentId"))
        {
            return null;
        }

        var id = ResourceObject.Text(value, "roleAssignmentId")
            ?? scope.TrimEnd('/') + "/providers/Microsoft.Authorization/roleAssignments/" + ResourceObject.Text(value, "roleAssignmentName");
        var properties = new JsonObject
        {
            ["scope"] = scope,
            ["principalId"] = principal,
            ["roleDefinitionId"] = role.StartsWith('/') ? role : "/providers/Microsoft.Authorization/roleDefinitions/" + role,
        };
        Copy(value, "objectType", properties, "principalType");
        Copy(value, "condition", properties, "condition");
        Copy(value, "conditionVersion", properties, "conditionVersion");
        Copy(value, "description", properties, "description");
        return new JsonObject { ["id"] = id, ["type"] = "microsoft.authorization/roleassignments", ["properties"] = properties };
    }

    private static void Copy(JsonObject from, string name, JsonObject to, string newName)
    {
        if (from[name] is { } value)
        {
            to[newName] = value.DeepClone();
        }
    }
}

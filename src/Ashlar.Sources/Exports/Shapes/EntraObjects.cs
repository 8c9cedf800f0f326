using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>Recognises Microsoft Graph objects by <c>@odata.type</c>, by what holds them, or by properties no other object has.</summary>
internal static class EntraObjects
{
    private static readonly string[] EdgeTables =
        [EntraTables.GroupMembers, EntraTables.GroupOwners, EntraTables.ApplicationOwners, EntraTables.ServicePrincipalOwners, EntraTables.AdministrativeUnitMembers];

    private static readonly Dictionary<string, string> ByODataType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["#microsoft.graph.user"] = EntraTables.Users,
        ["#microsoft.graph.group"] = EntraTables.Groups,
        ["#microsoft.graph.servicePrincipal"] = EntraTables.ServicePrincipals,
        ["#microsoft.graph.application"] = EntraTables.Applications,
        ["#microsoft.graph.ipNamedLocation"] = EntraTables.NamedLocations,
        ["#microsoft.graph.countryNamedLocation"] = EntraTables.NamedLocations,
        ["#microsoft.graph.organization"] = EntraTables.Organizations,
    };

    private static readonly (string Part, string Table)[] ByContext =
    [
        ("#roleManagement/directory/roleDefinitions", EntraTables.DirectoryRoleDefinitions),
        ("#roleManagement/directory/roleAssignments", EntraTables.DirectoryRoleAssignments),
        ("#roleManagement/directory/roleEligibilitySchedule", EntraTables.DirectoryRoleEligibilities),
        ("#identity/conditionalAccess/policies", EntraTables.ConditionalAccessPolicies),
        ("#identity/conditionalAccess/namedLocations", EntraTables.NamedLocations),
        ("#identityGovernance/privilegedAccess/group/eligibilitySchedule", EntraTables.GroupEligibilities),
        ("federatedIdentityCredentials", EntraTables.FederatedIdentityCredentials),
        ("appRoleAssign", EntraTables.AppRoleAssignments),
        ("#oauth2PermissionGrants", EntraTables.OAuth2PermissionGrants),
        ("#userRegistrationDetails", EntraTables.UserRegistrationDetails),
        ("#reports/authenticationMethods/userRegistrationDetails", EntraTables.UserRegistrationDetails),
        ("#users", EntraTables.Users),
        ("#groups", EntraTables.Groups),
        ("#servicePrincipals", EntraTables.ServicePrincipals),
        ("#applications", EntraTables.Applications),
        ("#organization", EntraTables.Organizations),
    ];

    /// <summary>Properties that together make out one kind; the first that fits counts.</summary>
    private static readonly (string[] Properties, string Table)[] ByShape =
    [
        (["userPrincipalName", "isMfaRegistered"], EntraTables.UserRegistrationDetails),
        (["userPrincipalName"], EntraTables.Users),
        (["appId", "servicePrincipalType"], EntraTables.ServicePrincipals),
        (["appId", "servicePrincipalNames"], EntraTables.ServicePrincipals),
        (["appId", "appOwnerOrganizationId"], EntraTables.ServicePrincipals),
        (["appId", "signInAudience"], EntraTables.Applications),
        (["appId", "requiredResourceAccess"], EntraTables.Applications),
        (["displayName", "securityEnabled"], EntraTables.Groups),
        (["displayName", "groupTypes"], EntraTables.Groups),
        (["appRoleId", "principalId", "resourceId"], EntraTables.AppRoleAssignments),
        (["clientId", "consentType", "scope"], EntraTables.OAuth2PermissionGrants),
        (["accessId", "groupId", "principalId", "eligibilityScheduleId"], EntraTables.GroupEligibilities),
        (["roleDefinitionId", "principalId", "directoryScopeId", "memberType"], EntraTables.DirectoryRoleEligibilities),
        (["roleDefinitionId", "principalId", "directoryScopeId"], EntraTables.DirectoryRoleAssignments),
        (["rolePermissions", "isBuiltIn"], EntraTables.DirectoryRoleDefinitions),
        (["conditions", "grantControls", "state"], EntraTables.ConditionalAccessPolicies),
        (["issuer", "subject", "audiences"], EntraTables.FederatedIdentityCredentials),
        (["displayName", "isTrusted", "ipRanges"], EntraTables.NamedLocations),
        (["displayName", "countriesAndRegions"], EntraTables.NamedLocations),
        (["verifiedDomains", "displayName"], EntraTables.Organizations),
    ];

    /// <summary>Null when the object is none of Entra's. <paramref name="value"/> is in camelCase.</summary>
    public static string? TableOf(JsonObject value, FileContext context)
    {
        if (ResourceObject.Text(value, "id") is ['/', ..])
        {
            return null;
        }

        if (ResourceObject.Text(value, "@odata.type") is { } type && ByODataType.TryGetValue(type, out var byType))
        {
            return byType;
        }

        if (context.DataSet is { } dataSet && TableCatalogue.Find(dataSet.Table)!.Kind == TableKind.Entra && !IsEdge(dataSet.Table))
        {
            return dataSet.Table;
        }

        if (context.Holder.TryGetValue("@odata.context", out var odataContext)
            && ByContext.FirstOrDefault(c => odataContext.Contains(c.Part, StringComparison.OrdinalIgnoreCase)).Table is { } byContext)
        {
            return byContext;
        }

        return ByShape.FirstOrDefault(s => s.Properties.All(value.ContainsKey)).Table;
    }

    /// <summary>Membership and ownership that this object tells: rows of the edge tables.</summary>
    public static IEnumerable<(string Table, JsonObject Row)> Edges(JsonObject value, string? table, FileContext context)
    {
        if (EdgeItself(value) is { } edge)
        {
            yield return (edge, value);
            yield break;
        }

        var id = ResourceObject.Text(value, "id");
        if (EdgeOf(context, table) is { } around && id is not null)
        {
            yield return (around.Table, Edge(around.Table, around.Owner, value));
        }

        foreach (var (property, edgeTable) in Inline(table))
        {
            foreach (var inner in (value[property] as JsonArray ?? []).OfType<JsonObject>())
            {
                if (id is not null && ResourceObject.Text(inner, "id") is not null)
                {
                    yield return (edgeTable, Edge(edgeTable, id, inner));
                }
            }
        }
    }

    /// <summary>An object that is already a row of an edge table.</summary>
    private static string? EdgeItself(JsonObject value)
    {
        foreach (var table in EdgeTables)
        {
            var columns = TableCatalogue.Find(table)!.Columns;
            if (ResourceObject.Text(value, columns[0].Name) is not null && ResourceObject.Text(value, columns[1].Name) is not null)
            {
                value[columns[2].Name] ??= ResourceObject.Text(value, "@odata.type") ?? "";
                return table;
            }
        }

        return null;
    }

    public static bool IsEdge(string table) => EdgeTables.Contains(table);

    private static IEnumerable<(string Property, string Table)> Inline(string? table) => table switch
    {
        EntraTables.Groups => [("members", EntraTables.GroupMembers), ("owners", EntraTables.GroupOwners)],
        EntraTables.Applications => [("owners", EntraTables.ApplicationOwners)],
        EntraTables.ServicePrincipals => [("owners", EntraTables.ServicePrincipalOwners)],
        _ => [],
    };

    /// <summary>The list itself is one of members or owners: the manifest, the object around it or the file name says whose.</summary>
    private static (string Table, string Owner)? EdgeOf(FileContext context, string? table)
    {
        if (context.DataSet is { } dataSet && IsEdge(dataSet.Table) && Guid.TryParse(ResourceIds.Name(dataSet.Scope), out var scope))
        {
            return (dataSet.Table, scope.ToString("D"));
        }

        if (context.Holder.TryGetValue("groupId", out var group) && Guid.TryParse(group, out var groupId))
        {
            return (EntraTables.GroupMembers, groupId.ToString("D"));
        }

        if (context.Holder.TryGetValue("@odata.context", out var odata)
            && odata.Contains("/members", StringComparison.OrdinalIgnoreCase) && FirstGuid(odata) is { } fromContext)
        {
            return (MembersOf(odata), fromContext);
        }

        var name = context.File.Relative;
        return name.Contains("member", StringComparison.OrdinalIgnoreCase) && FirstGuid(name) is { } fromName ? (MembersOf(name), fromName) : null;
    }

    private static string MembersOf(string text) =>
        text.Contains("administrativeUnit", StringComparison.OrdinalIgnoreCase) ? EntraTables.AdministrativeUnitMembers : EntraTables.GroupMembers;

    private static JsonObject Edge(string table, string owner, JsonObject member)
    {
        var columns = TableCatalogue.Find(table)!.Columns;
        return new JsonObject
        {
            [columns[0].Name] = owner,
            [columns[1].Name] = ResourceObject.Text(member, "id"),
            [columns[2].Name] = ResourceObject.Text(member, "@odata.type") ?? "",
        };
    }

    private static string? FirstGuid(string text)
    {
        for (var i = 0; i + 36 <= text.Length; i++)
        {
            if (Guid.TryParseExact(text.AsSpan(i, 36), "D", out var guid))
            {
                return guid.ToString("D");
            }
        }

        return null;
    }

    /// <summary>camelCase keys for objects of the Az and Microsoft.Graph modules; keys with <c>@odata</c> stay.</summary>
    public static JsonObject Canonical(JsonObject raw)
    {
        if (!raw.Any(p => CamelCase.IsPascal(p.Key)))
        {
            return raw;
        }

        var value = CamelCase.Convert(raw)!.AsObject();
        if (value["additionalProperties"] is JsonObject more)
        {
            foreach (var (key, inner) in more.Where(p => !value.ContainsKey(p.Key)))
            {
                value[key] = inner?.DeepClone();
            }
        }

        if (value["oDataType"] is JsonValue type && type.GetValueKind() == JsonValueKind.String)
        {
            value["@odata.type"] = type.DeepClone();
        }

        return value;
    }
}

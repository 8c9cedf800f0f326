using System.Globalization;
using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Proving;

/// <summary>One small tenant in which every assertion of the edges has its own principal and its own target.</summary>
internal sealed class AssertionTenant
{
    private const string Tenant = "00000000-0000-0000-0000-0000000000aa";
    private const string GraphPrincipal = "00000000-0000-0000-0000-0000000000bb";
    private const string Subscription = "/subscriptions/00000000-0000-0000-0000-0000000000cc";

    private readonly Dictionary<string, IReadOnlyList<JsonObject>> _tables = new(StringComparer.Ordinal);
    private readonly JsonArray _appRoles = [];

    public AssertionTenant(IReadOnlyList<EdgeAssertion> assertions)
    {
        Put("Organizations", new JsonObject { ["id"] = Tenant });
        foreach (var (index, assertion) in assertions.Index())
            Put(index, assertion);
        Put("ServicePrincipals", new JsonObject { ["id"] = GraphPrincipal, ["appId"] = "00000003-0000-0000-c000-000000000000", ["appRoles"] = _appRoles });
    }

    public IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> Tables => _tables;

    public static string Principal(int index) => Guid('1', index);

    public static string Target(int index, EdgeAssertion assertion) =>
        assertion.OnType.StartsWith("microsoft.graph/", StringComparison.Ordinal)
            ? $"/tenants/{Tenant}/providers/{assertion.OnType}/{Guid('2', index)}"
            : SyntheticIds.Below($"{Subscription}/resourceGroups/rg{index}", assertion.OnType, Enumerable.Repeat("n", 8).ToList());

    private void Put(int index, EdgeAssertion assertion)
    {
        var (principal, target, grants) = (Principal(index), Target(index, assertion), assertion.Grants);
        var isObject = assertion.OnType.StartsWith("microsoft.graph/", StringComparison.Ordinal);
        Put(isObject ? "ServicePrincipals" : "Users", new JsonObject { ["id"] = principal });
        var row = (JsonObject)assertion.OnColumns.DeepClone();
        row["id"] = isObject ? Guid('2', index) : target;
        if (!isObject)
            row["type"] = assertion.OnType;
        if (!isObject && grants.AccessPolicy.Count > 0)
            AddPolicy(row, principal, grants.AccessPolicy);
        Put(isObject ? TableOf(assertion.OnType) : assertion.OnType.Count(c => c == '/') > 1 ? "armresources" : "resources", row);

        var role = Guid('3', index);
        if (grants.Actions.Count + grants.DataActions.Count > 0)
        {
            Put("authorizationresources", Arm("roleDefinitions", role, new JsonObject
            {
                ["roleName"] = "asserted",
                ["permissions"] = new JsonArray(new JsonObject
                {
                    ["actions"] = Texts(grants.Actions), ["notActions"] = Texts(grants.NotActions), ["dataActions"] = Texts(grants.DataActions), ["notDataActions"] = Texts(grants.NotDataActions),
                }),
            }));
            Put("authorizationresources", Arm("roleAssignments", Guid('4', index), new JsonObject
            {
                ["principalId"] = principal, ["roleDefinitionId"] = "/providers/Microsoft.Authorization/roleDefinitions/" + role, ["scope"] = target, ["condition"] = grants.Condition,
            }));
        }

        // An account's data is opened by the account's own roles.
        if (assertion.OnType == "microsoft.documentdb/databaseaccounts" && grants.DataActions.Count > 0)
        {
            var own = $"{target}/sqlRoleDefinitions/{role}";
            Put("armresources", new JsonObject
            {
                ["id"] = own, ["type"] = "microsoft.documentdb/databaseaccounts/sqlroledefinitions",
                ["properties"] = new JsonObject { ["roleName"] = "asserted", ["permissions"] = new JsonArray(new JsonObject { ["dataActions"] = Texts(grants.DataActions), ["notDataActions"] = Texts(grants.NotDataActions) }) },
            });
            Put("armresources", new JsonObject
            {
                ["id"] = $"{target}/sqlRoleAssignments/{Guid('6', index)}", ["type"] = "microsoft.documentdb/databaseaccounts/sqlroleassignments",
                ["properties"] = new JsonObject { ["principalId"] = principal, ["roleDefinitionId"] = own, ["scope"] = target },
            });
        }

        foreach (var template in grants.Directory.Count > 0 ? [role] : grants.Roles)
        {
            if (grants.Directory.Count > 0)
                Put("DirectoryRoleDefinitions", new JsonObject { ["id"] = role, ["rolePermissions"] = new JsonArray(new JsonObject { ["allowedResourceActions"] = Texts(grants.Directory) }) });
            Put("DirectoryRoleAssignments", new JsonObject { ["id"] = role + template, ["principalId"] = principal, ["roleDefinitionId"] = template, ["directoryScopeId"] = "/" });
        }

        foreach (var (at, permission) in grants.Permissions.Index())
        {
            var id = Guid('5', (index * 16) + at);
            _appRoles.Add(new JsonObject { ["id"] = id, ["value"] = permission });
            Put("AppRoleAssignments", new JsonObject { ["id"] = id, ["principalId"] = principal, ["resourceId"] = GraphPrincipal, ["appRoleId"] = id });
        }

        if (grants.Owner && isObject)
            Put(OwnersOf(assertion.OnType), principal, Guid('2', index));
    }

    private void Put((string Table, string Column) owners, string principal, string of) =>
        Put(owners.Table, new JsonObject { [owners.Column] = of, ["ownerId"] = principal });

    private void Put(string table, JsonObject row)
    {
        if (!_tables.TryGetValue(table, out var rows))
            _tables[table] = rows = new List<JsonObject>();
        ((List<JsonObject>)rows).Add(row);
    }

    private static void AddPolicy(JsonObject row, string principal, IReadOnlyList<string> policies)
    {
        var permissions = new JsonObject();
        foreach (var group in policies.GroupBy(p => p.Split('/')[0], StringComparer.Ordinal))
            permissions[group.Key] = Texts([.. group.Select(p => p[(p.IndexOf('/', StringComparison.Ordinal) + 1)..])]);
        var properties = row["properties"] as JsonObject ?? [];
        properties["accessPolicies"] = new JsonArray(new JsonObject { ["objectId"] = principal, ["permissions"] = permissions });
        row["properties"] = properties;
    }

    private static JsonObject Arm(string type, string name, JsonObject properties) => new()
    {
        ["id"] = $"{Subscription}/providers/Microsoft.Authorization/{type}/{name}",
        ["type"] = "microsoft.authorization/" + type.ToLowerInvariant(),
        ["properties"] = properties,
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => [.. texts.Select(t => (JsonNode)JsonValue.Create(t))];

    private static string TableOf(string type) => type switch
    {
        "microsoft.graph/applications" => "Applications",
        "microsoft.graph/groups" => "Groups",
        "microsoft.graph/users" => "Users",
        _ => "ServicePrincipals",
    };

    private static (string Table, string Column) OwnersOf(string type) => type switch
    {
        "microsoft.graph/applications" => ("ApplicationOwners", "applicationId"),
        "microsoft.graph/groups" => ("GroupOwners", "groupId"),
        _ => ("ServicePrincipalOwners", "servicePrincipalId"),
    };

    private static string Guid(char kind, int index) => $"{kind}0000000-0000-0000-0000-{index.ToString("d12", CultureInfo.InvariantCulture)}";
}

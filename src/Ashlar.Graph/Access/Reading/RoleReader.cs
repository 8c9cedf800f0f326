using System.Text.Json;
using Ashlar.Graph.Access.Conditions;
using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads role definitions: Azure's by their GUID, a directory's by id and template, Cosmos DB's by their whole id.</summary>
internal sealed class RoleReader
{
    // learn.microsoft.com/azure/cosmos-db/how-to-setup-rbac: the two built-in roles, same in every account.
    private static readonly Dictionary<string, RoleDefinition> CosmosBuiltIn = new(StringComparer.Ordinal)
    {
        ["00000000-0000-0000-0000-000000000001"] = Cosmos("00000000-0000-0000-0000-000000000001", "Cosmos DB Built-in Data Reader",
            "Microsoft.DocumentDB/databaseAccounts/readMetadata",
            "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/read",
            "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery",
            "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/readChangeFeed"),
        ["00000000-0000-0000-0000-000000000002"] = Cosmos("00000000-0000-0000-0000-000000000002", "Cosmos DB Built-in Data Contributor",
            "Microsoft.DocumentDB/databaseAccounts/readMetadata",
            "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/*",
            "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/*"),
    };

    private readonly Dictionary<string, RoleDefinition> _azure = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RoleDefinition> _cosmos = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<RoleDefinition> _bare = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, RoleDefinition> _directory = new(StringComparer.OrdinalIgnoreCase);

    public RoleReader(AccessQuery query)
    {
        foreach (var row in query.Run("authorizationresources | where type =~ 'microsoft.authorization/roledefinitions' | project id, tostring(properties.roleName), tostring(properties.permissions) | order by id asc"))
        {
            if (Entries(AccessQuery.Text(row[2])) is { } entries)
                _azure.TryAdd(Guid(AccessQuery.Text(row[0])), new RoleDefinition(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), "", entries));
        }

        foreach (var row in query.Run("armresources | where type =~ 'microsoft.documentdb/databaseaccounts/sqlroledefinitions' | project id, tostring(properties.roleName), tostring(properties.permissions) | order by id asc"))
        {
            if (Entries(AccessQuery.Text(row[2])) is { } entries)
                _cosmos.TryAdd(AccessQuery.Text(row[0]), new RoleDefinition(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), "", entries) { IsCosmos = true });
        }

        foreach (var row in query.Run("DirectoryRoleDefinitions | project id, displayName, templateId, tostring(rolePermissions) | order by id asc"))
        {
            var entries = DirectoryEntries(AccessQuery.Text(row[3]));
            var role = new RoleDefinition(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), AccessQuery.Text(row[2]).ToLowerInvariant(), entries ?? []);
            if (entries is null)
                _bare.Add(role);
            _directory.TryAdd(role.Id, role);
            if (role.TemplateId.Length > 0)
                _directory.TryAdd(role.TemplateId, role);
        }
    }

    /// <summary>By id; the GUID at its end is what counts. Null when it was not read, or without its permissions.</summary>
    public RoleDefinition? Azure(string id) => _azure.GetValueOrDefault(Guid(id));

    public RoleDefinition? Cosmos(string id) => _cosmos.GetValueOrDefault(id) ?? CosmosBuiltIn.GetValueOrDefault(Guid(id));

    /// <summary>Its permissions were read.</summary>
    public bool KnowsDirectory(string id) => _directory.TryGetValue(id, out var role) && !_bare.Contains(role);

    /// <summary>A built-in directory role is known by its template id even when its definition was not read.</summary>
    public RoleDefinition Directory(string id) => _directory.GetValueOrDefault(id) ?? new RoleDefinition(id, "", id.ToLowerInvariant(), []);

    private static string Guid(string id) => id[(id.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/');

    /// <summary>Null where the permissions are not told: a role without them would grant nothing.</summary>
    private static IReadOnlyList<PermissionEntry>? Entries(string json) => Listed(json, "actions", "dataActions") is not { } listed ? null :
    [
        .. listed.Select(e => PermissionEntry.Read(e)),
    ];

    private static List<JsonElement>? Listed(string json, params string[] either)
    {
        var body = JsonBodies.Parse(json);
        var entries = body.Items().ToList();
        return body.ValueKind == JsonValueKind.Array && entries.TrueForAll(e => Array.Exists(either, name => e.At(name).ValueKind == JsonValueKind.Array)) ? entries : null;
    }

    // What a role grants only over oneself or one's own objects ($ResourceIsSelf, $SubjectIsOwner) is no power over others.
    private static IReadOnlyList<PermissionEntry>? DirectoryEntries(string json) => Listed(json, "allowedResourceActions") is not { } listed ? null :
    [
        .. listed
            .Where(e => e.At("condition").Text() is null or "")
            .Select(e => new PermissionEntry(PermissionEntry.Patterns(e, "allowedResourceActions"), PermissionEntry.Patterns(e, "excludedResourceActions"), [], [], null)),
    ];

    private static RoleDefinition Cosmos(string id, string name, params string[] data) =>
        new(id, name, "", [new PermissionEntry([], [], [.. data.Select(d => new ActionPattern(d))], [], null)]) { IsCosmos = true };
}

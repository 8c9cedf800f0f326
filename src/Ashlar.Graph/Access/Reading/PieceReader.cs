using System.Text.Json;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Rules;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads everything that gives access: role assignments of Azure, its eligibilities and delegations, access policies, Cosmos DB's own, Entra's.</summary>
internal sealed class PieceReader(AccessQuery query, PrincipalDirectory directory, PrincipalSets sets, PermissionSets permissions, RoleReader roles, ScopeTree scopes)
{
    private const string MicrosoftGraph = "00000003-0000-0000-c000-000000000000";

    private readonly List<Piece> _pieces = [];
    private readonly HashSet<(string Scope, string Sentence)> _holes = [];

    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>Where something is assigned that was not read whole: key of the scope, and what is missing.</summary>
    public IReadOnlyCollection<(string Scope, string Sentence)> Holes => _holes;

    /// <param name="assignments">Role assignments.</param>
    public void Read(IEnumerable<(string Id, AssignmentBody Body)> assignments)
    {
        Assignments(assignments, AccessState.Active);
        Assignments(AssignmentBodies.Read(query, "armresources | where type =~ 'microsoft.authorization/roleassignments'"), AccessState.Active);
        Assignments(AssignmentBodies.Read(query, "armresources | where type =~ 'microsoft.authorization/roleeligibilityscheduleinstances'"), AccessState.Eligible);
        Delegations();
        AccessPolicies();
        Cosmos();
        DirectoryRoles("DirectoryRoleAssignments", AccessState.Active);
        DirectoryRoles("DirectoryRoleEligibilities", AccessState.Eligible);
        Owners("ApplicationOwners", "applicationId");
        Owners("ServicePrincipalOwners", "servicePrincipalId");
        Owners("GroupOwners", "groupId");
        EligibleOwners();
        Permissions();
    }

    private void Assignments(IEnumerable<(string Id, AssignmentBody Body)> assignments, AccessState state)
    {
        // There are hundreds of thousands, of few roles at few scopes: what they share is looked up once.
        var known = new Dictionary<string, RoleDefinition?>(StringComparer.Ordinal);
        var plain = new Dictionary<RoleDefinition, PermissionSet>(ReferenceEqualityComparer.Instance);
        foreach (var (id, body) in assignments)
        {
            var scope = body.Scope.Length > 0 ? body.Scope : ScopeOf(id);
            if (body.PrincipalId.Length == 0 || body.RoleDefinitionId.Length == 0)
            {
                Hole(scope, "An assignment was read without its principal or its role: run the export kit, or az role assignment list --all.");
                continue;
            }

            var named = directory.Named(body.PrincipalId, DirectoryReader.KindOf(body.PrincipalType));
            if (!known.TryGetValue(body.RoleDefinitionId, out var role))
                known[body.RoleDefinitionId] = role = roles.Azure(body.RoleDefinitionId);
            if (role is null)
            {
                WithoutRole(scope, body.RoleDefinitionId);
                continue;
            }

            if (body.Condition.Length > 0 || !plain.TryGetValue(role, out var set))
            {
                set = permissions.Of(role, body.Condition, RoadKind.Role);
                if (body.Condition.Length == 0)
                    plain[role] = set;
            }

            _pieces.Add(new Piece(sets.Of(named), scopes.NodeOf(scope), set, state, [id], scope, Deniable: true));
        }
    }

    /// <summary>An extension resource stands at what comes before its provider.</summary>
    private static string ScopeOf(string id)
    {
        var end = id.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        return end <= 0 ? ScopeTree.Root : id[..end];
    }

    private void Delegations()
    {
        var definitions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in new[] { "managedserviceresources", "managedservicesresources" })
        {
            foreach (var row in query.Run(table + " | where type =~ 'microsoft.managedservices/registrationdefinitions' | project id, tostring(properties)"))
                definitions.TryAdd(ResourceIds.Key(AccessQuery.Text(row[0])), AccessQuery.Text(row[1]));
            foreach (var row in query.Run(table + " | where type =~ 'microsoft.managedservices/registrationassignments' | project id, tostring(properties)"))
                Delegation(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), definitions);
        }
    }

    private void Delegation(string id, string properties, Dictionary<string, string> definitions)
    {
        const string unread = "A delegation to another tenant (Lighthouse) was read without its authorizations: run the export kit.";
        var assignment = JsonBodies.Parse(properties);
        var body = assignment.At("registrationDefinition.properties");
        if (body.ValueKind != JsonValueKind.Object && assignment.At("registrationDefinitionId").Text() is { } of && definitions.TryGetValue(ResourceIds.Key(of), out var text))
            body = JsonBodies.Parse(text);
        var scope = ScopeOf(id);
        if (body.At("authorizations").ValueKind != JsonValueKind.Array)
            Hole(scope, unread);
        foreach (var (list, state) in new[] { ("authorizations", AccessState.Active), ("eligibleAuthorizations", AccessState.Eligible) })
        {
            foreach (var authorization in body.At(list).Items())
            {
                if (authorization.At("principalId").Text() is not { Length: > 0 } principal || authorization.At("roleDefinitionId").Text() is not { Length: > 0 } role)
                {
                    Hole(scope, unread);
                    continue;
                }

                var named = directory.Named(principal, PrincipalKind.ForeignApplication);
                if (named.Name.Length == 0)
                    named.Name = authorization.At("principalIdDisplayName").Text() ?? "";
                if (roles.Azure(role) is { } definition)
                    Add(named, ScopeTree.Key(scope), permissions.Of(definition, "", RoadKind.Delegation), state, id, scope, deniable: true);
                else
                    WithoutRole(scope, role);
            }
        }
    }

    private void AccessPolicies()
    {
        foreach (var row in query.Run("resources | where type =~ 'microsoft.keyvault/vaults' | project id, tostring(properties.accessPolicies), tobool(properties.enableRbacAuthorization)"))
        {
            var vault = AccessQuery.Text(row[0]);
            var policies = JsonBodies.Parse(AccessQuery.Text(row[1]));
            if (policies.ValueKind != JsonValueKind.Array && row[2] is not true)
                Hole(vault, "The access policies of the vault were not read: run the export kit, or az keyvault show.");
            foreach (var policy in policies.Items())
                AccessPolicy(vault, policy);
        }

        foreach (var row in query.Run("armresources | where type =~ 'microsoft.keyvault/vaults/accesspolicies' | project id, tostring(properties.accessPolicies)"))
        {
            var id = AccessQuery.Text(row[0]);
            foreach (var policy in DirectoryReader.Items(AccessQuery.Text(row[1])))
                AccessPolicy(id[..Math.Max(0, id.LastIndexOf("/accesspolicies", StringComparison.OrdinalIgnoreCase))], policy);
        }
    }

    private void AccessPolicy(string vault, JsonElement policy)
    {
        if (policy.At("objectId").Text() is not { Length: > 0 } principal)
        {
            Hole(vault, "An access policy was read without its principal: run the export kit, or az keyvault show.");
            return;
        }

        var granted = policy.At("permissions").Members()
            .SelectMany(kind => kind.Value.Items().Select(p => p.Text()).OfType<string>().Select(p => (kind.Name + "/" + p).ToLowerInvariant()))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var set = permissions.Of(RoadKind.AccessPolicy, "access policy: " + string.Join(", ", granted), atom => atom.Kind == AtomKind.AccessPolicy && Holds(granted, atom.Key));
        // With an application id the policy counts only for that application acting for the principal.
        var state = policy.At("applicationId").Text() is { Length: > 0 } ? AccessState.Conditional : AccessState.Active;
        Add(directory.Named(principal, PrincipalKind.Unknown), ScopeTree.Key(vault), set, state, vault, vault, deniable: false);
    }

    // "all" leaves out purge: learn.microsoft.com/azure/key-vault/general/assign-access-policy.
    private static bool Holds(List<string> granted, string permission) =>
        granted.Contains(permission) || (granted.Contains(permission[..(permission.IndexOf('/', StringComparison.Ordinal) + 1)] + "all") && !permission.EndsWith("/purge", StringComparison.Ordinal));

    private void Cosmos()
    {
        foreach (var row in query.Run("armresources | where type =~ 'microsoft.documentdb/databaseaccounts/sqlroleassignments' | project id, tostring(properties.principalId), tostring(properties.roleDefinitionId), tostring(properties.scope)"))
        {
            var id = AccessQuery.Text(row[0]);
            var account = id[..Math.Max(0, id.LastIndexOf("/sqlroleassignments", StringComparison.OrdinalIgnoreCase))];
            if (AccessQuery.Text(row[1]) is not { Length: > 0 } principal || AccessQuery.Text(row[2]).Length == 0)
            {
                Hole(account, "An assignment of Cosmos DB was read without its principal or its role: run the export kit.");
                continue;
            }

            var scope = AccessQuery.Text(row[3]) is { Length: > 0 } written ? written : account;
            if (roles.Cosmos(AccessQuery.Text(row[2])) is { } role)
                // A database or container is a part of the account's data: it has no row of its own.
                Add(directory.Named(principal, PrincipalKind.Unknown), ScopeTree.Key(account), permissions.Of(role, "", RoadKind.Role), AccessState.Active, id, scope, deniable: false);
            else
                WithoutRole(account, AccessQuery.Text(row[2]));
        }
    }

    private void DirectoryRoles(string table, AccessState state)
    {
        foreach (var row in query.Run(table + " | project id, principalId, roleDefinitionId, directoryScopeId"))
        {
            var (principal, role) = (AccessQuery.Text(row[1]), AccessQuery.Text(row[2]));
            if (principal.Length == 0 || role.Length == 0)
            {
                OfDirectory("A directory role assignment was read without its principal or its role: run the export kit.");
                continue;
            }

            if (!roles.KnowsDirectory(role))
                OfDirectory($"The permissions of the directory role {role} were not read: run the export kit.");
            var written = AccessQuery.Text(row[3]) is { Length: > 0 } scope ? scope : "/";
            var key = ScopeTree.Directory + written.TrimEnd('/').ToLowerInvariant();
            Add(directory.Named(principal, PrincipalKind.Unknown), key, permissions.Of(roles.Directory(role), "", RoadKind.DirectoryRole), state, AccessQuery.Text(row[0]), written, deniable: false);
        }
    }

    private void Owners(string table, string column)
    {
        foreach (var row in query.Run($"{table} | project {column}, ownerId, odataType"))
            Owner(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), DirectoryReader.KindOf(AccessQuery.Text(row[2])), AccessState.Active);
    }

    private void EligibleOwners()
    {
        foreach (var row in query.Run("GroupEligibilities | where accessId =~ 'owner' | project groupId, principalId"))
            Owner(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), PrincipalKind.Unknown, AccessState.Eligible);
    }

    private void Owner(string of, string owner, PrincipalKind kind, AccessState state)
    {
        if (of.Length > 0 && owner.Length > 0)
            Add(directory.Named(owner, kind), ScopeTree.Directory + "/" + of.ToLowerInvariant(), permissions.Of(RoadKind.Ownership, "owner", a => a.Kind == AtomKind.Owner), state, of, of, deniable: false);
    }

    private void Permissions()
    {
        var graph = query.Run($"ServicePrincipals | where appId =~ '{MicrosoftGraph}' | project id, tostring(appRoles)");
        if (graph.Count == 0)
            return;
        var values = graph.SelectMany(g => DirectoryReader.Items(AccessQuery.Text(g[1])))
            .Select(r => (Id: r.At("id").Text(), Value: r.At("value").Text())).Where(r => r is { Id: not null, Value: not null })
            .DistinctBy(r => r.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(r => r.Id!, r => r.Value!, StringComparer.OrdinalIgnoreCase);
        var resources = graph.Select(g => AccessQuery.Text(g[0])).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var row in query.Run("AppRoleAssignments | project id, principalId, resourceId, appRoleId"))
        {
            var role = AccessQuery.Text(row[3]);
            if (AccessQuery.Text(row[1]) is not { Length: > 0 } principal || role.Length == 0 || AccessQuery.Text(row[2]).Length == 0)
            {
                OfDirectory("An application permission was read without its principal, resource or role: run the export kit.");
                continue;
            }

            if (!resources.Contains(AccessQuery.Text(row[2])))
                continue;
            var value = values.GetValueOrDefault(role, role);
            var set = permissions.Of(RoadKind.Permission, value, a => a.Kind == AtomKind.Permission && (a.Key.Equals(value, StringComparison.OrdinalIgnoreCase) || a.Key.Equals(role, StringComparison.OrdinalIgnoreCase)));
            Add(directory.Named(principal, PrincipalKind.Application), ScopeTree.Directory, set, AccessState.Active, AccessQuery.Text(row[0]), "/", deniable: false);
        }
    }

    private void WithoutRole(string scope, string role) => Hole(scope, $"The role definition {role} was not read with its permissions: az role definition list.");

    private void OfDirectory(string sentence) => _holes.Add((ScopeTree.Directory, sentence));

    // The scope gets a node, so that what lies below finds it.
    private void Hole(string scope, string sentence) => _holes.Add((scopes.KeyOf(scopes.NodeOf(scope)), sentence));

    private void Add(Principal principal, string scope, PermissionSet set, AccessState state, string id, string scopeText, bool deniable) =>
        _pieces.Add(new Piece(sets.Of(principal), scopes.Node(scope), set, state, [id], scopeText, deniable));
}

namespace Ashlar.Graph.Tests.Access.Oracle;

internal static class RandomGrants
{
    private static readonly string[] Actions = [.. Edges.All.SelectMany(e => e.Actions.Concat(e.AndActions).Concat(e.Anywhere)).Distinct(), "Microsoft.CognitiveServices/accounts/read"];
    private static readonly string[] DataActions = [.. Edges.All.SelectMany(e => e.Data.Concat(e.AndData)).Distinct()];

    private static readonly string[] Undecidable =
    [
        "@Environment[isPrivateLink] BoolEquals true",
        "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags:Project<$key_case_sensitive$>] StringEquals 'Cascade'",
        "@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Engineering_Project] StringEquals 'Baker'",
        "@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7, b24988ac618042a0ab8820f7382dd24c}",
        "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}",
    ];

    public static Tenant In(Draw draw, Tenant tenant, RandomTenant.Named named, int scale)
    {
        var roles = KnownRoles.All.Concat(Enumerable.Range(1, draw.Between(2, 5) * scale).Select(n => new Role($"7abc0000-0000-4000-8000-{n:000000000000}", "custom " + n, draw.OneIn(3), Entries(draw)))).ToList();
        var accounts = tenant.Resources.Where(r => r.Type == Edges.Cosmos).Select(r => r.Id).ToList();
        var cosmosRoles = accounts.SelectMany(a => new CosmosRole[]
        {
            new(a, "00000000-0000-0000-0000-000000000001", ["Microsoft.DocumentDB/databaseAccounts/readMetadata", "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery", "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/read"], []),
            new(a, "7abc0000-0000-4000-8000-0000000000c0", ["Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/*"], draw.OneIn(2) ? ["Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/*"] : ["*/executeQuery", "*/items/read"]),
        }).ToList();
        return tenant with
        {
            Roles = roles,
            Assignments = [.. Enumerable.Range(1, draw.Between(3, 10) * scale).Select(n => new Assignment(n, named.Anyone(), draw.Cased(draw.Of(roles).Guid), Scope(draw, tenant), draw.OneIn(4), draw.OneIn(4) ? Conditional(draw) : null))],
            Denies = [.. Enumerable.Range(1, draw.Between(0, 3) * scale).Select(n => Denying(draw, tenant, named, n))],
            CosmosRoles = cosmosRoles,
            CosmosAssignments = accounts.Count == 0 ? [] : [.. Enumerable.Range(1, draw.Between(0, 3) * scale).Select(n => (Of: draw.Of(cosmosRoles), n)).Select(c => new CosmosAssignment(c.n, draw.Cased(c.Of.Account), c.Of.Guid, named.Anyone(), draw.OneIn(3) ? "/dbs/d/colls/c" : ""))],
            Delegations = [.. Enumerable.Range(1, draw.OneIn(3) ? draw.Between(1, 2) : 0).Select(n => new Delegation(n, draw.OneIn(2) ? "/subscriptions/" + draw.Of(tenant.Subscriptions).Id : RandomTenant.ResourceGroup(draw, tenant.Subscriptions), "f0e19000-0000-4000-8000-00000000000" + draw.Between(1, 2), draw.Of([.. roles.Where(r => r.BuiltIn).Select(r => r.Guid)]), draw.OneIn(4)))],
            ClassicAdministrators = draw.OneIn(3) ? [new(1, draw.Of(tenant.Subscriptions).Id, "admin@contoso.example")] : [],
        };
    }

    private static List<RoleEntry> Entries(Draw draw) => [.. Enumerable.Range(0, draw.Of([1, 1, 2, 3])).Select(_ => new RoleEntry(
        Patterns(draw, Actions, draw.Between(0, 3)), Patterns(draw, Actions, draw.OneIn(2) ? 0 : draw.Between(1, 2)),
        Patterns(draw, DataActions, draw.OneIn(2) ? 0 : draw.Between(1, 2)), Patterns(draw, DataActions, draw.OneIn(3) ? 1 : 0),
        draw.OneIn(4) ? Conditional(draw) : null))];

    private static List<string> Patterns(Draw draw, IReadOnlyList<string> actions, int count) => [.. Enumerable.Range(0, count).Select(_ => Pattern(draw, draw.Of(actions)))];

    /// <summary>An action, or a pattern made of it by putting stars somewhere.</summary>
    private static string Pattern(Draw draw, string action)
    {
        var segments = action.Split('/');
        var at = draw.Between(1, segments.Length - 1);
        return draw.Cased(draw.Between(0, 9) switch
        {
            0 => "*",
            1 => "*/" + segments[^1],
            2 => string.Join('/', segments.Take(at)) + "/*",
            3 => string.Join('/', segments.Take(at).Append("*").Concat(segments.Skip(at))),
            4 => string.Join('/', segments.Take(at).Append("*").Concat(segments.Skip(Math.Min(at + 1, segments.Length - 1)))),
            5 => segments[0][..^draw.Between(1, 4)] + "*/" + segments[^1],
            6 => "*" + action[draw.Between(1, action.Length - 1)..],
            7 => action[..draw.Between(1, action.Length - 1)] + "*",
            _ => action,
        });
    }

    private static Condition Conditional(Draw draw) => draw.OneIn(12) ? new([], "this is no condition") : new([.. Enumerable.Range(0, draw.Of([1, 1, 2])).Select(_ => Clause(draw))]);

    private static Clause Clause(Draw draw)
    {
        var action = draw.Of([.. Actions, .. DataActions, .. DataActions]);
        var pattern = draw.OneIn(3) ? string.Join('/', action.Split('/').SkipLast(1)) + "/*" : action;
        var blobs = action.Contains("/blobs/", StringComparison.Ordinal);
        var terms = Enumerable.Range(0, draw.OneIn(6) ? 0 : draw.Between(1, 2)).Select(_ => blobs && draw.OneIn(2) ? new Term(draw.Of(["docs", "docs2", "DOCS"])) : new Term(null, draw.Of(Undecidable))).ToList();
        return new(pattern, blobs && draw.OneIn(5) ? "Blob.List" : null, terms, draw.OneIn(2));
    }

    private static Deny Denying(Draw draw, Tenant tenant, RandomTenant.Named named, int number)
    {
        var everyone = draw.OneIn(2);
        var entries = Enumerable.Range(0, draw.Of([1, 1, 2])).Select(_ => new RoleEntry(
            Patterns(draw, Actions, draw.Between(0, 3)), Patterns(draw, Actions, draw.OneIn(3) ? 1 : 0), Patterns(draw, DataActions, draw.Between(0, 2)), Patterns(draw, DataActions, draw.OneIn(3) ? 1 : 0))).ToList();
        IReadOnlyList<string> principals = everyone ? [] : [.. Enumerable.Range(0, draw.Between(1, 2)).Select(_ => named.Anyone())];
        IReadOnlyList<string> excluded = draw.OneIn(3) ? [] : [.. Enumerable.Range(0, draw.Between(1, 2)).Select(_ => named.Anyone())];
        return new(number, Scope(draw, tenant), entries, principals, excluded, draw.OneIn(4), draw.OneIn(8));
    }

    private static string Scope(Draw draw, Tenant tenant)
    {
        var resource = draw.Of(tenant.Resources).Id;
        var group = string.Join('/', draw.Of(tenant.Resources).Id.Split('/').Take(5));
        return draw.Between(0, 13) switch
        {
            0 => "/",
            1 or 2 or 3 => Scopes.ManagementGroups + draw.Cased(draw.Of(tenant.ManagementGroups).Name),
            4 or 5 or 6 => "/subscriptions/" + draw.Cased(draw.Of(tenant.Subscriptions).Id),
            7 or 8 => draw.Cased(group),
            9 => RandomTenant.ResourceGroup(draw, tenant.Subscriptions),
            10 => draw.Cased(resource) + "/" + draw.Of(["deployments/d", "blobServices/default/containers/docs", "secrets/s", "y"]),
            11 => draw.OneIn(2) ? resource[..^1] : "/subscriptions/5abc0000-0000-4000-8000-00000000dead",
            _ => draw.Cased(resource),
        };
    }
}

namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Makes a tenant smaller for as long as <paramref name="fails"/> says that it still fails.</summary>
internal static class Shrinking
{
    public static Tenant Smallest(Tenant tenant, Func<Tenant, bool> fails)
    {
        while (Smaller(tenant).FirstOrDefault(fails) is { } smaller)
        {
            tenant = smaller;
        }

        return tenant;
    }

    private static IEnumerable<Tenant> Smaller(Tenant t) =>
    [
        .. Halves(t.Assignments).Select(x => t with { Assignments = x }),
        .. Halves(t.Resources).Select(x => t with { Resources = x }),
        .. Without(t.Denies).Select(x => t with { Denies = x }),
        .. Without(t.Assignments).Select(x => t with { Assignments = x }),
        .. Without(t.Delegations).Select(x => t with { Delegations = x }),
        .. Without(t.CosmosAssignments).Select(x => t with { CosmosAssignments = x }),
        .. Without(t.DirectoryAssignments).Select(x => t with { DirectoryAssignments = x }),
        .. Without(t.GraphGrants).Select(x => t with { GraphGrants = x }),
        .. Without(t.Ownerships).Select(x => t with { Ownerships = x }),
        .. Without(t.Members).Select(x => t with { Members = x }),
        .. Without(t.GroupEligibilities).Select(x => t with { GroupEligibilities = x }),
        .. Without(t.AdministrativeUnitMembers).Select(x => t with { AdministrativeUnitMembers = x }),
        .. Without(t.ClassicAdministrators).Select(x => t with { ClassicAdministrators = x }),
        .. Without(t.Resources).Select(x => t with { Resources = x }),
        .. Without(t.Applications).Where(x => x.Count > 0 || t.Ownerships.Count == 0).Select(x => t with { Applications = x }),
        .. Without(t.Groups, g => Named(t, g.Id)).Select(x => t with { Groups = x }),
        .. Without(t.Subjects, s => Named(t, s.Id)).Select(x => t with { Subjects = x }),
        .. Without(t.CosmosRoles, r => t.CosmosAssignments.Any(a => Scopes.Same(a.Guid, r.Guid))).Select(x => t with { CosmosRoles = x }),
        .. Without(t.DirectoryRoles, r => t.DirectoryAssignments.Any(a => Scopes.Same(a.Role, r.Id))).Select(x => t with { DirectoryRoles = x }),
        .. Without(t.Roles, r => t.Assignments.Any(a => Scopes.Same(a.Role, r.Guid)) || t.Delegations.Any(d => Scopes.Same(d.Role, r.Guid))).Select(x => t with { Roles = x }),
        .. Each(t.Roles, r => Without(r.Entries).Select(e => r with { Entries = e }).Concat(Each(r.Entries, Entries).Select(e => r with { Entries = e }))).Select(x => t with { Roles = x }),
        .. Each(t.Denies, Denies).Select(x => t with { Denies = x }),
        .. Each(t.Assignments, Assignments).Select(x => t with { Assignments = x }),
        .. Each(t.Resources, r => Without(r.Policies).Select(p => r with { Policies = p })).Select(x => t with { Resources = x }),
    ];

    private static bool Named(Tenant t, string id) => t.Members.Any(m => Scopes.Same(m.In, id) || Scopes.Same(m.Id, id))
        || t.GroupEligibilities.Any(e => Scopes.Same(e.Group, id) || Scopes.Same(e.Principal, id))
        || t.Assignments.Any(a => Scopes.Same(a.Principal, id)) || t.CosmosAssignments.Any(a => Scopes.Same(a.Principal, id))
        || t.Denies.Any(d => d.Principals.Concat(d.Excluded).Any(p => Scopes.Same(p, id)))
        || t.Resources.Any(r => r.Policies.Any(p => Scopes.Same(p.ObjectId, id)))
        || t.DirectoryAssignments.Any(a => Scopes.Same(a.Principal, id) || Scopes.Same(a.Scope, "/" + id))
        || t.Ownerships.Any(o => Scopes.Same(o.Of, id) || Scopes.Same(o.Owner, id))
        || t.AdministrativeUnitMembers.Any(m => Scopes.Same(m.Id, id)) || t.GraphGrants.Any(g => Scopes.Same(g.Principal, id));

    private static IEnumerable<RoleEntry> Entries(RoleEntry e) =>
    [
        .. Without(e.Actions).Select(x => e with { Actions = x }), .. Without(e.NotActions).Select(x => e with { NotActions = x }),
        .. Without(e.DataActions).Select(x => e with { DataActions = x }), .. Without(e.NotDataActions).Select(x => e with { NotDataActions = x }),
        .. Conditions(e.Condition).Select(c => e with { Condition = c }),
    ];

    private static IEnumerable<Deny> Denies(Deny d) =>
    [
        .. Without(d.Entries).Select(x => d with { Entries = x }), .. Each(d.Entries, Entries).Select(x => d with { Entries = x }), .. Without(d.Excluded).Select(x => d with { Excluded = x }),
        .. d.Principals.Count > 1 ? Without(d.Principals).Select(x => d with { Principals = x }) : [], .. d.NotChildScopes ? [d with { NotChildScopes = false }] : Array.Empty<Deny>(),
    ];

    private static IEnumerable<Assignment> Assignments(Assignment a) =>
    [
        .. Conditions(a.Condition).Select(c => a with { Condition = c }), .. a.Eligible ? [a with { Eligible = false }] : Array.Empty<Assignment>(),
    ];

    private static IEnumerable<Condition?> Conditions(Condition? c) => c is null ? [] : [null, .. c.Clauses.Count > 1 ? Without(c.Clauses).Select(x => c with { Clauses = x }) : []];

    private static IEnumerable<IReadOnlyList<T>> Halves<T>(IReadOnlyList<T> list) => list.Count < 4 ? [] : [[.. list.Take(list.Count / 2)], [.. list.Skip(list.Count / 2)]];

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> list, Func<T, bool>? needed = null) =>
        Enumerable.Range(0, list.Count).Where(i => needed?.Invoke(list[i]) != true).Select(IReadOnlyList<T> (i) => [.. list.Where((_, n) => n != i)]);

    private static IEnumerable<IReadOnlyList<T>> Each<T>(IReadOnlyList<T> list, Func<T, IEnumerable<T>> smaller) =>
        Enumerable.Range(0, list.Count).SelectMany(i => smaller(list[i]).Select(IReadOnlyList<T> (s) => [.. list.Select((x, n) => n == i ? s : x)]));
}

namespace Ashlar.Graph.Tests.Access.Oracle;

internal static class RandomEntra
{
    private const string Unit = "a0a0a0a0-0000-4000-8000-00000000000a";

    private static readonly IReadOnlyList<DirectoryRole> Roles =
    [
        new(Edges.ApplicationAdministrator, Edges.ApplicationAdministrator, ["microsoft.directory/applications/credentials/update", "microsoft.directory/servicePrincipals/credentials/update", "microsoft.directory/applications/basic/update"]),
        new(Edges.UserAdministrator, Edges.UserAdministrator, []),
        new("e8cef6f1-e4bd-4ea8-bc07-4b8d950f4477", "729827e3-9c14-49f7-bb1b-9608f156bbb8", ["Microsoft.Directory/users/password/update", "microsoft.directory/groups/members/update"]),
        new("fdd7a751-b60b-444a-984c-02652fe8fa1c", "fdd7a751-b60b-444a-984c-02652fe8fa1c", ["microsoft.directory/groups/members/update", "microsoft.directory/groupsAssignableToRoles/allProperties/update"]),
        new("88d8e3e3-8f55-4a1e-953a-9b9898b8876b", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b", ["microsoft.directory/users/standard/read"]),
    ];

    public static Tenant In(Draw draw, Tenant tenant, RandomTenant.Named named, int scale)
    {
        var applications = Enumerable.Range(1, draw.Between(0, 2) * scale).Select(n => new Application($"aaaa0000-0000-4000-8000-{n:000000000000}", $"aaaa0000-1111-4000-8000-{n:000000000000}")).ToList();
        IReadOnlyList<string> owned = [.. applications.Select(a => a.Id), .. tenant.Groups.Select(g => g.Id), .. tenant.Subjects.Where(s => s.Kind is SubjectKind.Application or SubjectKind.Foreign).Select(s => s.Id)];
        IReadOnlyList<string> objects = [.. owned, .. tenant.Subjects.Select(s => s.Id)];
        IReadOnlyList<string> inUnits = [.. tenant.Groups.Select(g => g.Id), .. tenant.Subjects.Where(s => s.Kind is SubjectKind.User or SubjectKind.Guest).Select(s => s.Id)];
        return tenant with
        {
            Applications = applications,
            Ownerships = owned.Count == 0 ? [] : [.. Enumerable.Range(0, draw.Between(0, 3) * scale).Select(_ => new Ownership(draw.Of(owned), draw.Cased(draw.Of(tenant.Subjects).Id))).Distinct()],
            DirectoryRoles = Roles,
            DirectoryAssignments = [.. Enumerable.Range(1, draw.Between(0, 4) * scale).Select(n => new DirectoryAssignment(n, named.DirectoryHolder(), draw.Of(Roles).Id, draw.Of(["/", "/administrativeUnits/" + Unit, "/administrativeUnits/" + Unit, "/" + draw.Of(objects)]), draw.OneIn(3)))],
            AdministrativeUnitMembers = [.. draw.Some(inUnits, 0, 4).Select(id => new Member(Unit, draw.Cased(id)))],
            GraphGrants = [.. Enumerable.Range(1, draw.Between(0, 2) * scale).Select(n => (n, Principal: named.Someone(SubjectKind.Application, SubjectKind.ManagedIdentity, SubjectKind.Foreign)))
                .Where(g => g.Principal is not null).Select(g => new GraphGrant(g.n, g.Principal!, draw.Of(["Application.ReadWrite.All", "Group.ReadWrite.All", "User-PasswordProfile.ReadWrite.All", "User.Read.All"]), !draw.OneIn(4)))],
        };
    }
}

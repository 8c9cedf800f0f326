namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Small tenants with all that makes access hard to tell.</summary>
internal static class RandomTenant
{
    private static readonly string[] GroupNames = ["ab", "abc", "ab-c", "b"];

    /// <param name="scale">1: small, for comparing; more: as many times the subscriptions, resources, principals, assignments, for drawing growth.</param>
    public static Tenant Of(int seed, int scale = 1)
    {
        var draw = new Draw(seed);
        var id = "fedcba98-0000-4000-8000-0000000000fe";
        var management = ManagementGroups(draw, id);
        var subscriptions = Enumerable.Range(1, draw.Between(1, 3) * scale).Select(n => new Subscription($"5abc0000-0000-4000-8000-{n:000000000000}", draw.Cased(draw.Of(management).Name))).ToList();
        var subjects = Enumerable.Range(1, draw.Between(3, 10) * scale).Select(n => new Subject(Principal(n), draw.Of([SubjectKind.User, SubjectKind.User, SubjectKind.Guest, SubjectKind.Application, SubjectKind.ManagedIdentity, SubjectKind.Foreign]))).ToList();
        var groups = Enumerable.Range(1, draw.Between(0, 6) * scale).Select(n => new Group($"9abcdef0-0000-4000-8000-{n:000000000000}", draw.Of<bool?>([true, false, false, null]))).ToList();
        var named = new Named(draw, subjects, groups);
        var resources = RandomResources.Of(draw, subscriptions, named, scale);
        var tenant = new Tenant
        {
            Id = id,
            ManagementGroups = management,
            Subscriptions = subscriptions,
            Resources = resources,
            Subjects = subjects,
            Groups = groups,
            Members = Members(draw, subjects, groups),
            GroupEligibilities = Eligibilities(draw, subjects, groups),
        };
        return RandomEntra.In(draw, RandomGrants.In(draw, tenant, named, scale), named, scale);
    }

    private static string Principal(int n) => $"abcdef01-0000-4000-8000-{n:000000000000}";

    private static List<ManagementGroup> ManagementGroups(Draw draw, string tenant)
    {
        List<ManagementGroup> all = [new(tenant, null)];
        foreach (var name in new[] { "mg-a", "mg-ab", "mg-b" }.Take(draw.Between(1, 3)))
        {
            all.Add(new(name, draw.OneIn(2) ? all[^1].Name : draw.Of(all).Name));
        }

        return all;
    }

    /// <summary>Groups that can hold directory roles take no groups in, as Entra says; others may nest and go round.</summary>
    private static List<Member> Members(Draw draw, List<Subject> subjects, List<Group> groups)
    {
        var all = new List<Member>();
        foreach (var group in groups)
        {
            all.AddRange(draw.Some(subjects, 0, 3).Select(s => new Member(draw.Cased(group.Id), draw.Cased(s.Id))));
            if (group.Assignable != true)
            {
                all.AddRange(draw.Some(groups, 0, 2).Select(g => new Member(draw.Cased(group.Id), draw.Cased(g.Id))));
            }

            if (draw.OneIn(12))
            {
                all.Add(new(group.Id, "dead0000-0000-4000-8000-000000000001"));
            }
        }

        return all;
    }

    private static List<GroupEligibility> Eligibilities(Draw draw, List<Subject> subjects, List<Group> groups)
    {
        var all = new List<GroupEligibility>();
        for (var i = draw.Between(0, 4); groups.Count > 0 && i > 0; i--)
        {
            var group = draw.Of(groups);
            var nested = group.Assignable != true && draw.OneIn(3);
            all.Add(new(draw.Cased(group.Id), draw.Cased(nested ? draw.Of(groups).Id : draw.Of(subjects).Id), draw.OneIn(4)));
        }

        return all;
    }

    public static string ResourceGroup(Draw draw, IReadOnlyList<Subscription> subscriptions) =>
        $"/subscriptions/{draw.Cased(draw.Of(subscriptions).Id)}/{draw.Of(["resourceGroups", "resourceGroups", "resourcegroups"])}/{draw.Of(GroupNames)}";

    /// <summary>Whom an assignment may name: mostly those there are, now and then one that was deleted.</summary>
    internal sealed class Named(Draw draw, IReadOnlyList<Subject> subjects, IReadOnlyList<Group> groups)
    {
        public string Anyone() => draw.OneIn(15) ? "dead0000-0000-4000-8000-000000000002" : draw.Cased(groups.Count > 0 && draw.OneIn(2) ? draw.Of(groups).Id : draw.Of(subjects).Id);

        public string? Someone(params SubjectKind[] kinds) => subjects.Where(s => kinds.Contains(s.Kind)).Select(s => s.Id).ToList() is { Count: > 0 } ids ? draw.Cased(draw.Of(ids)) : null;

        /// <summary>Groups that hold directory roles must be made for it.</summary>
        public string DirectoryHolder() => groups.Where(g => g.Assignable == true).Select(g => g.Id).ToList() is { Count: > 0 } ids && draw.OneIn(2) ? draw.Cased(draw.Of(ids)) : draw.Cased(draw.Of(subjects).Id);
    }
}

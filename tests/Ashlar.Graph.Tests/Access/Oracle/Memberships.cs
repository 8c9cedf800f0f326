namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Which groups hold a principal, nested ones and cycles included, given the memberships somebody has activated.</summary>
internal static class Memberships
{
    /// <summary>The principal itself and every group that holds it.</summary>
    public static IReadOnlySet<string> Ids(Tenant tenant, string principal, IReadOnlyList<GroupEligibility> activated)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { principal };
        while (true)
        {
            var more = tenant.Members.Where(m => ids.Contains(m.Id)).Select(m => m.In)
                .Concat(activated.Where(e => ids.Contains(e.Principal)).Select(e => e.Group))
                .Where(g => !ids.Contains(g)).ToList();
            if (more.Count == 0)
            {
                return ids;
            }

            ids.UnionWith(more);
        }
    }

    /// <summary>Every set of memberships the principal could activate; the first is none.</summary>
    /// <remarks>A member of a group that is itself eligible for another activates for herself alone, so the same set is tried for each principal apart.</remarks>
    public static IReadOnlyList<IReadOnlyList<GroupEligibility>> Activations(Tenant tenant, string principal)
    {
        var all = tenant.GroupEligibilities.Where(e => !e.Owner).ToList();
        var reach = Ids(tenant, principal, all);
        var own = all.Where(e => reach.Contains(e.Principal)).ToList();
        return [.. Enumerable.Range(0, 1 << own.Count).Select(IReadOnlyList<GroupEligibility> (bits) => [.. own.Where((_, i) => (bits & (1 << i)) != 0)])];
    }
}

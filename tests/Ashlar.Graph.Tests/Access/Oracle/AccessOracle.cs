namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>
/// A second opinion on who can do what: every principal, entry and target in turn, every assignment one at a time, as Microsoft's pages on
/// role assignments, deny assignments, conditions, PIM, Lighthouse, Key Vault and Entra roles say. Slow, and meant to be read beside them.
/// </summary>
internal static class AccessOracle
{
    public static Answer Of(Tenant tenant, IReadOnlyList<EdgeEntry> edges)
    {
        var types = edges.Select(e => e.Type).ToHashSet(StringComparer.Ordinal);
        var targets = Target.All(tenant).Concat(Target.Implied(tenant, types)).ToList();
        var subjects = Subjects(tenant);
        var tuples = new HashSet<AccessTuple>();
        foreach (var (subject, isGroup) in subjects)
        {
            foreach (var tuple in Of(tenant, subject, isGroup, edges, targets))
            {
                tuples.Add(tuple);
            }
        }

        var kinds = subjects.Where(s => !s.Group).ToDictionary(s => s.Subject.Id.ToLowerInvariant(), s => s.Subject.Kind, StringComparer.Ordinal);
        var counts = targets.SelectMany(t => edges.Where(e => e.Type == t.Type).Select(e => e.Capability).Distinct().Select(c => Counting.Of(t.Id.ToLowerInvariant(), c, tuples, kinds)));
        return new Answer(Answer.Best(tuples), counts.ToHashSet());
    }

    private static IEnumerable<AccessTuple> Of(Tenant tenant, Subject subject, bool isGroup, IReadOnlyList<EdgeEntry> edges, IReadOnlyList<Target> targets)
    {
        var activations = isGroup ? [[]] : Memberships.Activations(tenant, subject.Id);
        var ids = activations.Select(a => Memberships.Ids(tenant, subject.Id, a)).ToList();
        foreach (var target in targets)
        {
            foreach (var entry in edges.Where(e => e.Type == target.Type && e.Applies(target) != false))
            {
                var now = new HashSet<string>(StringComparer.Ordinal);
                for (var i = 0; i < ids.Count; i++)
                {
                    var roads = new AzureRoads(tenant, subject, isGroup, ids[i]).To(entry, target).Concat(new OtherRoads(tenant, subject, isGroup, ids[i]).To(entry, target));
                    foreach (var road in roads.Where(r => i == 0 || !now.Contains(r.Key)).ToList())
                    {
                        if (i == 0)
                        {
                            now.Add(road.Key);
                        }

                        // What needs an activated membership, be it only to escape a deny assignment, is eligible.
                        var state = (road with { Eligible = road.Eligible || i > 0 }).State(entry.Applies(target) is not null);
                        yield return new AccessTuple(subject.Id.ToLowerInvariant(), entry.Capability, target.Id.ToLowerInvariant(), state, road.Group ? "group" : "direct", road.By);
                    }
                }
            }
        }
    }

    /// <summary>Everybody there is, everybody who is named, and groups that are.</summary>
    private static List<(Subject Subject, bool Group)> Subjects(Tenant tenant)
    {
        var known = tenant.Subjects.Concat(TenantRows.Always).ToList();
        var named = tenant.Assignments.Select(a => a.Principal)
            .Concat(tenant.CosmosAssignments.Select(a => a.Principal))
            .Concat(tenant.DirectoryAssignments.Select(a => a.Principal))
            .Concat(tenant.Resources.SelectMany(r => r.Policies).Select(p => p.ObjectId))
            .Concat(tenant.GroupEligibilities.Select(e => e.Principal))
            .Concat(tenant.Ownerships.Select(o => o.Owner))
            .Concat(tenant.GraphGrants.Select(g => g.Principal))
            .Concat(tenant.Members.Select(m => m.Id))
            .Concat(tenant.Delegations.Select(d => d.Principal))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var groups = named.Where(n => tenant.Groups.Any(g => Scopes.Same(g.Id, n))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var strangers = named.Where(n => !groups.Contains(n) && !known.Any(s => Scopes.Same(s.Id, n)))
            .Select(n => new Subject(n, tenant.Delegations.Any(d => Scopes.Same(d.Principal, n)) ? SubjectKind.Foreign : SubjectKind.Unresolved));
        return [.. known.Concat(strangers).Select(s => (s, false)), .. groups.Select(g => (new Subject(g, SubjectKind.Unresolved), true))];
    }
}

namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Vault access policies, and what is held in Entra: directory roles, ownership, permissions of Microsoft Graph. Azure's deny assignments do not bear on them.</summary>
internal sealed class OtherRoads(Tenant tenant, Subject subject, bool isGroup, IReadOnlySet<string> ids)
{
    public IEnumerable<Road> To(EdgeEntry entry, Target target) => [.. Policies(entry, target), .. target.Object is null ? [] : Entra(entry, target, target.Object)];

    private IEnumerable<Road> Policies(EdgeEntry entry, Target target) => target.Policies.Select((p, i) => (Policy: p, Key: "v" + i))
        .Where(p => Names(p.Policy.ObjectId) && entry.Secrets.Count > 0 && p.Policy.Secrets.Any(s => Scopes.Same(s, "all") || entry.Secrets.Any(e => Scopes.Same(e, s))))
        .Select(p => New(p.Key, false, p.Policy.ObjectId, "accessPolicy") with { Conditional = p.Policy.ApplicationId is not null });

    private IEnumerable<Road> Entra(EdgeEntry entry, Target target, string id)
    {
        foreach (var a in tenant.DirectoryAssignments.Where(a => Names(a.Principal) && Reaches(a.Scope, id)))
        {
            var role = tenant.DirectoryRoles.FirstOrDefault(r => Scopes.Same(r.Id, a.Role));
            if (role is not null && (role.Actions.Any(r => entry.Directory.Any(d => Scopes.Same(d, r))) || entry.Roles.Any(r => Scopes.Same(r, role.Template))))
            {
                yield return New("d" + a.Number, a.Eligible, a.Principal, "directoryRole");
            }
        }

        foreach (var (o, i) in tenant.Ownerships.Select((o, i) => (o, i)).Where(o => entry.Owner && Scopes.Same(o.o.Of, id) && Scopes.Same(o.o.Owner, subject.Id)))
        {
            yield return New("o" + i, false, o.Owner, "ownership");
        }

        foreach (var (e, i) in tenant.GroupEligibilities.Select((e, i) => (e, i)).Where(e => entry.Owner && e.e.Owner && target.Type == "microsoft.graph/groups" && Scopes.Same(e.e.Group, id) && Names(e.e.Principal)))
        {
            yield return New("e" + i, true, e.Principal, "ownership");
        }

        foreach (var g in tenant.GraphGrants.Where(g => g.OnGraph && Scopes.Same(g.Principal, subject.Id)))
        {
            if (entry.Permissions.Any(p => Scopes.Same(p, g.Permission) || Scopes.Same(p, TenantRows.PermissionId(g.Permission))))
            {
                yield return New("g" + g.Number, false, g.Principal, "permission");
            }
        }
    }

    /// <summary>An administrative unit holds its direct members, not the members of a group in it.</summary>
    private bool Reaches(string scope, string id)
    {
        const string Unit = "/administrativeUnits/";
        return scope.StartsWith(Unit, StringComparison.OrdinalIgnoreCase)
            ? tenant.AdministrativeUnitMembers.Any(m => Scopes.Same(m.In, scope[Unit.Length..]) && Scopes.Same(m.Id, id))
            : scope == "/" || Scopes.Same(scope, "/" + id);
    }

    private bool Names(string principal) => isGroup ? Scopes.Same(principal, subject.Id) : ids.Contains(principal);

    private Road New(string key, bool eligible, string named, string by) => new([key], eligible, false, !Scopes.Same(named, subject.Id), by);
}

namespace Ashlar.Graph.Tests.Access.Oracle;

/// <param name="Flag">The setting the edges ask for; null = not reported.</param>
/// <param name="Object">Object id when it is an Entra object.</param>
internal sealed record Target(string Id, string Type, bool? Flag, string? Object, IReadOnlyList<VaultPolicy> Policies)
{
    public static IEnumerable<Target> All(Tenant tenant)
    {
        var entra = $"/tenants/{tenant.Id}/providers/microsoft.graph/";
        return tenant.Resources.Select(r => new Target(r.Id, r.Type, r.Flag, null, r.Policies))
            .Concat(tenant.Groups.Select(g => new Target(entra + "groups/" + g.Id, "microsoft.graph/groups", g.Assignable, g.Id, [])))
            .Concat(tenant.Applications.Select(a => new Target(entra + "applications/" + a.Id, "microsoft.graph/applications", null, a.Id, [])))
            .Concat(tenant.Subjects.Concat(TenantRows.Always).Where(s => s.Kind != SubjectKind.Unresolved).Select(s => s.Kind is SubjectKind.User or SubjectKind.Guest
                ? new Target(entra + "users/" + s.Id, "microsoft.graph/users", null, s.Id, [])
                : new Target(entra + "serviceprincipals/" + s.Id, "microsoft.graph/serviceprincipals", null, s.Id, [])));
    }
}

namespace Ashlar.Graph.Tests.Access.Oracle;

/// <param name="Flag">The setting the edges ask for; null = not reported.</param>
/// <param name="Object">Object id when it is an Entra object.</param>
internal sealed record Target(string Id, string Type, bool? Flag, string? Object, IReadOnlyList<VaultPolicy> Policies, bool Unread = false)
{
    /// <summary>Resources that nobody listed though a role is assigned on them: they are there, their settings are not known.</summary>
    public static IEnumerable<Target> Implied(Tenant tenant, IReadOnlySet<string> types) => tenant.Assignments.Select(a => a.Scope).Concat(tenant.CosmosAssignments.Where(c => c.Under.Length == 0).Select(c => c.Account))
        .Where(s => !tenant.Resources.Any(r => Scopes.Same(r.Id, s))).Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(s => new Target(s, TypeOf(s), null, null, [], Unread: true)).Where(t => types.Contains(t.Type));

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

    /// <summary>After the last /providers/: the namespace, then every other segment.</summary>
    private static string TypeOf(string id)
    {
        const string Providers = "/providers/";
        var at = id.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        var segments = at < 0 ? [] : id[(at + Providers.Length)..].Split('/');
        return string.Join('/', segments.Where((_, i) => i == 0 || i % 2 == 1)).ToLowerInvariant();
    }
}

namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Deny assignments, looked at before anything that grants. Those that only audit block nothing.</summary>
internal static class Denials
{
    public static bool Denied(Tenant tenant, IReadOnlySet<string> ids, string action, bool data, string scope) =>
        tenant.Denies.Any(d => Applies(d, ids, action, data) && Scopes.Covers(tenant, d.Scope, scope) && (!d.NotChildScopes || Scopes.Same(d.Scope, scope)));

    /// <summary>Denied at <paramref name="scope"/> and at everything below it: the action can be done nowhere there.</summary>
    public static bool DeniedThroughout(Tenant tenant, IReadOnlySet<string> ids, string action, bool data, string scope) =>
        tenant.Denies.Any(d => Applies(d, ids, action, data) && !d.NotChildScopes && Scopes.Covers(tenant, d.Scope, scope));

    private static bool Applies(Deny deny, IReadOnlySet<string> ids, string action, bool data) =>
        !deny.Audit
        && (deny.Principals.Count == 0 || deny.Principals.Any(ids.Contains))
        && !deny.Excluded.Any(ids.Contains)
        && deny.Entries.Any(e => Grants(e, action, data, strict: true));

    /// <summary>The actions of one entry without what the same entry takes away.</summary>
    public static bool Grants(RoleEntry entry, string action, bool data, bool strict = false) => data
        ? ActionPattern.Any(entry.DataActions, action, strict) && !ActionPattern.Any(entry.NotDataActions, action, strict)
        : ActionPattern.Any(entry.Actions, action, strict) && !ActionPattern.Any(entry.NotActions, action, strict);
}

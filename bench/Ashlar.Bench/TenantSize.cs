namespace Ashlar.Bench;

/// <summary>How much of what a tenant holds. The same size and seed give the same bytes.</summary>
/// <param name="Principals">Users, groups and applications; managed identities come on top, as many as resources have them.</param>
/// <param name="Assignments">Azure role assignments that stand now.</param>
/// <param name="Workloads">Cognitive accounts, ML workspaces and search services together; rounded up to a multiple of three.</param>
public sealed record TenantSize(int Resources, int Principals, int Assignments, int Workloads, int Seed = 0)
{
    /// <summary>Spokes, each with a security group; a hub for every two hundred and the private endpoints of resources come on top.</summary>
    public int Networks { get; init; }

    /// <summary>The proportions of a large company.</summary>
    public static TenantSize Of(int resources) => new(resources, Math.Max(100, resources / 2), resources * 3, Math.Max(3, resources / 100));

    public int Users => Math.Max(20, Principals * 82 / 100);

    public int Groups => Math.Max(10, Principals / 10);

    public int Applications => Math.Max(5, Principals * 7 / 100);

    /// <summary>Service principals of other tenants; the first is Microsoft Graph.</summary>
    public int Foreign => Math.Max(3, Principals / 100);
}

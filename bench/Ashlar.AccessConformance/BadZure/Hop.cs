namespace Ashlar.AccessConformance.BadZure;

/// <param name="By">The road: role, key, ownership and so on, and the name of the role.</param>
/// <param name="To">The principal that the hop makes its holder; null where the road ends at a resource or with the directory.</param>
internal sealed record Hop(string Capability, string ResourceId, string By, string? To)
{
    public override string ToString()
    {
        var parts = ResourceId.Split('/');
        var what = $"{parts[^2].TrimEnd('s')} {Shown(parts[^1])}";
        return $"{Capability} ({By}) on {what}" + (To is BadZureIds.ManagedIdentity ? " = its managed identity" : "");
    }

    private static string Shown(string id) => id switch
    {
        BadZureIds.Group => "of the path",
        BadZureIds.Application or BadZureIds.ServicePrincipal => "that is privileged",
        BadZureIds.Administrator => "of the administrator",
        _ => id,
    };
}

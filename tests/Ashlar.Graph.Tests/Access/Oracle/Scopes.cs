namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Root, management groups by their parents, and below a subscription the segments of the id.</summary>
internal static class Scopes
{
    public const string ManagementGroups = "/providers/Microsoft.Management/managementGroups/";

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is assigned at <paramref name="scope"/> holds at <paramref name="target"/>.</summary>
    public static bool Covers(Tenant tenant, string scope, string target) => Chain(tenant, target).Any(above => Same(above, scope));

    /// <summary>The target itself and all that is above it, nearest first.</summary>
    public static IEnumerable<string> Chain(Tenant tenant, string target)
    {
        string? group = null;
        if (target.StartsWith(ManagementGroups, StringComparison.OrdinalIgnoreCase))
        {
            group = target[ManagementGroups.Length..];
        }
        else if (target.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase))
        {
            var segments = target.Split('/');
            for (var length = segments.Length; length >= 3; length--)
            {
                yield return string.Join('/', segments.Take(length));
            }

            group = tenant.Subscriptions.FirstOrDefault(s => Same(s.Id, segments[2]))?.ManagementGroup;
        }

        while (group is not null)
        {
            yield return ManagementGroups + group;
            group = tenant.ManagementGroups.FirstOrDefault(m => Same(m.Name, group))?.Parent;
        }

        yield return "/";
    }
}

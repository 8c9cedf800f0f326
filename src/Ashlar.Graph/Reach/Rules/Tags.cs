namespace Ashlar.Graph.Reach.Rules;

/// <summary>Service tags whose meaning does not hang on a list of addresses that changes weekly.</summary>
internal static class Tags
{
    public const string VirtualNetwork = "VirtualNetwork";
    public const string Internet = "Internet";
    public const string LoadBalancer = "AzureLoadBalancer";
    public const string Cloud = "AzureCloud";

    // Addresses from which Azure manages its own services: no customer's code sends from there.
    private static readonly HashSet<string> Managing = new(StringComparer.OrdinalIgnoreCase)
    {
        LoadBalancer, "ApiManagement", "GatewayManager", "AzureTrafficManager", "BatchNodeManagement", "AzurePlatformDNS", "AzurePlatformIMDS", "AzurePlatformLKM",
        "AppServiceManagement", "HDInsight", "SqlManagement", "AzureContainerAppsService",
    };

    public static bool Is(string tag, string name) => tag.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Code of some customer of Azure may send from its addresses.</summary>
    public static bool HoldsCustomers(string tag) => !Is(tag, VirtualNetwork) && !Is(tag, Internet) && !Managing.Contains(tag.Split('.')[0]);

    /// <summary>Whether it names the addresses of a service in a region: <c>Storage</c>, <c>Storage.WestEurope</c>, <c>AzureCloud</c>.</summary>
    /// <returns>Null: the region of the service is not known.</returns>
    public static bool? Names(string tag, string service, string region)
    {
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? tag : tag[..dot];
        if (!Is(name, service) && !Is(name, Cloud))
            return false;
        if (dot < 0)
            return true;
        return region.Length == 0 ? null : tag.AsSpan(dot + 1).Equals(region, StringComparison.OrdinalIgnoreCase);
    }
}

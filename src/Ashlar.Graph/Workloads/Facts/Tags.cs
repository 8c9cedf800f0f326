using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Facts;

internal static class Tags
{
    /// <summary>What two resources must share to be taken for one system: the tag and its environment, else the resource group.</summary>
    public static string Label(AiRow row) => row.WorkloadTag is { } tag
        ? "tag " + tag.ToLowerInvariant() + "\n" + row.EnvironmentTag?.ToLowerInvariant()
        : "group " + ResourceIds.SubscriptionId(row.Key) + "/" + ResourceIds.ResourceGroup(row.Key);
}

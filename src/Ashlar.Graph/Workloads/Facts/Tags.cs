using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Facts;

internal static class Tags
{
    /// <summary>Tag <c>workload</c>, else <c>application</c>; null when neither is set.</summary>
    public static string? Workload(AiRow row) => Value(row, "workload") ?? Value(row, "application");

    public static string? Environment(AiRow row) => Value(row, "environment") ?? Value(row, "env") ?? Value(row, "stage");

    /// <summary>What two resources must share to be taken for one system: the tag and its environment, else the resource group.</summary>
    public static string Label(AiRow row) => Workload(row) is { } tag
        ? "tag " + tag.ToLowerInvariant() + "\n" + Environment(row)?.ToLowerInvariant()
        : "group " + ResourceIds.SubscriptionId(row.Key) + "/" + ResourceIds.ResourceGroup(row.Key);

    private static string? Value(AiRow row, string name) => row.Tags.At(name).Text() is { } value && value.Trim().Length > 0 ? value.Trim() : null;
}

using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Gap reasons as a person would say them.</summary>
internal static class GapWords
{
    public static string Words(GapReason reason) => reason switch
    {
        GapReason.Forbidden => "no permission",
        GapReason.NotCollected => "not in the input",
        GapReason.NoBody => "listed without its settings",
        GapReason.Undecided => "value not decided yet",
        GapReason.Unreadable => "could not be read",
        GapReason.NotLicensed => "no licence",
        GapReason.FeatureOff => "switched off in the tenant",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary><c>everywhere</c>, <c>in Production</c>, <c>of ai-chat</c>.</summary>
    public static string Where(string scope, Inventory inventory)
    {
        if (scope.Trim('/').Length == 0)
            return "everywhere";
        if (ResourceIds.SubscriptionId(scope) is not { } id || ResourceIds.Type(scope) is not null)
            return "of " + ResourceIds.Name(scope);
        var subscription = inventory.Subscriptions.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Name ?? id;
        return ResourceIds.ResourceGroup(scope) is { } group ? $"in {group}, {subscription}" : "in " + subscription;
    }
}

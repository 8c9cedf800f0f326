namespace Ashlar.Reports;

/// <summary>What the snapshot holds, counted.</summary>
/// <param name="Resources">Rows of <c>resources</c>.</param>
/// <param name="Subscriptions">Every subscription that is listed or has a resource, by id.</param>
/// <param name="Rows">Counts by type, region and subscription, ordered by these.</param>
public sealed record Inventory(long Resources, IReadOnlyList<InventorySubscription> Subscriptions, IReadOnlyList<InventoryRow> Rows)
{
    public static Inventory Empty { get; } = new(0, [], []);
}

namespace Ashlar.Reports;

/// <param name="Name">Display name; null when the snapshot does not list the subscription itself.</param>
public sealed record InventorySubscription(string Id, string? Name);

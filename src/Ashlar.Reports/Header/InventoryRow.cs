namespace Ashlar.Reports;

/// <param name="Type">Lower-case resource type.</param>
/// <param name="Region">Location as reported; empty when there is none.</param>
public sealed record InventoryRow(string Type, string Region, string SubscriptionId, long Count);

using System.Text.Json;

namespace Ashlar.Reports;

/// <summary>The inventory on the page: three lists of names, and rows of their positions with a count.</summary>
internal static class InventoryJson
{
    public static void Write(Utf8JsonWriter json, Inventory inventory)
    {
        var types = Names(inventory.Rows.Select(r => r.Type));
        var regions = Names(inventory.Rows.Select(r => r.Region));
        var subscriptions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        json.WriteStartObject("inventory");
        json.WriteNumber("resources", inventory.Resources);
        ReportJson.Array(json, "types", [.. types.Keys]);
        ReportJson.Array(json, "regions", [.. regions.Keys]);
        json.WriteStartArray("subscriptions");
        var known = inventory.Subscriptions.Select(s => s.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = inventory.Rows.Select(r => r.SubscriptionId).Where(id => !known.Contains(id)).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var subscription in inventory.Subscriptions.Concat(missing.Select(id => new InventorySubscription(id, id.Length == 0 ? "(none)" : null))))
        {
            subscriptions.TryAdd(subscription.Id, subscriptions.Count);
            json.WriteStartObject();
            json.WriteString("id", subscription.Id);
            json.WriteString("name", subscription.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in inventory.Rows.OrderByDescending(r => r.Count).Take(HtmlCaps.InventoryRows))
        {
            json.WriteStartArray();
            json.WriteNumberValue(types[row.Type]);
            json.WriteNumberValue(regions[row.Region]);
            json.WriteNumberValue(subscriptions[row.SubscriptionId]);
            json.WriteNumberValue(row.Count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("moreRows", Math.Max(0, inventory.Rows.Count - HtmlCaps.InventoryRows));
        json.WriteEndObject();
    }

    private static Dictionary<string, int> Names(IEnumerable<string> names)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            positions[name] = positions.Count;
        return positions;
    }
}

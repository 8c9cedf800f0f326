using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of Event Hubs, Service Bus, Log Analytics and Application Insights.</summary>
internal static class MessageDoors
{
    public static void EventHubs(DoorRow row, Children children, List<Door> doors) => Namespace(row, children, doors, "EventHub", "microsoft.eventhub");

    public static void ServiceBus(DoorRow row, Children children, List<Door> doors) => Namespace(row, children, doors, "ServiceBus", "microsoft.servicebus");

    public static void Logs(DoorRow row, Children children, List<Door> doors)
    {
        foreach (var (name, path) in new[] { ("ingestion", "publicNetworkAccessForIngestion"), ("query", "publicNetworkAccessForQuery") })
        {
            var door = new Door(row, name) { Service = "AzureMonitor", LinkGroups = ["azuremonitor"], Zones = ["privatelink.monitor.", "privatelink.ods.", "privatelink.oms."] };
            // Logs are reached through a scope that lists them.
            door.LinkKey = row.Key + "|scope";
            Firewalls.Switch(door, row.Properties.At(path), "properties." + path, PublicAccess.Open);
            doors.Add(door);
        }
    }

    private static void Namespace(DoorRow row, Children children, List<Door> doors, string service, string provider)
    {
        var door = new Door(row, "namespace") { Service = service, LinkGroups = ["namespace"], Zones = ["privatelink.servicebus."] };
        AiServiceDoors.Name(door, row.Properties.At("serviceBusEndpoint").Text());
        var decide = Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        var sets = children.Of(row, row.Type + "/networkrulesets");
        foreach (var (_, body) in sets)
        {
            // The rule set has the switch too, and either closes.
            if (decide && body.At("publicNetworkAccess").Text() is { } text && !text.Equals("Enabled", StringComparison.OrdinalIgnoreCase))
                decide = Firewalls.Switch(door, body.At("publicNetworkAccess"), "networkRuleSets/default.publicNetworkAccess");
            Firewalls.Rules(door, body, "networkRuleSets/default", provider, decide);
        }

        if (sets.Count == 0 && decide && !children.Knows(row, row.Type + "/networkrulesets"))
        {
            door.Public = PublicAccess.Unknown;
            door.Lacks($"Its network rules were not read: az rest on {row.Id}/networkRuleSets/default.");
        }

        doors.Add(door);
    }
}

using System.Text.Json;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of Logic Apps, Data Factory, Databricks and Automation.</summary>
internal static class PlatformDoors
{
    public static void Logic(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "trigger") { Public = PublicAccess.Open, Service = "LogicApps", Outbound = Outbound.Internet };
        var allowed = row.Properties.At("accessControl.triggers.allowedCallerIpAddresses");
        if (allowed.ValueKind == JsonValueKind.Array)
            Firewalls.Select(door, allowed.Items().Select(a => a.At("addressRange").Text() ?? ""), "properties.accessControl.triggers.allowedCallerIpAddresses");
        else
            door.Says("firewall", "opens", "properties.accessControl.triggers", "", "Name the addresses that may call.");
        doors.Add(door);
    }

    public static void DataFactory(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "dataFactory") { Service = "DataFactory", LinkGroups = ["dataFactory"], Zones = ["privatelink.datafactory."] };
        Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        door.Outbound = Outbound.Unknown;
        door.Lacks("Where its integration runtimes reach is not evaluated.");
        doors.Add(door);
    }

    public static void Databricks(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "databricks_ui_api") { Service = "AzureDatabricks", LinkGroups = ["databricks_ui_api"], Zones = ["privatelink.azuredatabricks."] };
        AiServiceDoors.Name(door, row.Properties.At("workspaceUrl").Text() is { } host ? "https://" + host : null);
        if (Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open))
        {
            // Lists of addresses are kept in the workspace, where no export looks.
            door.Public = PublicAccess.Unknown;
            door.Lacks("Lists of addresses that the workspace itself keeps were not read: databricks ip-access-lists list.");
        }

        door.Outbound = row.Properties.At("parameters.customVirtualNetworkId.value").Text() is { Length: > 0 } network && row.Properties.At("parameters.customPrivateSubnetName.value").Text() is { Length: > 0 } subnet
            ? Outbound.From(Model.ResourceIds.Key($"{network}/subnets/{subnet}"))
            : Outbound.Internet;
        doors.Add(door);
    }

    public static void Automation(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "Webhook") { LinkGroups = ["Webhook", "DSCAndHybridWorker"], Zones = ["privatelink.azure-automation."], Outbound = Outbound.Internet };
        Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        doors.Add(door);
    }
}

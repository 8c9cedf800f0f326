using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of storage accounts, key vaults, container registries and App Configuration.</summary>
internal static class StoreDoors
{
    private static readonly string[] Services = ["blob", "dfs", "file", "queue", "table"];

    public static void Storage(DoorRow row, Children children, List<Door> doors)
    {
        var endpoints = row.Properties.At("primaryEndpoints");
        // Without the list of its endpoints an account may have them all; dfs is the same data by another name.
        foreach (var service in Services.Where(s => endpoints.Members().Any() ? endpoints.At(s).Text() is not null : s != "dfs"))
        {
            var door = new Door(row, service) { Service = "Storage", LinkGroups = [service, service + "_secondary"], Zones = [$"privatelink.{service}."] };
            AiServiceDoors.Name(door, endpoints.At(service).Text() ?? $"https://{row.Name}.{service}.core.windows.net/");
            var decide = Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
            Firewalls.Rules(door, row.Properties.At("networkAcls"), "properties.networkAcls", "microsoft.storage", decide);
            doors.Add(door);
        }
    }

    public static void Vault(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "vault") { Service = "AzureKeyVault", LinkGroups = ["vault"], Zones = ["privatelink.vaultcore."] };
        AiServiceDoors.Name(door, row.Properties.At("vaultUri").Text() ?? $"https://{row.Name}.vault.azure.net/");
        var decide = Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        Firewalls.Rules(door, row.Properties.At("networkAcls"), "properties.networkAcls", "microsoft.keyvault", decide);
        doors.Add(door);
    }

    public static void Registry(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "registry") { Service = "AzureContainerRegistry", LinkGroups = ["registry"], Zones = ["privatelink.azurecr."] };
        AiServiceDoors.Name(door, "https://" + (row.Properties.At("loginServer").Text() ?? row.Name + ".azurecr.io"));
        var decide = Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        Firewalls.Rules(door, row.Properties.At("networkRuleSet"), "properties.networkRuleSet", "microsoft.containerregistry", decide);
        if (row.Properties.At("networkRuleBypassOptions").Says("AzureServices"))
            Firewalls.Pass(door, "AzureServices", "properties.networkRuleBypassOptions");
        doors.Add(door);
    }

    public static void AppConfiguration(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "configurationStores") { Service = "AppConfiguration", LinkGroups = ["configurationStores"], Zones = ["privatelink.azconfig."] };
        AiServiceDoors.Name(door, row.Properties.At("endpoint").Text());
        // Left to itself a store is open until it has a private endpoint.
        var linked = row.Properties.At("privateEndpointConnections").Items().Any();
        Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", linked ? null : PublicAccess.Open);
        doors.Add(door);
    }
}

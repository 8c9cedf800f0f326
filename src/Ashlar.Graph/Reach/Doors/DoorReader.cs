namespace Ashlar.Graph.Reach.Doors;

/// <summary>Which doors a resource has, by its type.</summary>
internal static class DoorReader
{
    private static readonly Dictionary<string, Action<DoorRow, Children, List<Door>>> ByType = new(StringComparer.Ordinal)
    {
        ["microsoft.cognitiveservices/accounts"] = AiServiceDoors.Account,
        ["microsoft.search/searchservices"] = AiServiceDoors.Search,
        ["microsoft.botservice/botservices"] = AiServiceDoors.Bot,
        ["microsoft.machinelearningservices/workspaces"] = MachineLearningDoors.Workspace,
        ["microsoft.machinelearningservices/registries"] = MachineLearningDoors.Registry,
        ["microsoft.machinelearningservices/workspaces/onlineendpoints"] = MachineLearningDoors.OnlineEndpoint,
        ["microsoft.machinelearningservices/workspaces/computes"] = MachineLearningDoors.Compute,
        ["microsoft.storage/storageaccounts"] = StoreDoors.Storage,
        ["microsoft.keyvault/vaults"] = StoreDoors.Vault,
        ["microsoft.containerregistry/registries"] = StoreDoors.Registry,
        ["microsoft.appconfiguration/configurationstores"] = StoreDoors.AppConfiguration,
        ["microsoft.documentdb/databaseaccounts"] = DatabaseDoors.Cosmos,
        ["microsoft.sql/servers"] = DatabaseDoors.Sql,
        ["microsoft.dbforpostgresql/flexibleservers"] = DatabaseDoors.PostgreSql,
        ["microsoft.dbformysql/flexibleservers"] = DatabaseDoors.MySql,
        ["microsoft.cache/redis"] = DatabaseDoors.Redis,
        ["microsoft.cache/redisenterprise"] = DatabaseDoors.RedisEnterprise,
        ["microsoft.kusto/clusters"] = DatabaseDoors.Kusto,
        ["microsoft.synapse/workspaces"] = DatabaseDoors.Synapse,
        ["microsoft.eventhub/namespaces"] = MessageDoors.EventHubs,
        ["microsoft.servicebus/namespaces"] = MessageDoors.ServiceBus,
        ["microsoft.operationalinsights/workspaces"] = MessageDoors.Logs,
        ["microsoft.insights/components"] = MessageDoors.Logs,
        ["microsoft.web/sites"] = SiteDoors.Site,
        ["microsoft.web/sites/slots"] = SiteDoors.Site,
        ["microsoft.web/staticsites"] = SiteDoors.StaticSite,
        ["microsoft.app/containerapps"] = ContainerDoors.App,
        ["microsoft.app/jobs"] = ContainerDoors.Job,
        ["microsoft.containerinstance/containergroups"] = ContainerDoors.Group,
        ["microsoft.containerservice/managedclusters"] = ContainerDoors.Cluster,
        ["microsoft.apimanagement/service"] = GatewayDoors.ApiManagement,
        ["microsoft.network/applicationgateways"] = GatewayDoors.ApplicationGateway,
        ["microsoft.cdn/profiles"] = GatewayDoors.FrontDoor,
        ["microsoft.network/frontdoors"] = GatewayDoors.FrontDoor,
        ["microsoft.logic/workflows"] = PlatformDoors.Logic,
        ["microsoft.datafactory/factories"] = PlatformDoors.DataFactory,
        ["microsoft.databricks/workspaces"] = PlatformDoors.Databricks,
        ["microsoft.automation/automationaccounts"] = PlatformDoors.Automation,
    };

    /// <summary>Machines are read with their interfaces.</summary>
    public static readonly string[] Machines = ["microsoft.compute/virtualmachines", "microsoft.compute/virtualmachinescalesets"];

    /// <param name="type">Lower case.</param>
    public static bool Has(string type) => ByType.ContainsKey(type) || Machines.Contains(type);

    public static IEnumerable<string> Types => ByType.Keys.Concat(Machines);

    /// <summary>Types of rows below them that bear on their doors.</summary>
    public static readonly string[] Below =
    [
        "microsoft.sql/servers/firewallrules", "microsoft.sql/servers/virtualnetworkrules", "microsoft.dbforpostgresql/flexibleservers/firewallrules", "microsoft.dbformysql/flexibleservers/firewallrules",
        "microsoft.cache/redis/firewallrules", "microsoft.synapse/workspaces/firewallrules", "microsoft.eventhub/namespaces/networkrulesets", "microsoft.servicebus/namespaces/networkrulesets",
        "microsoft.machinelearningservices/workspaces/outboundrules", "microsoft.machinelearningservices/workspaces/onlineendpoints/deployments", "microsoft.search/searchservices/sharedprivatelinkresources",
        "microsoft.apimanagement/service/backends", "microsoft.web/sites/config", "microsoft.web/sites/slots/config", "microsoft.cdn/profiles/origingroups/origins",
        "microsoft.insights/privatelinkscopes/scopedresources", "microsoft.cognitiveservices/accounts/managednetworks/outboundrules",
    ];

    public static IReadOnlyList<Door> Read(DoorRow row, Children children)
    {
        var doors = new List<Door>();
        if (ByType.TryGetValue(row.Type, out var read))
            read(row, children, doors);
        if (!row.HasBody)
        {
            foreach (var door in doors)
                Bodiless(door);
        }

        return doors;
    }

    // Without a body no default counts either.
    private static void Bodiless(Door door)
    {
        door.Public = PublicAccess.Unknown;
        door.Azure = null;
        door.Outbound = door.Outbound == Outbound.None ? Outbound.None : Outbound.Unknown;
        door.Legs.Clear();
        door.Lacks("Its properties were not read: run the export kit, or az graph query.");
    }
}

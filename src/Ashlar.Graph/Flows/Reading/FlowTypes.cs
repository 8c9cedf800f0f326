using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Flows.Reading;

/// <summary>Which type of row is looked at for what.</summary>
internal static class FlowTypes
{
    public const string Project = AiTypes.Account + "/projects";
    public const string SiteSettings = "microsoft.web/sites/config";
    public const string Component = "microsoft.insights/components";
    public const string LogWorkspace = "microsoft.operationalinsights/workspaces";

    /// <summary>Read for their place alone: flows end here.</summary>
    public static readonly string[] Ends =
    [
        "microsoft.keyvault/vaults", LogWorkspace, "microsoft.eventhub/namespaces", "microsoft.servicebus/namespaces", "microsoft.sql/servers", "microsoft.cache/redis", "microsoft.kusto/clusters",
        Project, AiTypes.Gateway,
    ];

    /// <summary>Children that are ends of their own.</summary>
    public static readonly HashSet<string> EndsBelow = new(StringComparer.Ordinal)
    {
        Project, AiTypes.Workspace + "/onlineendpoints", AiTypes.Workspace + "/batchendpoints", AiTypes.Workspace + "/serverlessendpoints", "microsoft.web/sites/slots",
    };

    /// <summary>Types whose settings state flows. Their properties are parsed; those of no other are.</summary>
    public static IReadOnlyDictionary<string, Action<FlowRow, Ledger>> Finders(CapabilityHostFlows hosts)
    {
        var finders = new Dictionary<string, Action<FlowRow, Ledger>>(StringComparer.Ordinal)
        {
            [AiTypes.Account] = AccountFlows.Account,
            [AiTypes.Account + "/deployments"] = AccountFlows.Deployment,
            [AiTypes.Account + "/finetuningjobs"] = AccountFlows.FineTuningJob,
            [AiTypes.Account + "/connections"] = ConnectionFlows.Connection,
            [Project + "/connections"] = ConnectionFlows.Connection,
            [AiTypes.Account + "/capabilityhosts"] = (row, _) => hosts.CapabilityHost(row),
            [Project + "/capabilityhosts"] = (row, _) => hosts.CapabilityHost(row),
            [AiTypes.Workspace] = MachineLearningFlows.Workspace,
            [AiTypes.Workspace + "/connections"] = ConnectionFlows.Connection,
            [MachineLearningFlows.Datastores] = MachineLearningFlows.Datastore,
            [AiTypes.Workspace + "/data/versions"] = MachineLearningFlows.Asset,
            [AiTypes.Workspace + "/jobs"] = MachineLearningFlows.Asset,
            [AiTypes.Workspace + "/onlineendpoints/deployments"] = MachineLearningFlows.EndpointDeployment,
            [AiTypes.Workspace + "/batchendpoints/deployments"] = MachineLearningFlows.EndpointDeployment,
            [AiTypes.Workspace + "/serverlessendpoints"] = MachineLearningFlows.EndpointDeployment,
            [MachineLearningFlows.Registries] = MachineLearningFlows.Registry,
            [AiTypes.Search] = (_, _) => { },
            [AiTypes.Search + "/sharedprivatelinkresources"] = SearchFlows.PrivateLink,
            [SearchFlows.DataSources] = SearchFlows.DataSource,
            [SearchFlows.Skillsets] = SearchFlows.Skillset,
            [SearchFlows.Indexes] = SearchFlows.Index,
            [GatewayFlows.Backends] = GatewayFlows.Backend,
            [GatewayFlows.Apis] = GatewayFlows.Api,
            [GatewayFlows.Apis + "/policies"] = GatewayFlows.Policy,
            [AiTypes.Gateway + "/policies"] = GatewayFlows.Policy,
            [AiTypes.Gateway + "/products/policies"] = GatewayFlows.Policy,
            [GatewayFlows.Loggers] = GatewayFlows.Logger,
            [LogFlows.DiagnosticSettings] = LogFlows.DiagnosticSetting,
            [LogWorkspace + "/dataexports"] = LogFlows.DataExport,
            [LogWorkspace + "/linkedstorageaccounts"] = LogFlows.LinkedStorage,
            [Component] = LogFlows.Component,
            ["microsoft.eventgrid/eventsubscriptions"] = LogFlows.EventSubscription,
            ["microsoft.eventgrid/systemtopics"] = LogFlows.EventTopic,
            ["microsoft.eventgrid/systemtopics/eventsubscriptions"] = LogFlows.EventSubscription,
            [AiTypes.Storage] = StoreFlows.Storage,
            [StoreFlows.Containers] = StoreFlows.Container,
            [AiTypes.Storage + "/objectreplicationpolicies"] = StoreFlows.ObjectReplication,
            ["microsoft.documentdb/databaseaccounts"] = StoreFlows.Cosmos,
            ["microsoft.containerregistry/registries"] = StoreFlows.Registry,
            ["microsoft.containerregistry/registries/replications"] = StoreFlows.RegistryReplication,
            ["microsoft.dbforpostgresql/flexibleservers"] = StoreFlows.Replica,
            ["microsoft.dbformysql/flexibleservers"] = StoreFlows.Replica,
            ["microsoft.sql/servers/databases/schemas/tables/columns/sensitivitylabels"] = StoreFlows.SensitivityLabel,
        };
        foreach (var app in AiTypes.Apps.Concat([AiTypes.Cluster, AiTypes.Bot, "microsoft.network/applicationgateways", "microsoft.cdn/profiles", "microsoft.network/frontdoors"]))
            finders[app] = AppFlows.App;
        foreach (var part in new[] { SiteSettings, "microsoft.web/sites/slots/config", "microsoft.web/staticsites/config", "microsoft.datafactory/factories/linkedservices", "microsoft.synapse/workspaces/linkedservices", "microsoft.cdn/profiles/origingroups/origins" })
            finders[part] = AppFlows.Part;
        return finders;
    }
}

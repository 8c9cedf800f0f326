using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>What a resource type is to an AI workload.</summary>
internal static class AiTypes
{
    public const string Account = "microsoft.cognitiveservices/accounts";
    public const string Workspace = "microsoft.machinelearningservices/workspaces";
    public const string Search = "microsoft.search/searchservices";
    public const string Bot = "microsoft.botservice/botservices";
    public const string Cluster = "microsoft.containerservice/managedclusters";
    public const string ContainerApp = "microsoft.app/containerapps";
    public const string ContainerGroup = "microsoft.containerinstance/containergroups";
    public const string Gateway = "microsoft.apimanagement/service";
    public const string PrivateEndpoint = "microsoft.network/privateendpoints";
    public const string Storage = "microsoft.storage/storageaccounts";
    public const string UserIdentity = "microsoft.managedidentity/userassignedidentities";

    /// <summary>Always AI.</summary>
    public static readonly string[] Roots = [Account, Workspace, Search, Bot];

    /// <summary>May name an AI resource in its settings and then belongs to what it calls.</summary>
    public static readonly string[] Apps =
    [
        "microsoft.web/sites", "microsoft.web/sites/slots", "microsoft.web/staticsites", ContainerApp, "microsoft.app/jobs", ContainerGroup,
        "microsoft.logic/workflows", "microsoft.datafactory/factories", "microsoft.synapse/workspaces", "microsoft.databricks/workspaces",
        "microsoft.automation/automationaccounts",
    ];

    /// <summary>Stands before many systems: a member of each, never what joins them.</summary>
    public static readonly string[] Gateways = [Gateway, "microsoft.network/applicationgateways", "microsoft.cdn/profiles", "microsoft.network/frontdoors"];

    private static readonly Dictionary<string, AiRole> ByProvider = new(StringComparer.Ordinal)
    {
        ["microsoft.search"] = AiRole.Index,
        ["microsoft.storage"] = AiRole.Data,
        ["microsoft.documentdb"] = AiRole.Data,
        ["microsoft.sql"] = AiRole.Data,
        ["microsoft.dbforpostgresql"] = AiRole.Data,
        ["microsoft.dbformysql"] = AiRole.Data,
        ["microsoft.cache"] = AiRole.Data,
        ["microsoft.kusto"] = AiRole.Data,
        ["microsoft.synapse"] = AiRole.Data,
        ["microsoft.databricks"] = AiRole.Data,
        ["microsoft.fabric"] = AiRole.Data,
        ["microsoft.datafactory"] = AiRole.Data,
        ["microsoft.purview"] = AiRole.Data,
        ["microsoft.eventhub"] = AiRole.Data,
        ["microsoft.servicebus"] = AiRole.Data,
        ["microsoft.keyvault"] = AiRole.Secrets,
        ["microsoft.appconfiguration"] = AiRole.Secrets,
        ["microsoft.managedidentity"] = AiRole.Identity,
        ["microsoft.containerregistry"] = AiRole.Registry,
        ["microsoft.network"] = AiRole.Network,
        ["microsoft.insights"] = AiRole.Monitor,
        ["microsoft.operationalinsights"] = AiRole.Monitor,
        ["microsoft.compute"] = AiRole.Compute,
        ["microsoft.containerservice"] = AiRole.Compute,
        ["microsoft.botservice"] = AiRole.App,
        ["microsoft.logic"] = AiRole.App,
        ["microsoft.apimanagement"] = AiRole.Gateway,
        ["microsoft.cdn"] = AiRole.Gateway,
    };

    private static readonly Dictionary<string, AiRole> ByType = new(StringComparer.Ordinal)
    {
        [Account] = AiRole.Model,
        [Account + "/deployments"] = AiRole.Model,
        [Account + "/raipolicies"] = AiRole.Model,
        [Account + "/raiblocklists"] = AiRole.Model,
        [Workspace] = AiRole.Project,
        [Workspace + "/onlineendpoints"] = AiRole.Model,
        [Workspace + "/onlineendpoints/deployments"] = AiRole.Model,
        [Workspace + "/batchendpoints"] = AiRole.Model,
        [Workspace + "/serverlessendpoints"] = AiRole.Model,
        [Workspace + "/computes"] = AiRole.Compute,
        [Workspace + "/datastores"] = AiRole.Data,
        [Workspace + "/outboundrules"] = AiRole.Network,
        ["microsoft.machinelearningservices/registries"] = AiRole.Registry,
        ["microsoft.app/managedenvironments"] = AiRole.Compute,
        ["microsoft.web/serverfarms"] = AiRole.Compute,
        ["microsoft.network/applicationgateways"] = AiRole.Gateway,
        ["microsoft.network/frontdoors"] = AiRole.Gateway,
    };

    public static AiRole Role(string type)
    {
        if (ByType.TryGetValue(type, out var role))
            return role;
        if (type.StartsWith(Account, StringComparison.Ordinal) || type.StartsWith("microsoft.machinelearningservices/", StringComparison.Ordinal))
            return AiRole.Project;
        if (type.StartsWith("microsoft.web/", StringComparison.Ordinal) || type.StartsWith("microsoft.app/", StringComparison.Ordinal) || type.StartsWith(ContainerGroup, StringComparison.Ordinal))
            return AiRole.App;
        var provider = type.AsSpan(0, Math.Max(0, type.IndexOf('/', StringComparison.Ordinal)));
        return ByProvider.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(provider, out role) ? role : AiRole.Other;
    }

    /// <summary>Not a part of any system: what governs, counts or deploys it.</summary>
    public static bool IsPartOfNothing(string type) =>
        type.StartsWith("microsoft.authorization/", StringComparison.Ordinal)
        || type.StartsWith("microsoft.resources/", StringComparison.Ordinal)
        || type.StartsWith("microsoft.policyinsights/", StringComparison.Ordinal)
        || type.StartsWith("microsoft.security/", StringComparison.Ordinal)
        || type.StartsWith("microsoft.features/", StringComparison.Ordinal);
}

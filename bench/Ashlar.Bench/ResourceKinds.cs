namespace Ashlar.Bench;

/// <summary>Twenty types, the first ten of them in the scope of some control; good and bad settings alike.</summary>
internal static class ResourceKinds
{
    private static readonly ResourceKind Account = new("Microsoft.CognitiveServices/accounts", "ai", Accounts, Kind: "OpenAI");
    private static readonly ResourceKind Workspace = new("Microsoft.MachineLearningServices/workspaces", "ml", Workspaces, Kind: "Default");

    public static IReadOnlyList<ResourceKind> All { get; } =
    [
        Account,
        new("Microsoft.CognitiveServices/accounts/deployments", "dep", Deployments, Account, "", "GlobalStandard", "DataZoneStandard", "Standard"),
        Workspace,
        new("Microsoft.MachineLearningServices/workspaces/computes", "ci", Computes, Workspace),
        new("Microsoft.Search/searchServices", "srch", SearchServices),
        new("Microsoft.Storage/storageAccounts", "st", StorageAccounts, Kind: "StorageV2"),
        new("Microsoft.KeyVault/vaults", "kv", Vaults),
        new("Microsoft.ContainerRegistry/registries", "cr", Registries),
        new("Microsoft.ContainerService/managedClusters", "aks", Clusters),
        new("Microsoft.MachineLearningServices/workspaces/onlineEndpoints", "ep", Endpoints, Workspace, "Managed"),
        new("Microsoft.Compute/virtualMachines", "vm", Plain("hardwareProfile", "Standard_D4s_v5")),
        new("Microsoft.Compute/disks", "disk", Plain("diskState", "Attached")),
        new("Microsoft.Network/networkInterfaces", "nic", Plain("nicType", "Standard")),
        new("Microsoft.Network/networkSecurityGroups", "nsg", Plain("flushConnection", "false")),
        new("Microsoft.Network/publicIPAddresses", "pip", Plain("publicIPAllocationMethod", "Static")),
        new("Microsoft.Network/virtualNetworks", "vnet", Plain("privateEndpointVNetPolicies", "Disabled")),
        new("Microsoft.Web/sites", "app", Plain("state", "Running")),
        new("Microsoft.Insights/components", "appi", Plain("Application_Type", "web")),
        new("Microsoft.Logic/workflows", "logic", Plain("state", "Enabled")),
        new("Microsoft.Sql/servers", "sql", Plain("version", "12.0")),
    ];

    /// <summary>The same without AI: what stands in the other blocks of a whole tenant.</summary>
    public static IReadOnlyList<ResourceKind> Ordinary { get; } =
    [
        new(ManagedIdentities.Type, "id", (ref dice, at, name) => $"\"tenantId\":\"{Placement.Tenant}\",\"principalId\":\"{Ids.UserAssigned(at.Number)}\",\"clientId\":\"{Ids.Of(5, at.Number)}\""),
        new("Microsoft.App/containerApps", "ca", Plain("runningStatus", "Running")),
        new("Microsoft.DocumentDB/databaseAccounts", "cosmos", Databases, Kind: "GlobalDocumentDB"),
        new("Microsoft.Compute/virtualMachines", "vm", Plain("hardwareProfile", "Standard_D8s_v5")),
        new("Microsoft.DataFactory/factories", "adf", Plain("createTime", "2025-01-01T00:00:00Z")),
        .. All.Skip(5).Take(4),
        new("Microsoft.Automation/automationAccounts", "aa", Plain("state", "Ok")),
        .. All.Skip(10),
    ];

    private static string Databases(ref Dice dice, Placement at, string name) =>
        $$"""
        "documentEndpoint":"https://{{name}}.documents.azure.com:443/","databaseAccountOfferType":"Standard","disableLocalAuth":{{Bool(ref dice)}},"publicNetworkAccess":"{{dice.Either("Enabled", "Disabled")}}","ipRules":[],"isVirtualNetworkFilterEnabled":false,{{Connections(ref dice, at, name)}}
        """;

    private static string Accounts(ref Dice dice, Placement at, string name) =>
        $$"""
        "endpoint":"https://{{name}}.openai.azure.com/","customSubDomainName":"{{name}}","disableLocalAuth":{{Bool(ref dice)}},"publicNetworkAccess":"{{dice.Either("Enabled", "Disabled")}}","restrictOutboundNetworkAccess":{{Bool(ref dice)}},{{Acls(ref dice)}},{{Connections(ref dice, at, name)}}
        """;

    private static string Deployments(ref Dice dice, Placement at, string name) =>
        $$"""
        "model":{"format":"OpenAI","name":"{{dice.Either("gpt-4.1", "gpt-35-turbo")}}","version":"2025-04-14"},"versionUpgradeOption":"{{dice.Either("NoAutoUpgrade", "OnceNewDefaultVersionAvailable")}}","raiPolicyName":"{{dice.Either("Microsoft.DefaultV2", "relaxed")}}","currentCapacity":{{dice.Next(200)}}
        """;

    private static string Workspaces(ref Dice dice, Placement at, string name) =>
        $$"""
        "friendlyName":"{{name}}","storageAccount":"{{at.Id("Microsoft.Storage/storageAccounts", "st", at.Number + 3)}}","keyVault":"{{at.Id("Microsoft.KeyVault/vaults", "kv", at.Number + 4)}}","publicNetworkAccess":"{{dice.Either("Enabled", "Disabled")}}","hbiWorkspace":false,"v1LegacyMode":false,"managedNetwork":{"isolationMode":"{{dice.Either("AllowInternetOutbound", "AllowOnlyApprovedOutbound")}}"},{{Connections(ref dice, at, name)}}
        """;

    private static string Computes(ref Dice dice, Placement at, string name) =>
        $$"""
        "computeType":"ComputeInstance","disableLocalAuth":{{Bool(ref dice)}},"properties":{"vmSize":"STANDARD_DS3_V2","enableNodePublicIP":{{Bool(ref dice)}},"sshSettings":{"sshPublicAccess":"{{dice.Either("Enabled", "Disabled")}}"},"state":"Running"}
        """;

    private static string SearchServices(ref Dice dice, Placement at, string name) =>
        $$"""
        "status":"running","replicaCount":{{1 + dice.Next(3)}},"partitionCount":1,"disableLocalAuth":{{Bool(ref dice)}},"publicNetworkAccess":"{{dice.Either("enabled", "disabled")}}","networkRuleSet":{"ipRules":[],"bypass":"{{dice.Either("None", "AzureServices")}}"},"encryptionWithCmk":{"enforcement":"Unspecified"},{{Connections(ref dice, at, name)}}
        """;

    private static string StorageAccounts(ref Dice dice, Placement at, string name) =>
        $$"""
        "primaryEndpoints":{"blob":"https://{{name}}.blob.core.windows.net/"},"minimumTlsVersion":"{{dice.Either("TLS1_2", "TLS1_0")}}","supportsHttpsTrafficOnly":true,"allowBlobPublicAccess":{{Bool(ref dice)}},"allowSharedKeyAccess":{{Bool(ref dice)}},"publicNetworkAccess":"{{dice.Either("Enabled", "Disabled")}}","encryption":{"keySource":"Microsoft.Storage"},{{Acls(ref dice)}},{{Connections(ref dice, at, name)}}
        """;

    private static string Vaults(ref Dice dice, Placement at, string name) =>
        $$"""
        "vaultUri":"https://{{name}}.vault.azure.net/","enableRbacAuthorization":{{Bool(ref dice)}},"enableSoftDelete":true,"enablePurgeProtection":{{Bool(ref dice)}},"publicNetworkAccess":"{{dice.Either("Enabled", "Disabled")}}","accessPolicies":[],{{Acls(ref dice)}},{{Connections(ref dice, at, name)}}
        """;

    private static string Registries(ref Dice dice, Placement at, string name) =>
        $$"""
        "loginServer":"{{name}}.azurecr.io","adminUserEnabled":{{Bool(ref dice)}},"anonymousPullEnabled":{{Bool(ref dice)}},"publicNetworkAccess":"{{dice.Either("Enabled", "Disabled")}}","policies":{"exportPolicy":{"status":"enabled"} },{{Connections(ref dice, at, name)}}
        """;

    private static string Clusters(ref Dice dice, Placement at, string name) =>
        $$"""
        "kubernetesVersion":"1.33","disableLocalAccounts":{{Bool(ref dice)}},"enableRBAC":true,"aadProfile":{"managed":true,"enableAzureRBAC":{{Bool(ref dice)}} },"apiServerAccessProfile":{"enablePrivateCluster":{{Bool(ref dice)}} },"oidcIssuerProfile":{"enabled":true},"securityProfile":{"workloadIdentity":{"enabled":{{Bool(ref dice)}} } }
        """;

    private static string Endpoints(ref Dice dice, Placement at, string name) =>
        $$"""
        "authMode":"{{dice.Either("Key", "AADToken")}}","publicNetworkAccess":"{{dice.Either("Enabled", "Disabled")}}","scoringUri":"https://{{name}}.{{at.Location}}.inference.ml.azure.com/score","traffic":{"blue":100}
        """;

    private static ResourceKind.Write Plain(string property, string value) => (ref Dice dice, Placement at, string name) =>
        $$"""
        "{{property}}":"{{value}}","resourceGuid":"be0c0002-0000-4000-8000-{{at.Number:d12}}","weight":{{dice.Next(1000)}}
        """;

    private static string Bool(ref Dice dice) => dice.Either("true", "false");

    private static string Acls(ref Dice dice) =>
        $$"""
        "networkAcls":{"bypass":"AzureServices","defaultAction":"{{dice.Either("Allow", "Deny")}}","ipRules":[{"value":"203.0.113.{{dice.Next(256)}}"}],"virtualNetworkRules":[]}
        """;

    private static string Connections(ref Dice dice, Placement at, string name) => dice.Yes()
        ? "\"privateEndpointConnections\":[]"
        : $$"""
          "privateEndpointConnections":[{"id":"{{at.Scope}}/providers/x/{{name}}/privateEndpointConnections/pe","name":"pe","properties":{"privateEndpoint":{"id":"{{at.Id("Microsoft.Network/privateEndpoints", "pe", at.Number)}}"},"privateLinkServiceConnectionState":{"status":"{{dice.Either("Approved", "Pending")}}","actionsRequired":"None"} } }]
          """;
}

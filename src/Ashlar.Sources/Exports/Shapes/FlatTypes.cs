using System.Collections.Frozen;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>The flattened types that can be put back. A type that is not here keeps its row without properties.</summary>
/// <remarks>
/// Storage: az output published in Azure's documentation. The others follow the rule by which az writes the attributes of the Python SDK
/// (snake case to camel case, so <c>enableAzureRBAC</c> becomes <c>enableAzureRbac</c>) and have not been held against live output; a name that is
/// missed leaves its property unreported, which no control takes for a pass without a cited default.
/// </remarks>
internal static class FlatTypes
{
    private static readonly Dictionary<string, string> Same = [];

    public static FrozenDictionary<string, FlatType> All { get; } = new[]
    {
        new FlatType(
            "microsoft.storage/storageaccounts",
            new Dictionary<string, string>
            {
                ["networkRuleSet"] = "networkAcls",
                ["enableHttpsTrafficOnly"] = "supportsHttpsTrafficOnly",
                ["enableNfsV3"] = "isNfsV3Enabled",
                ["networkRuleSet.ipRules[].ipAddressOrRange"] = "value",
                ["networkRuleSet.virtualNetworkRules[].virtualNetworkResourceId"] = "id",
                ["encryption.keyVaultProperties"] = "keyvaultproperties",
                ["encryption.keyVaultProperties.keyName"] = "keyname",
                ["encryption.keyVaultProperties.keyVersion"] = "keyversion",
                ["encryption.keyVaultProperties.keyVaultUri"] = "keyvaulturi",
                ["encryption.encryptionIdentity"] = "identity",
                ["encryption.encryptionIdentity.encryptionUserAssignedIdentity"] = "userAssignedIdentity",
                ["encryption.encryptionIdentity.encryptionFederatedIdentityClientId"] = "federatedIdentityClientId",
            },
            ["privateEndpointConnections"],
            "provisioningState"),
        new FlatType("microsoft.search/searchservices", Same, ["privateEndpointConnections", "sharedPrivateLinkResources"], "provisioningState"),
        new FlatType(
            "microsoft.containerregistry/registries",
            new Dictionary<string, string>
            {
                ["networkRuleSet.ipRules[].ipAddressOrRange"] = "value",
                ["networkRuleSet.virtualNetworkRules[].virtualNetworkResourceId"] = "id",
                ["policies.azureAdAuthenticationAsArmPolicy"] = "azureADAuthenticationAsArmPolicy",
            },
            ["privateEndpointConnections"],
            "provisioningState"),
        new FlatType(
            "microsoft.containerservice/managedclusters",
            new Dictionary<string, string>
            {
                ["enableRbac"] = "enableRBAC",
                ["privateFqdn"] = "privateFQDN",
                ["azurePortalFqdn"] = "azurePortalFQDN",
                ["diskEncryptionSetId"] = "diskEncryptionSetID",
                ["aadProfile.enableAzureRbac"] = "enableAzureRBAC",
                ["aadProfile.adminGroupObjectIds"] = "adminGroupObjectIDs",
                ["aadProfile.clientAppId"] = "clientAppID",
                ["aadProfile.serverAppId"] = "serverAppID",
                ["aadProfile.tenantId"] = "tenantID",
                ["oidcIssuerProfile.issuerUrl"] = "issuerURL",
                ["agentPoolProfiles[].vnetSubnetId"] = "vnetSubnetID",
                ["agentPoolProfiles[].podSubnetId"] = "podSubnetID",
                ["agentPoolProfiles[].enableNodePublicIp"] = "enableNodePublicIP",
                ["agentPoolProfiles[].nodePublicIpPrefixId"] = "nodePublicIPPrefixID",
                ["agentPoolProfiles[].osDiskSizeGb"] = "osDiskSizeGB",
                ["agentPoolProfiles[].enableFips"] = "enableFIPS",
                ["apiServerAccessProfile.authorizedIpRanges"] = "authorizedIPRanges",
                ["apiServerAccessProfile.privateDnsZone"] = "privateDNSZone",
                ["apiServerAccessProfile.enablePrivateClusterPublicFqdn"] = "enablePrivateClusterPublicFQDN",
                ["networkProfile.dnsServiceIp"] = "dnsServiceIP",
            },
            ["privateEndpointConnections"],
            "provisioningState"),
        new FlatType("microsoft.network/networksecuritygroups", Same, ["securityRules", "defaultSecurityRules"]),
        new FlatType("microsoft.network/privateendpoints", Same, ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"]),
        new FlatType("microsoft.network/virtualnetworks", Same, ["subnets", "virtualNetworkPeerings"]),
        new FlatType("microsoft.network/privatednszones", Same, []),
        new FlatType("microsoft.network/privatednszones/virtualnetworklinks", Same, []),
        new FlatType("microsoft.managedidentity/userassignedidentities", Same, []),
        new FlatType("microsoft.managedidentity/userassignedidentities/federatedidentitycredentials", Same, []),
        new FlatType("microsoft.insights/diagnosticsettings", Same, []),
        new FlatType("microsoft.authorization/locks", Same, []),
        new FlatType("microsoft.authorization/roleassignments", Same, []),
        new FlatType("microsoft.authorization/denyassignments", Same, []),
        new FlatType("microsoft.authorization/roledefinitions", new Dictionary<string, string> { ["roleType"] = "type" }, []),
        new FlatType("microsoft.authorization/policyassignments", Same, []),
        new FlatType("microsoft.authorization/policydefinitions", Same, []),
        new FlatType("microsoft.authorization/policysetdefinitions", Same, []),
        new FlatType("microsoft.authorization/policyexemptions", Same, []),
        new FlatType("microsoft.management/managementgroups", Same, []),
        new FlatType("microsoft.security/pricings", Same, []),
        new FlatType("microsoft.storage/storageaccounts/blobservices", Same, []),
        new FlatType("microsoft.storage/storageaccounts/blobservices/containers", Same, []),
    }.ToFrozenDictionary(t => t.Type, StringComparer.Ordinal);
}

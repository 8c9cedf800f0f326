namespace Ashlar.Sources.Tests;

/// <summary>What `az … list` makes of types whose SDK models are flat.</summary>
public sealed class FlattenedListsTests
{
    [Fact]
    public void A_storage_account_gets_ARM_names_back_and_nulls_stay_unreported()
    {
        using var export = Export.Of($$"""
            [{"accessTier":"Hot","allowBlobPublicAccess":false,"allowSharedKeyAccess":null,"enableHttpsTrafficOnly":true,"id":"{{Export.Storage}}","kind":"StorageV2","location":"westeurope",
              "encryption":{"encryptionIdentity":{"encryptionUserAssignedIdentity":"/subscriptions/i"},"keySource":"Microsoft.Keyvault","keyVaultProperties":{"keyName":"k","keyVaultUri":"https://v","keyVersion":null} },
              "identity":null,"name":"st1","networkRuleSet":{"bypass":"AzureServices","defaultAction":"Deny","ipRules":[{"action":"Allow","ipAddressOrRange":"1.2.3.4"}],"virtualNetworkRules":[{"action":"Allow","virtualNetworkResourceId":"/subscriptions/n"}]},
              "privateEndpointConnections":[{"id":"{{Export.Storage}}/privateEndpointConnections/p","name":"p","privateEndpoint":{"id":"/subscriptions/e"},"privateLinkServiceConnectionState":{"status":"Approved"},"provisioningState":"Succeeded","resourceGroup":"rg-ai","type":"x"}],
              "publicNetworkAccess":null,"provisioningState":"Succeeded","resourceGroup":"rg-ai","sku":{"name":"Standard_LRS","tier":"Standard"},"tags":{},"type":"Microsoft.Storage/storageAccounts"}]
            """);

        Assert.Equal(
            "{\"accessTier\":\"Hot\",\"allowBlobPublicAccess\":false,\"supportsHttpsTrafficOnly\":true,"
            + "\"encryption\":{\"identity\":{\"userAssignedIdentity\":\"/subscriptions/i\"},\"keySource\":\"Microsoft.Keyvault\",\"keyvaultproperties\":{\"keyname\":\"k\",\"keyvaulturi\":\"https://v\"}},"
            + "\"networkAcls\":{\"bypass\":\"AzureServices\",\"defaultAction\":\"Deny\",\"ipRules\":[{\"action\":\"Allow\",\"value\":\"1.2.3.4\"}],\"virtualNetworkRules\":[{\"action\":\"Allow\",\"id\":\"/subscriptions/n\"}]},"
            + "\"privateEndpointConnections\":[{\"id\":\"" + Export.Storage + "/privateEndpointConnections/p\",\"name\":\"p\",\"resourceGroup\":\"rg-ai\",\"type\":\"x\","
            + "\"properties\":{\"privateEndpoint\":{\"id\":\"/subscriptions/e\"},\"privateLinkServiceConnectionState\":{\"status\":\"Approved\"},\"provisioningState\":\"Succeeded\"}}],\"provisioningState\":\"Succeeded\"}",
            export.Properties(Export.Storage));
        Assert.Equal("{\"name\":\"Standard_LRS\",\"tier\":\"Standard\"}", export.One("resources | project sku"));
        Assert.True(export.HasBody());
    }

    [Fact]
    public void A_search_service_and_a_registry_keep_their_names_below_properties()
    {
        const string Search = Export.Subscription + "/resourceGroups/rg/providers/Microsoft.Search/searchServices/s";
        const string Registry = Export.Subscription + "/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/r";
        using var export = Export.Of($$"""
            [{"authOptions":null,"disableLocalAuth":true,"provisioningState":"succeeded","id":"{{Search}}","location":"x","name":"s","networkRuleSet":{"ipRules":[]},"publicNetworkAccess":"disabled","sku":{"name":"basic"},"type":"Microsoft.Search/searchServices"},
             {"adminUserEnabled":true,"provisioningState":"Succeeded","id":"{{Registry}}","name":"r","networkRuleSet":{"defaultAction":"Deny","ipRules":[{"action":"Allow","ipAddressOrRange":"1.2.3.4"}]},"type":"Microsoft.ContainerRegistry/registries"}]
            """);

        Assert.Equal("{\"disableLocalAuth\":true,\"provisioningState\":\"succeeded\",\"networkRuleSet\":{\"ipRules\":[]},\"publicNetworkAccess\":\"disabled\"}", export.Properties(Search));
        Assert.Equal("{\"adminUserEnabled\":true,\"provisioningState\":\"Succeeded\",\"networkRuleSet\":{\"defaultAction\":\"Deny\",\"ipRules\":[{\"action\":\"Allow\",\"value\":\"1.2.3.4\"}]}}", export.Properties(Registry));
    }

    [Fact]
    public void A_cluster_gets_the_capitals_of_ARM_back()
    {
        const string Cluster = Export.Subscription + "/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/k";
        using var export = Export.Of($$"""[{"id":"{{Cluster}}","type":"Microsoft.ContainerService/ManagedClusters","name":"k","provisioningState":"Succeeded","enableRbac":true,"aadProfile":{"enableAzureRbac":true,"managed":true},"oidcIssuerProfile":{"enabled":true,"issuerUrl":"https://i"} }]""");

        Assert.Equal("{\"provisioningState\":\"Succeeded\",\"enableRBAC\":true,\"aadProfile\":{\"enableAzureRBAC\":true,\"managed\":true},\"oidcIssuerProfile\":{\"enabled\":true,\"issuerURL\":\"https://i\"}}", export.Properties(Cluster));
    }

    [Fact]
    public void Role_assignments_and_definitions_have_the_shape_of_Resource_Graph()
    {
        using var export = Export.Of($$"""
            [{"condition":null,"id":"{{Export.Account}}/providers/Microsoft.Authorization/roleAssignments/r1","name":"r1","principalId":"p1","principalName":"ann","principalType":"User","roleDefinitionId":"/x/roleDefinitions/d","scope":"{{Export.Account}}","type":"Microsoft.Authorization/roleAssignments"},
             {"assignableScopes":["/"],"description":"d","id":"/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/d","name":"d","permissions":[{"actions":["*"]}],"roleName":"Owner","roleType":"BuiltInRole","type":"Microsoft.Authorization/roleDefinitions"}]
            """);

        Assert.Equal(
            [["microsoft.authorization/roleassignments", "p1", ""], ["microsoft.authorization/roledefinitions", "", "BuiltInRole"]],
            export.Rows("authorizationresources | project type, tostring(properties.principalId), tostring(properties.type) | order by type asc"));
    }

    [Fact]
    public void A_flattened_type_that_is_not_known_keeps_its_row_without_properties()
    {
        const string Cosmos = Export.Subscription + "/resourceGroups/rg/providers/Microsoft.DocumentDB/databaseAccounts/c";
        using var export = Export.Of($$"""[{"id":"{{Cosmos}}","type":"Microsoft.DocumentDB/databaseAccounts","name":"c","disableLocalAuth":true}]""");

        Assert.Equal([Cosmos, null], Assert.Single(export.Rows("resources | project id, properties")));
        Assert.Contains(export.Diagnostics, d => d.Code == SourceCodes.NoBody && d.Message.Contains("Microsoft.DocumentDB/databaseAccounts"));
    }

    [Fact]
    public void The_machine_learning_extensions_own_shape_keeps_its_row_without_properties()
    {
        const string Workspace = Export.Subscription + "/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w";
        using var export = Export.Of($$"""[{"id":"{{Workspace}}","name":"w","public_network_access":"Enabled","resource_group":"rg","managed_network":{"isolation_mode":"disabled"} }]""");

        Assert.Equal(["microsoft.machinelearningservices/workspaces", null], Assert.Single(export.Rows("resources | project type, properties")));
        Assert.Contains(export.Diagnostics, d => d.Code == SourceCodes.NoBody && d.Message.Contains("az rest"));
    }

    [Fact]
    public void Subscriptions_of_az_account_list_are_containers()
    {
        using var export = Export.Of("""[{"cloudName":"AzureCloud","homeTenantId":"t","id":"11111111-1111-1111-1111-111111111111","isDefault":true,"name":"Prod","state":"Enabled","tenantId":"t1","user":{"name":"x","type":"user"} }]""");

        Assert.Equal(
            [Export.Subscription, "Prod", "microsoft.resources/subscriptions", "t1"],
            Assert.Single(export.Rows("resourcecontainers | project id, name, type, tenantId")));
    }

    [Fact]
    public void Resource_groups_have_the_type_of_Resource_Graph()
    {
        using var export = Export.Of($$"""[{"id":"{{Export.Subscription}}/resourceGroups/RG-Ai","location":"x","managedBy":null,"name":"RG-Ai","properties":{"provisioningState":"Succeeded"},"tags":null,"type":"Microsoft.Resources/resourceGroups"}]""");
        Assert.Equal(["RG-Ai", "rg-ai", "microsoft.resources/subscriptions/resourcegroups"], Assert.Single(export.Rows("resourcecontainers | project name, resourceGroup, type")));
    }
}

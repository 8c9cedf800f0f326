namespace Ashlar.Sources.Tests;

public sealed class PowerShellTests
{
    [Fact]
    public void Get_AzResource_rows_become_what_Resource_Graph_shows()
    {
        using var export = Export.Of($$"""
            [{"ResourceId":"{{Export.Account}}","Id":"{{Export.Account}}","Identity":{"PrincipalId":"p","TenantId":"t","Type":"UserAssigned","UserAssignedIdentities":{"/subscriptions/X/Id":{"ClientId":"c","PrincipalId":"q"} } },
              "Kind":"OpenAI","Location":"westeurope","ManagedBy":null,"ResourceName":"Chat","Name":"Chat","Plan":null,
              "Properties":{"networkAcls":{"defaultAction":"Deny"},"disableLocalAuth":true},"ResourceGroupName":"RG-Ai","Type":"Microsoft.CognitiveServices/accounts",
              "ResourceType":"Microsoft.CognitiveServices/accounts","Sku":{"Name":"S0","Tier":null},"Tags":{"CostCenter":"Ops"},"SubscriptionId":"11111111-1111-1111-1111-111111111111"}]
            """);

        Assert.Equal(
            [
                Export.Account, "Chat", "microsoft.cognitiveservices/accounts", "OpenAI", "rg-ai", "{\"name\":\"S0\"}", "{\"CostCenter\":\"Ops\"}",
                "{\"principalId\":\"p\",\"tenantId\":\"t\",\"type\":\"UserAssigned\",\"userAssignedIdentities\":{\"/subscriptions/X/Id\":{\"clientId\":\"c\",\"principalId\":\"q\"}}}",
                "{\"networkAcls\":{\"defaultAction\":\"Deny\"},\"disableLocalAuth\":true}",
            ],
            Assert.Single(export.Rows("resources | project id, name, type, kind, resourceGroup, sku, tags, identity, properties")));
    }

    [Fact]
    public void Typed_properties_get_camel_case_and_keys_that_are_data_stay()
    {
        using var export = Export.Of($$"""
            {"Id":"{{Export.Account}}","Type":"Microsoft.CognitiveServices/accounts","Properties":{
              "PublicNetworkAccess":"Disabled","NetworkAcls":{"DefaultAction":"Deny","IPRules":[{"Value":"1.2.3.4"}]},
              "ManagedNetwork":{"OutboundRules":{"Allow-HR":{"Type":"FQDN"} } },"Metadata":{"MyKey":{"Inner":1} } } }
            """);

        Assert.Equal(
            "{\"publicNetworkAccess\":\"Disabled\",\"networkAcls\":{\"defaultAction\":\"Deny\",\"ipRules\":[{\"value\":\"1.2.3.4\"}]},\"managedNetwork\":{\"outboundRules\":{\"Allow-HR\":{\"type\":\"FQDN\"}}},\"metadata\":{\"MyKey\":{\"inner\":1}}}",
            export.Properties(Export.Account));
    }

    [Fact]
    public void ARM_properties_that_have_one_capital_key_are_left_alone()
    {
        using var export = Export.Of($$"""{"Id":"{{Export.Account}}","Type":"Microsoft.CognitiveServices/accounts","Properties":{"EnabledApiTypes":"Sql","ipRules":[]} }""");
        Assert.Equal("{\"EnabledApiTypes\":\"Sql\",\"ipRules\":[]}", export.Properties(Export.Account));
    }

    [Fact]
    public void A_typed_object_without_properties_is_not_guessed_at()
    {
        using var export = Export.Of($$"""{"ResourceGroupName":"rg-ai","StorageAccountName":"st1","Id":"{{Export.Storage}}","NetworkRuleSet":{"DefaultAction":0},"EnableHttpsTrafficOnly":true}""");

        Assert.Equal(["microsoft.storage/storageaccounts", null], Assert.Single(export.Rows("resources | project type, properties")));
        Assert.False(export.HasBody());
        Assert.Contains(export.Diagnostics, d => d.Code == SourceCodes.NoBody && d.Message.Contains("Get-AzResource -ExpandProperties"));
    }

    [Fact]
    public void Extension_resources_get_their_own_type_not_that_of_what_they_extend()
    {
        const string Id = Export.Account + "/providers/microsoft.insights/diagnosticSettings/all";
        using var export = Export.Of($$"""{"ResourceId":"{{Id}}","Name":"all","Type":"microsoft.cognitiveservices/accounts","ExtensionResourceType":"microsoft.insights/diagnosticSettings","Properties":{"logs":[]} }""");

        Assert.Equal([Id, "all", "microsoft.insights/diagnosticsettings"], Assert.Single(export.Rows("armresources | project id, name, type")));
    }

    [Theory]
    [InlineData("Microsoft.Network/virtualNetworks/subnets/providers/roleAssignments")]
    [InlineData("Microsoft.Network/virtualNetworks/subnets")]
    public void The_id_of_an_extension_tells_its_type_whatever_is_reported(string reported)
    {
        const string Id = Export.Subscription + "/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s/providers/Microsoft.Authorization/roleAssignments/r";
        using var export = Export.Of($$"""{"Id":"{{Id}}","Name":"v/s/r","Type":"{{reported}}","Properties":{"principalId":"p"} }""");

        Assert.Equal([Id, "r", "microsoft.authorization/roleassignments"], Assert.Single(export.Rows("authorizationresources | project id, name, type")));
    }

    [Fact]
    public void Role_assignments_of_the_Az_module_have_the_shape_of_Resource_Graph()
    {
        using var export = Export.Of($$"""
            [{"RoleAssignmentName":"r1","RoleAssignmentId":"{{Export.Account}}/providers/Microsoft.Authorization/roleAssignments/r1","Scope":"{{Export.Account}}","DisplayName":"Ann",
              "SignInName":"ann@contoso.example","RoleDefinitionName":"Reader","RoleDefinitionId":"acdd72a7-3385-48ef-bd42-f606fba81ae7","ObjectId":"o1","ObjectType":"User","CanDelegate":false,"Condition":null}]
            """);

        Assert.Equal(
            ["o1", "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7", Export.Account, "User"],
            Assert.Single(export.Rows("authorizationresources | where type == 'microsoft.authorization/roleassignments' | project tostring(properties.principalId), tostring(properties.roleDefinitionId), tostring(properties.scope), tostring(properties.principalType)")));
    }
}

using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Tests;

public sealed class ChildrenAndRoutingTests
{
    [Theory]
    [InlineData("{\"name\":\"Chat/gpt\",\"type\":\"Microsoft.CognitiveServices/accounts/deployments\",\"properties\":{} }", "/deployments/gpt", "microsoft.cognitiveservices/accounts/deployments")]
    [InlineData("{\"name\":\"gpt\",\"type\":\"deployments\",\"properties\":{} }", "/deployments/gpt", "microsoft.cognitiveservices/accounts/deployments")]
    [InlineData("{\"Name\":\"gpt\",\"ResourceType\":\"Microsoft.CognitiveServices/accounts/deployments\",\"Properties\":{} }", "/deployments/gpt", "microsoft.cognitiveservices/accounts/deployments")]
    [InlineData("{\"name\":\"all\",\"type\":\"Microsoft.Insights/diagnosticSettings\",\"properties\":{} }", "/providers/Microsoft.Insights/diagnosticSettings/all", "microsoft.insights/diagnosticsettings")]
    [InlineData("{\"name\":\"Chat/Microsoft.Insights/all\",\"type\":\"Microsoft.CognitiveServices/accounts/providers/diagnosticSettings\",\"properties\":{} }", "/providers/microsoft.insights/diagnosticSettings/all", "microsoft.insights/diagnosticsettings")]
    public void A_child_inside_its_parent_becomes_a_row_with_full_id_and_type(string child, string below, string type)
    {
        using var export = Export.Of($$"""{"id":"{{Export.Account}}","type":"Microsoft.CognitiveServices/accounts","name":"Chat","properties":{"a":1},"resources":[{{child}}]}""");

        Assert.Equal([Export.Account + below, type], Assert.Single(export.Rows("armresources | project id, type")));
        Assert.Equal("{\"a\":1}", export.Properties(Export.Account));
    }

    [Fact]
    public void Children_of_children_are_rows_too()
    {
        using var export = Export.Of($$"""
            {"Id":"{{Export.Storage}}","Type":"Microsoft.Storage/storageAccounts","Properties":{},"resources":[
              {"Name":"default","Type":"Microsoft.Storage/storageAccounts/blobServices","Properties":{"x":1},"resources":[{"name":"c1","type":"containers","properties":{"publicAccess":"None"} }]}]}
            """);

        Assert.Equal(
            [Export.Storage + "/blobServices/default", Export.Storage + "/blobServices/default/containers/c1"],
            export.Rows("armresources | project id | order by id asc").Select(r => (string)r[0]!));
    }

    [Theory]
    [InlineData("microsoft.cognitiveservices/accounts", "resources")]
    [InlineData("microsoft.cognitiveservices/accounts/deployments", "armresources")]
    [InlineData("microsoft.cognitiveservices/accounts/projects", "armresources")]
    [InlineData("microsoft.machinelearningservices/workspaces/onlineendpoints", "resources")]
    [InlineData("microsoft.machinelearningservices/workspaces/computes", "armresources")]
    [InlineData("microsoft.storage/storageaccounts/blobservices/containers", "armresources")]
    [InlineData("microsoft.sql/servers/databases", "resources")]
    [InlineData("microsoft.authorization/roleassignments", "authorizationresources")]
    [InlineData("microsoft.authorization/locks", "armresources")]
    [InlineData("microsoft.authorization/policyassignments", "policyresources")]
    [InlineData("microsoft.policyinsights/policystates", "policyresources")]
    [InlineData("microsoft.security/pricings", "securityresources")]
    [InlineData("microsoft.security/locations/alerts", "securityresources")]
    [InlineData("microsoft.security/automations", "resources")]
    [InlineData("microsoft.security/defenderforaisettings", "armresources")]
    [InlineData("microsoft.resources/subscriptions", "resourcecontainers")]
    [InlineData("microsoft.management/managementgroups", "resourcecontainers")]
    [InlineData("microsoft.network/networksecurityperimeters", "resources")]
    [InlineData("microsoft.network/networksecurityperimeters/profiles/accessrules", "networkresources")]
    [InlineData("microsoft.network/privatednszones/virtualnetworklinks", "resources")]
    [InlineData("microsoft.network/privatednszones/a", "dnsresources")]
    [InlineData("microsoft.web/sites/config", "appserviceresources")]
    [InlineData("microsoft.kubernetesconfiguration/extensions", "kubernetesconfigurationresources")]
    public void A_type_has_one_table(string type, string table)
    {
        Assert.Equal(table, TypeRouting.TableOf(type, isExtension: false));
        Assert.NotNull(Model.TableCatalogue.Find(table));
    }

    [Fact]
    public void Something_that_belongs_to_another_resource_is_no_resource_of_its_own()
    {
        Assert.Equal("armresources", TypeRouting.TableOf("microsoft.insights/diagnosticsettings", isExtension: true));
        Assert.Equal("armresources", TypeRouting.TableOf("microsoft.example/things", isExtension: true));
    }

    [Fact]
    public void Objects_with_a_type_and_no_id_get_a_stable_id_that_no_real_one_can_be()
    {
        using var export = Export.Of("""[{"type":"Microsoft.Storage/storageAccounts","name":"st1","properties":{"a":1} },{"type":"Microsoft.Storage/storageAccounts/blobServices","name":"st1/default","properties":{} }]""", "below/a.json");

        const string Expected = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/file:below.a.json/providers/Microsoft.Storage/storageAccounts/st1";
        Assert.Equal(Expected, export.One("resources | project id"));
        Assert.Equal(Expected + "/blobServices/default", export.One("armresources | project id"));
        Assert.True(Model.SyntheticIds.Is(Expected));
        Assert.False(Model.SyntheticIds.Is(Export.Account));
        Assert.NotNull(export.Told(SourceCodes.SyntheticIds));
    }
}

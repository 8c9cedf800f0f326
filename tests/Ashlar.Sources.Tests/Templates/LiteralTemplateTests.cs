using Ashlar.Model;

namespace Ashlar.Sources.Tests.Templates;

public sealed class LiteralTemplateTests
{
    private const string Base = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/file:t.json/providers/";

    private static Export Template(string body) =>
        Export.Of($$"""{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0",{{body}} }""", "t.json");

    [Fact]
    public void Literals_parameters_with_a_default_and_variables_are_values_and_the_rest_is_a_gap_on_its_path()
    {
        using var export = Template("""
            "parameters":{"access":{"type":"string","defaultValue":"Disabled"},"name":{"type":"string"},"key":{"type":"secureString","defaultValue":"hidden"} },
            "variables":{"acls":{"defaultAction":"Deny"},"copy":"[parameters('access')]"},
            "resources":[{"type":"Microsoft.CognitiveServices/accounts","apiVersion":"2025-06-01","name":"[parameters('name')]","location":"[resourceGroup().location]","sku":{"name":"S0"},
              "properties":{"publicNetworkAccess":"[parameters('access')]","again":"[variables('copy')]","networkAcls":"[variables('acls')]","customSubDomainName":"[parameters('name')]",
                "literal":"[[not an expression]","deep":{"a":1,"b":"[uniqueString(resourceGroup().id)]"},"list":["x","[parameters('name')]"],"secret":"[parameters('key')]"} }]
            """);

        const string Id = Base + "Microsoft.CognitiveServices/accounts/{name}";
        Assert.Equal(
            [Id, "{\"publicNetworkAccess\":\"Disabled\",\"again\":\"Disabled\",\"networkAcls\":{\"defaultAction\":\"Deny\"},\"literal\":\"[not an expression]\",\"deep\":{\"a\":1}}", "{\"name\":\"S0\"}", ""],
            Assert.Single(export.Rows("resources | project id, properties, sku, location")));
        Assert.Equal(
            ["location", "properties.customSubDomainName", "properties.deep.b", "properties.list", "properties.secret"],
            export.Snapshot.Gaps.Select(g => g.Path).Order(StringComparer.Ordinal));
        Assert.All(export.Snapshot.Gaps, g => Assert.Equal(("resources/microsoft.cognitiveservices/accounts", Id, GapReason.Undecided), (g.DataSet, g.Scope, g.Reason)));
        Assert.DoesNotContain("hidden", string.Concat(export.Diagnostics.Select(d => d.Message)) + string.Concat(export.Snapshot.Gaps.Select(g => g.Detail)));
        Assert.Empty(export.Snapshot.Completeness);
    }

    [Fact]
    public void Children_inside_and_beside_their_parent_have_ids_below_it()
    {
        using var export = Template("""
            "parameters":{"n":{"type":"string"} },
            "resources":[
              {"type":"Microsoft.Storage/storageAccounts","name":"[parameters('n')]","properties":{},"resources":[{"type":"blobServices","name":"default","properties":{} }]},
              {"type":"Microsoft.Storage/storageAccounts/fileServices","name":"[concat(parameters('n'), '/default')]","properties":{} },
              {"type":"Microsoft.Storage/storageAccounts/queueServices","name":"[format('{0}/{1}', parameters('n'), 'default')]","properties":{} },
              {"type":"Microsoft.Insights/diagnosticSettings","name":"d","scope":"[format('Microsoft.Storage/storageAccounts/{0}', parameters('n'))]","properties":{} },
              {"type":"Microsoft.Storage/storageAccounts/providers/diagnosticSettings","name":"[concat(parameters('n'), '/Microsoft.Insights/e')]","properties":{} }]
            """);

        const string Parent = Base + "Microsoft.Storage/storageAccounts/{n}";
        Assert.Equal(Parent, export.One("resources | project id"));
        Assert.Equal(
            [
                Parent + "/blobServices/default", Parent + "/fileServices/default", Parent + "/providers/Microsoft.Insights/diagnosticSettings/d",
                Parent + "/providers/Microsoft.Insights/diagnosticSettings/e", Parent + "/queueServices/default",
            ],
            export.Rows("armresources | project id | order by id asc").Select(r => (string)r[0]!));
    }

    [Fact]
    public void A_nested_deployment_is_read_with_what_it_is_given()
    {
        using var export = Template("""
            "parameters":{"x":{"type":"string"} },
            "resources":[{"type":"Microsoft.Resources/deployments","name":"inner","properties":{"mode":"Incremental","expressionEvaluationOptions":{"scope":"inner"},
              "parameters":{"a":{"value":"Disabled"},"b":{"value":"[parameters('x')]"} },
              "template":{"parameters":{"a":{"type":"string"},"b":{"type":"string","defaultValue":"Enabled"} },
                "resources":[{"type":"Microsoft.Search/searchServices","name":"s","properties":{"publicNetworkAccess":"[parameters('a')]","other":"[parameters('b')]"} }]} } }]
            """);

        Assert.Equal("{\"publicNetworkAccess\":\"Disabled\"}", export.Properties(Base + "Microsoft.Search/searchServices/s"));
        Assert.Equal("properties.other", Assert.Single(export.Snapshot.Gaps).Path);
    }

    [Fact]
    public void A_nested_deployment_of_a_template_with_symbolic_names_has_parameters_of_its_own()
    {
        using var export = Template("""
            "languageVersion":"2.0","parameters":{"a":{"type":"string","defaultValue":"Disabled"} },
            "resources":{"d":{"type":"Microsoft.Resources/deployments","name":"inner","properties":{"mode":"Incremental","parameters":{"a":{"value":"Enabled"} },
              "template":{"languageVersion":"2.0","parameters":{"a":{"type":"string"} },
                "resources":{"s":{"type":"Microsoft.Search/searchServices","name":"s","properties":{"publicNetworkAccess":"[parameters('a')]"} } } } } } }
            """);

        Assert.Equal("{\"publicNetworkAccess\":\"Enabled\"}", export.Properties(Base + "Microsoft.Search/searchServices/s"));
    }

    [Fact]
    public void Resources_by_symbolic_name_count_and_existing_ones_do_not()
    {
        using var export = Template("""
            "languageVersion":"2.0","resources":{
              "there":{"existing":true,"type":"Microsoft.KeyVault/vaults","name":"old"},
              "off":{"condition":false,"type":"Microsoft.KeyVault/vaults","name":"off","properties":{} },
              "maybe":{"condition":"[equals(1, 2)]","type":"Microsoft.KeyVault/vaults","name":"maybe","properties":{} },
              "new":{"type":"Microsoft.KeyVault/vaults","name":"new","properties":{"enableSoftDelete":true} } }
            """);

        Assert.Equal([Base + "Microsoft.KeyVault/vaults/maybe", Base + "Microsoft.KeyVault/vaults/new"], export.Rows("resources | project id | order by id asc").Select(r => (string)r[0]!));
        Assert.Equal((Base + "Microsoft.KeyVault/vaults/maybe", null), Assert.Single(export.Snapshot.Gaps.Select(g => (g.Scope, g.Path))));
    }

    [Theory]
    [InlineData("""{"condition":"[parameters('on')]","type":"Microsoft.Resources/deployments","name":"d","properties":{"template":{"resources":[VAULT]} } }""")]
    [InlineData("""{"condition":"[parameters('on')]","type":"Microsoft.Resources/deployments","name":"d","properties":{"expressionEvaluationOptions":{"scope":"inner"},"template":{"resources":[VAULT]} } }""")]
    [InlineData("""{"copy":{"name":"c","count":"[length(parameters('names'))]"},"type":"Microsoft.Resources/deployments","name":"d","properties":{"template":{"resources":[VAULT]} } }""")]
    [InlineData("""{"copy":{"name":"c","count":"[length(parameters('names'))]"},"type":"Microsoft.KeyVault/vaults","name":"v"}""")]
    [InlineData("""{"condition":null,"type":"Microsoft.KeyVault/vaults","name":"v"}""")]
    public void What_may_not_be_deployed_is_a_gap_also_inside_what_holds_it(string resource)
    {
        using var export = Template("\"parameters\":{\"on\":{\"type\":\"bool\"},\"names\":{\"type\":\"array\"}},\"resources\":["
            + resource.Replace("VAULT", """{"type":"Microsoft.KeyVault/vaults","name":"v"}""", StringComparison.Ordinal) + "]");

        Assert.Equal((Base + "Microsoft.KeyVault/vaults/v", null), Assert.Single(export.Snapshot.Gaps.Select(g => (g.Scope, g.Path))));
    }

    [Fact]
    public void A_child_of_what_may_not_be_deployed_may_not_be_deployed_either()
    {
        using var export = Template("""
            "parameters":{"on":{"type":"bool"} },
            "resources":[{"condition":"[parameters('on')]","type":"Microsoft.Storage/storageAccounts","name":"s","resources":[{"type":"blobServices","name":"default"}]}]
            """);

        const string Parent = Base + "Microsoft.Storage/storageAccounts/s";
        Assert.Equal([Parent, Parent + "/blobServices/default"], export.Snapshot.Gaps.Select(g => g.Scope).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"condition\":\"False\"")]
    [InlineData("\"copy\":{\"name\":\"c\",\"count\":0}")]
    public void What_is_deployed_never_is_no_row(string never)
    {
        using var export = Template("\"resources\":[{" + never + ",\"type\":\"Microsoft.KeyVault/vaults\",\"name\":\"off\"},{\"copy\":{\"name\":\"c\",\"count\":2},\"type\":\"Microsoft.KeyVault/vaults\",\"name\":\"on\"}]");
        Assert.Equal(Base + "Microsoft.KeyVault/vaults/on", export.One("resources | project id"));
        Assert.Empty(export.Snapshot.Gaps);
    }

    [Fact]
    public void A_loop_over_a_property_leaves_that_property_open()
    {
        using var export = Template("""
            "resources":[{"type":"Microsoft.KeyVault/vaults","name":"v","properties":{"copy":[{"name":"accessPolicies","count":2,"input":{} }],"a":1} }]
            """);

        Assert.Equal("{\"a\":1}", export.Properties(Base + "Microsoft.KeyVault/vaults/v"));
        Assert.Equal("properties.accessPolicies", Assert.Single(export.Snapshot.Gaps).Path);
    }

    [Fact]
    public void Texts_over_several_lines_are_read()
    {
        using var export = Template("\"resources\":[{\"type\":\"Microsoft.KeyVault/vaults\",\"name\":\"v\",\"properties\":{\"a\":\"one\n\ttwo\"}}]");
        Assert.Equal("{\"a\":\"one\\n\\ttwo\"}", export.Properties(Base + "Microsoft.KeyVault/vaults/v"));
    }

    [Fact]
    public void A_broken_template_with_texts_over_several_lines_is_said_at_the_line_of_the_first_break()
    {
        using var export = Template("\"resources\":[{\"type\":\"a\nb\" oops }]");
        Assert.Equal(1, export.Told(SourceCodes.Broken).Line);
    }

    [Fact]
    public void A_template_that_calls_itself_in_its_variables_ends()
    {
        using var export = Template("""
            "variables":{"a":"[variables('b')]","b":"[variables('a')]"},"resources":[{"type":"Microsoft.KeyVault/vaults","name":"[variables('a')]","properties":{"x":"[variables('a')]"} }]
            """);

        Assert.Equal(1L, export.One("resources | count"));
        Assert.Equal("properties.x", Assert.Single(export.Snapshot.Gaps).Path);
    }
}

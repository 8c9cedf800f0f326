namespace Ashlar.Sources.Tests.Templates;

/// <summary>Every row of a template says where it is declared.</summary>
public sealed class PlacesTests
{
    private const string Body = "{ name: 'NAME', location: 'westeurope', properties: { tenantId: 'x', sku: { family: 'A', name: 'standard' } } }";

    private static string Vault(string symbol, string name) => $"resource {symbol} 'Microsoft.KeyVault/vaults@2023-07-01' = {Body.Replace("NAME", name, StringComparison.Ordinal)}\n";

    [Fact]
    public void The_line_is_that_of_the_declaration_whatever_stands_around_it()
    {
        using var export = Deployed.Bicep(
            "// resource no 'Microsoft.KeyVault/vaults@2023-07-01' = {\n"
            + "/* resource no 'Microsoft.KeyVault/vaults@2023-07-01' =\n */\n"
            + "var text = '''\nresource no 'Microsoft.KeyVault/vaults@2023-07-01' = {\n'''\n"
            + "var other = 'it\\'s ${text} resource x \\'y\\' ='\n"
            + "@description('with {braces')\n  " + Vault("first", "a")
            + Vault("second", "b")
            + "output o string = other\n");

        Assert.Equal("main.bicep:9 first", export.Place("/vaults/a"));
        Assert.Equal("main.bicep:10 second", export.Place("/vaults/b"));
    }

    [Fact]
    public void Same_types_keep_their_order_also_when_the_order_of_deployment_is_another()
    {
        using var export = Deployed.Bicep(
            "resource one 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'one', location: 'w', dependsOn: [ three ], properties: { tenantId: 'x', sku: { family: 'A', name: 'standard' } } }\n"
            + "resource old 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'old' }\n"
            + Vault("two", "two") + Vault("three", "three"));

        Assert.Equal(["main.bicep:1 one", "main.bicep:3 two", "main.bicep:4 three"], [export.Place("/one"), export.Place("/two"), export.Place("/three")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("param unused string?\n")]
    public void What_stands_inside_another_resource_has_its_own_line(string first)
    {
        using var export = Deployed.Bicep(first + """
            resource late 'Microsoft.Storage/storageAccounts/blobServices@2023-01-01' = { parent: other, name: 'default' }
            resource st 'Microsoft.Storage/storageAccounts@2023-01-01' = {
              name: 'st'
              location: 'w'
              kind: 'StorageV2'
              sku: { name: 'Standard_LRS' }
              resource blobs 'blobServices' = {
                name: 'default'
                resource box 'containers' = { name: 'box' }
                resource tub 'containers' = { name: 'tub' }
              }
            }
            resource other 'Microsoft.Storage/storageAccounts@2023-01-01' = { name: 'other', location: 'w', kind: 'StorageV2', sku: { name: 'Standard_LRS' } }
            """);

        var at = first.Length > 0 ? 1 : 0;
        Assert.Equal(
            [$"main.bicep:{1 + at} late", $"main.bicep:{2 + at} st", $"main.bicep:{7 + at} st::blobs", $"main.bicep:{9 + at} st::blobs::box", $"main.bicep:{10 + at} st::blobs::tub", $"main.bicep:{13 + at} other"],
            [export.Place("/other/blobServices/default"), export.Place("/storageAccounts/st"), export.Place("/st/blobServices/default"), export.Place("/box"), export.Place("/tub"), export.Place("/storageAccounts/other")]);
    }

    [Fact]
    public void What_a_module_declares_has_the_line_in_the_file_of_the_module()
    {
        using var export = Deployed.Bicep(
            "param a string\nmodule m 'parts/outer.bicep' = { name: 'm' }\n" + Vault("kv", "top"),
            ("parts/outer.bicep", "// one\n" + Vault("mid", "mid") + "module i '../deep dir/inner.bicep' = { name: 'i' }\n"),
            ("deep dir/inner.bicep", "\n\n" + Vault("low", "low")));

        Assert.Equal(["main.bicep:3 kv", "parts/outer.bicep:2 mid", "deep dir/inner.bicep:3 low"], [export.Place("/top"), export.Place("/mid"), export.Place("/low")]);
    }

    [Fact]
    public void What_a_module_in_JSON_declares_has_the_line_of_the_call()
    {
        using var export = Deployed.Bicep(
            "\nmodule m 'm.json' = { name: 'm' }\n",
            ("m.json", """
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0",
             "resources":[{"type":"Microsoft.KeyVault/vaults","apiVersion":"2023-07-01","name":"kv","location":"w","properties":{}}]}
            """));

        Assert.Equal("main.bicep:2 m", export.Place("/kv"));
        Assert.Equal(["/providers/Microsoft.KeyVault/vaults/kv"], export.Ids());
    }

    [Fact]
    public void A_loop_and_a_resource_whose_properties_are_computed_have_their_line_too()
    {
        using var export = Deployed.Bicep("""
            param extra object
            resource many 'Microsoft.KeyVault/vaults@2023-07-01' = [for i in range(0, 2): {
              name: 'kv${i}'
              location: 'w'
              properties: any(union(extra, {}))
            }]
            """);

        Assert.Equal(["main.bicep:2 many", "main.bicep:2 many"], [export.Place("/kv0"), export.Place("/kv1")]);
        Assert.Equal(["properties"], export.Open("/kv0"));
        Assert.Equal("", export.One("resources | where name == 'kv0' | project managedBy"));
    }

    [Fact]
    public void An_ARM_template_has_the_place_of_the_object()
    {
        using var export = Deployed.Read(("t.json", """
            {
              // a comment
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "variables": { "text": "over
            two lines" },
              "resources": [
                { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "st", "location": "w", "kind": "StorageV2", "sku": { "name": "Standard_LRS" },
                  "resources": [
                      { "type": "blobServices", "apiVersion": "2023-01-01", "name": "default", "dependsOn": [ "st" ] } ] },
                { "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "inner",
                  "properties": { "mode": "Incremental", "expressionEvaluationOptions": { "scope": "inner" }, "template": {
                    "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                    "resources": [
              { "type": "Microsoft.KeyVault/vaults", "apiVersion": "2023-07-01", "name": "kv", "location": "w", "properties": {} } ] } } }
              ]
            }
            """));

        Assert.Equal(["t.json:8", "t.json:10", "t.json:15"], [export.Place("/st"), export.Place("/default"), export.Place("/kv")]);
        Assert.Equal(3, export.Snapshot.Origins.Values.Single(o => o.ResourceId.EndsWith("/kv", StringComparison.Ordinal)).Column);
    }
}

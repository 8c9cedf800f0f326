using Ashlar.Model;

namespace Ashlar.Sources.Tests.Templates;

public sealed class ExpansionTests
{
    private const string Vault = "{ name: 'NAME', location: 'westeurope', properties: { tenantId: '00000000-0000-0000-0000-000000000001', sku: { family: 'A', name: 'standard' } } }";

    private static string VaultBody(string name) => Vault.Replace("'NAME'", name, StringComparison.Ordinal);

    [Fact]
    public void A_loop_becomes_its_resources_and_a_condition_that_is_false_none()
    {
        using var export = Deployed.Bicep($"""
            resource many 'Microsoft.KeyVault/vaults@2023-07-01' = [for i in range(0, 3): {VaultBody("'kv${i}'")}]
            resource off 'Microsoft.KeyVault/vaults@2023-07-01' = if (1 > 2) {VaultBody("'off'")}
            """);

        Assert.Equal(["/providers/Microsoft.KeyVault/vaults/kv0", "/providers/Microsoft.KeyVault/vaults/kv1", "/providers/Microsoft.KeyVault/vaults/kv2"], export.Ids());
        Assert.Contains("off (main.bicep line 2)", export.Told(SourceCodes.NotDeployed).Message, StringComparison.Ordinal);
        Assert.Empty(export.Snapshot.Gaps);
    }

    [Theory]
    [InlineData("string", "p")]
    [InlineData("bool", "p")]
    [InlineData("int", "p")]
    [InlineData("array", "p")]
    [InlineData("object", "p")]
    [InlineData("string?", "p ?? 'x'", false)]
    [InlineData("'a' | 'b'", "p")]
    [InlineData("string[]", "p")]
    [InlineData("bool", "p ? 'x' : 'y'")]
    [InlineData("object", "p.inner.deep")]
    [InlineData("int", "p > 3")]
    public void What_depends_on_a_parameter_without_a_value_is_open_and_the_rest_is_decided(string type, string use, bool isOpen = true)
    {
        using var export = Deployed.Bicep($$"""
            param p {{type}}
            resource a 'Microsoft.Search/searchServices@2023-11-01' = {
              name: 'a'
              location: 'westeurope'
              properties: { hostingMode: any({{use}}), publicNetworkAccess: 'disabled' }
            }
            """);

        Assert.Equal(isOpen ? ["properties.hostingMode"] : [], export.Open("/a"));
        Assert.Equal(isOpen ? """{"publicNetworkAccess":"disabled"}""" : """{"hostingMode":"x","publicNetworkAccess":"disabled"}""", export.Body("/a"));
    }

    [Fact]
    public void Names_and_ids_say_where_they_are_open()
    {
        using var export = Deployed.Bicep($$"""
            param name string
            resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = {{VaultBody("'kv-${name}-${uniqueString(resourceGroup().id)}'")}}
            resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { parent: kv, name: 's', properties: { contentType: resourceGroup().location } }
            """);

        Assert.Equal(
            ["/providers/Microsoft.KeyVault/vaults/kv-{name}-{uniqueString(resourceGroup().id)}", "/providers/Microsoft.KeyVault/vaults/kv-{name}-{uniqueString(resourceGroup().id)}/secrets/s"],
            export.Ids());
        Assert.Equal(["properties.contentType"], export.Open("/s"));
    }

    [Fact]
    public void A_reference_to_a_resource_of_the_same_deployment_is_its_id()
    {
        using var export = Deployed.Bicep($$"""
            param name string
            resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = {{VaultBody("name")}}
            resource old 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'old' }
            resource other 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: '${name}-other' }
            resource link 'Microsoft.Network/privateEndpoints@2023-09-01' = {
              name: 'pe'
              properties: { customNetworkInterfaceName: kv.id, subnet: { id: old.id }, applicationSecurityGroups: [ { id: other.id } ] }
            }
            """);

        Assert.Equal(
            $$$"""{"customNetworkInterfaceName":"{{{Deployed.Scope}}}main.bicep/providers/Microsoft.KeyVault/vaults/{name}","subnet":{"id":"{{{Deployed.Scope}}}main.bicep/providers/Microsoft.KeyVault/vaults/old"}}""",
            export.Body("/pe"));
        Assert.Equal(["properties.applicationSecurityGroups"], export.Open("/pe"));
    }

    [Theory]
    [InlineData("length(names)", "names array")]
    [InlineData("count", "count int")]
    public void A_loop_whose_count_is_open_is_one_resource_that_may_not_be_there(string count, string parameter)
    {
        using var export = Deployed.Bicep($$"""
            param {{parameter}}
            resource many 'Microsoft.KeyVault/vaults@2023-07-01' = [for i in range(0, {{count}}): {{VaultBody("'kv${i}'")}}]
            resource one 'Microsoft.KeyVault/vaults@2023-07-01' = {{VaultBody("'one'")}}
            """);

        Assert.Equal(2, export.Ids().Count);
        Assert.Equal([""], export.Snapshot.Gaps.Where(g => !g.Scope.EndsWith("/one", StringComparison.Ordinal)).Select(g => g.Path ?? ""));
    }

    [Fact]
    public void A_loop_of_modules_whose_count_is_open_leaves_open_what_is_in_them_also_in_modules_of_modules()
    {
        using var export = Deployed.Bicep(
            "param names array\nmodule m 'outer.bicep' = [for n in names: { name: 'm-${n}', params: { names: names, name: n } }]\n",
            ("outer.bicep", $"param names array\nparam name string\nmodule i 'inner.bicep' = {{ name: 'i', params: {{ names: names }} }}\nresource kv 'Microsoft.KeyVault/vaults@2023-07-01' = {VaultBody("name")}\n"),
            ("inner.bicep", $"param names array\nresource v 'Microsoft.KeyVault/vaults@2023-07-01' = [for n in names: {VaultBody("'inner-${n}'")}]\n"));

        Assert.Equal(2, export.Ids().Count);
        Assert.All(export.Ids(), id => Assert.Equal([""], export.Open(id)));
    }

    [Fact]
    public void A_property_filled_by_a_loop_with_an_open_count_is_open_alone()
    {
        using var export = Deployed.Bicep("""
            param ranges array
            resource a 'Microsoft.Search/searchServices@2023-11-01' = {
              name: 'a'
              location: 'westeurope'
              properties: { networkRuleSet: { bypass: 'None', ipRules: [for r in ranges: { value: r }] }, disableLocalAuth: true }
            }
            """);

        Assert.Equal("""{"networkRuleSet":{"bypass":"None"},"disableLocalAuth":true}""", export.Body("/a"));
        Assert.Equal(["properties.networkRuleSet.ipRules"], export.Open("/a"));
    }

    [Fact]
    public void Whether_a_resource_is_there_may_be_open_and_is_for_what_stands_in_it_too()
    {
        using var export = Deployed.Bicep("""
            param on bool
            resource st 'Microsoft.Storage/storageAccounts@2023-01-01' = if (on) {
              name: 'st'
              location: 'westeurope'
              kind: 'StorageV2'
              sku: { name: 'Standard_LRS' }
              resource blobs 'blobServices' = {
                name: 'default'
                resource box 'containers' = { name: 'box', properties: { publicAccess: 'None' } }
              }
            }
            """);

        Assert.Equal(3, export.Ids().Count);
        Assert.All(export.Ids(), id => Assert.Equal([""], export.Open(id)));
    }

    [Fact]
    public void Modules_in_other_scopes_have_ids_of_their_own()
    {
        const string Module = "resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'kv', location: 'westeurope', properties: { tenantId: 'x', sku: { family: 'A', name: 'standard' } } }\n";
        using var export = Deployed.Bicep(
            """
            targetScope = 'subscription'
            param group string
            resource rg 'Microsoft.Resources/resourceGroups@2022-09-01' = { name: 'one', location: 'westeurope' }
            module a 'm.bicep' = { name: 'a', scope: rg }
            module b 'm.bicep' = { name: 'b', scope: resourceGroup('two') }
            module c 'm.bicep' = { name: 'c', scope: resourceGroup('11111111-1111-1111-1111-111111111111', 'three') }
            module d 'm.bicep' = { name: 'd', scope: resourceGroup(group) }
            resource plan 'Microsoft.Security/pricings@2023-01-01' = { name: 'AI', properties: { pricingTier: 'Standard' } }
            """,
            ("m.bicep", Module));

        const string Kv = "/providers/Microsoft.KeyVault/vaults/kv";
        Assert.Equal(
            [
                Deployed.Scope + "main.bicep/providers/Microsoft.Resources/resourceGroups/one", Deployed.Scope + "main.bicep/providers/Microsoft.Security/pricings/AI",
                Deployed.Scope + "main.bicep:one" + Kv, Deployed.Scope + "main.bicep:two" + Kv, Deployed.Scope + "main.bicep:{group}" + Kv,
                "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/file:main.bicep:three" + Kv,
            ],
            export.Rows("union resources, resourcecontainers, securityresources | project id | order by id asc").Select(r => (string)r[0]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Extension_resources_stand_below_what_they_extend()
    {
        using var export = Deployed.Bicep($$"""
            param name string
            resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = {{VaultBody("name")}}
            resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = { name: 'd', scope: kv, properties: { storageAccountId: 'x' } }
            resource lock 'Microsoft.Authorization/locks@2020-05-01' = { name: 'l', properties: { level: 'CanNotDelete' } }
            """);

        Assert.Equal(
            ["/providers/Microsoft.Authorization/locks/l", "/providers/Microsoft.KeyVault/vaults/{name}", "/providers/Microsoft.KeyVault/vaults/{name}/providers/Microsoft.Insights/diagnosticSettings/d"],
            export.Ids());
    }

    [Fact]
    public void Existing_resources_are_no_rows_and_are_said()
    {
        using var export = Deployed.Bicep("""
            param x string?
            resource kv 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'kv' }
            resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { parent: kv, name: 's', properties: { contentType: x, value: kv.properties.vaultUri } }
            """);

        Assert.Equal(["/providers/Microsoft.KeyVault/vaults/kv/secrets/s"], export.Ids());
        Assert.Contains("1 existing", export.Told(SourceCodes.Undecided).Message, StringComparison.Ordinal);
        Assert.Equal(["properties.value"], export.Open("/s"));
    }

    [Fact]
    public void Secrets_never_reach_the_snapshot()
    {
        using var export = Deployed.Bicep(
            """
            @secure()
            param password string = 'hunter-root'
            @secure()
            param bag object = { key: 'hunter-bag' }
            resource s 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { name: 'kv/s', properties: { value: password, contentType: bag.key } }
            module m 'm.bicep' = { name: 'm', params: { given: 'hunter-given' } }
            """,
            ("m.bicep", """
            @secure()
            param given string
            @secure()
            param open string = 'hunter-default'
            resource s 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { name: 'kv/t', properties: { value: given, contentType: '${open}!' } }
            """));

        Assert.Equal(["properties.contentType", "properties.value"], export.Open("/s"));
        Assert.Equal(["properties.contentType", "properties.value"], export.Open("/t"));
        var everything = string.Concat(export.Rows("armresources | project tostring(pack_all())").Select(r => r[0])) + string.Concat(export.Snapshot.Gaps) + string.Concat(export.Diagnostics);
        Assert.DoesNotContain("hunter", everything, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_by_a_type_of_the_user_never_reach_the_snapshot_either()
    {
        using var export = Deployed.Read(
            ("main.bicep", """
            @secure()
            type secret = string
            type config = {
              @secure()
              key: string
              name: string
              inner: config?
            }
            param password secret
            param one config
            param many config[]
            param shape secret = 'hunter-default'
            resource s 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { name: 'kv/s', properties: { value: password, contentType: one.key, attributes: { exp: any(many[0].inner!.key), nbf: any(shape) } } }
            module m 'm.bicep' = { name: 'm', params: { given: { key: 'hunter-given', name: 'n' } } }
            """),
            ("m.bicep", """
            type config = { @secure()
              key: string
              name: string }
            param given config
            resource s 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { name: 'kv/t', properties: { value: given.key, contentType: given.name } }
            """),
            ("main.bicepparam", """
            using 'main.bicep'
            param password = 'hunter-root'
            param one = { key: 'hunter-one', name: 'n' }
            param many = [{ key: 'hunter-many', name: 'n', inner: { key: 'hunter-inner', name: 'n' } }]
            """));

        Assert.Equal(["properties.attributes.exp", "properties.attributes.nbf", "properties.contentType", "properties.value"], export.Open("/s"));
        Assert.Contains("properties.value", export.Open("/t"));
        var everything = string.Concat(export.Rows("armresources | project tostring(pack_all())").Select(r => r[0])) + string.Concat(export.Snapshot.Gaps) + string.Concat(export.Diagnostics);
        Assert.DoesNotContain("hunter", everything, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_passed_in_another_case_is_a_secret()
    {
        using var export = Deployed.Read(("t.json", """
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0","resources":[
              {"type":"Microsoft.Resources/deployments","apiVersion":"2022-09-01","name":"d","properties":{"mode":"Incremental","expressionEvaluationOptions":{"scope":"inner"},
                "parameters":{"PASSWORD":{"value":"hunter"} },
                "template":{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0","parameters":{"password":{"type":"secureString"} },
                  "resources":[{"type":"Microsoft.KeyVault/vaults/secrets","apiVersion":"2023-07-01","name":"kv/s","properties":{"value":"[parameters('password')]"} }] } } }] }
            """));

        Assert.Equal(["properties.value"], export.Open("/s"));
    }

    [Theory]
    [InlineData("\"languageVersion\":\"2.0\",", "", false)]
    [InlineData("\"languageVersion\":\"2.0\",", "\"expressionEvaluationOptions\":{\"scope\":\"inner\"},", false)]
    [InlineData("", "\"expressionEvaluationOptions\":{\"scope\":\"inner\"},", false)]
    [InlineData("", "", true)]
    public void A_deployment_has_parameters_of_its_own_unless_the_language_gives_it_those_around_it(string language, string options, bool isOuter)
    {
        string Resources(string name, string resource) => language.Length > 0 ? $$"""{"{{name}}":{{resource}}}""" : $"[{resource}]";
        var vault = Resources("kv", """{"type":"Microsoft.KeyVault/vaults","apiVersion":"2023-07-01","name":"kv","location":"w","properties":{"x":"[parameters('p')]"} }""");
        using var export = Deployed.Read(("t.json", $$"""
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",{{language}}"contentVersion":"1.0.0.0","parameters":{"p":{"type":"string","defaultValue":"outer"} },
             "resources":{{Resources("d", $$"""
                {"type":"Microsoft.Resources/deployments","apiVersion":"2022-09-01","name":"d","properties":{"mode":"Incremental",{{options}}"parameters":{"p":{"value":"inner"} },
                 "template":{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",{{language}}"contentVersion":"1.0.0.0","parameters":{"p":{"type":"string"} },"resources":{{vault}} } } }
                """)}} }
            """));

        Assert.Equal(isOuter ? """{"x":"outer"}""" : """{"x":"inner"}""", export.Body("/kv"));
    }

    [Fact]
    public void A_text_that_looks_like_an_expression_is_not_taken_for_its_value()
    {
        using var export = Deployed.Bicep("resource s 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { name: 'kv/s', properties: { contentType: '[resourceGroup().id]', value: '[[x' } }\n");

        Assert.Equal("""{"value":"[[x"}""", export.Body("/s"));
        Assert.Equal(["properties.contentType"], export.Open("/s"));
    }

    [Fact]
    public void Identities_are_named_by_id_where_it_is_known()
    {
        using var export = Deployed.Bicep("""
            param name string
            resource mine 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: name, location: 'westeurope' }
            resource a 'Microsoft.Search/searchServices@2023-11-01' = {
              name: 'a'
              location: 'westeurope'
              identity: { type: 'UserAssigned', userAssignedIdentities: { '${mine.id}': {} } }
            }
            """);

        Assert.Contains("/userAssignedIdentities/{name}", (string)export.One("resources | where name == 'a' | project tostring(identity)")!, StringComparison.Ordinal);
        Assert.Empty(export.Open("/a"));
    }

    [Fact]
    public void Nothing_follows_from_what_a_template_does_not_hold()
    {
        using var export = Deployed.Bicep($"resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = {VaultBody("'kv'")}\n");

        Assert.Empty(export.Snapshot.Completeness);
        Assert.True(export.HasBody());
    }
}

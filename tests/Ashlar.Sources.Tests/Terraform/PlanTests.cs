using Ashlar.Model;

namespace Ashlar.Sources.Tests.Terraform;

public sealed class PlanTests
{
    [Fact]
    public void An_azurerm_resource_becomes_an_ARM_resource_with_its_address_as_origin()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "chat", "location": "westeurope", "local_auth_enabled": false, "network_acls": [{ "default_action": "Deny", "ip_rules": ["203.0.113.7"] }] }"""));

        Assert.Equal(
            ["chat", "microsoft.cognitiveservices/accounts", "westeurope", """{"disableLocalAuth":true,"networkAcls":{"defaultAction":"Deny","ipRules":[{"value":"203.0.113.7"}]},"restrictOutboundNetworkAccess":false,"userOwnedStorage":[]}"""],
            Assert.Single(plan.Rows("resources | project name, type, location, properties")));
        Assert.Equal(["test_account.a", "plan.json"], Assert.Single(plan.Rows("Origins | project Address, File")));
    }

    [Fact]
    public void A_value_that_is_known_only_after_apply_is_undecided()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "chat", "network_acls": [{}] }""", unknown: """{ "local_auth_enabled": true, "network_acls": [{ "default_action": true }] }"""));

        Assert.Equal(["properties.disableLocalAuth", "properties.networkAcls.defaultAction"], plan.OpenPaths("chat"));
        Assert.All(plan.Snapshot.Gaps, gap => Assert.Equal(GapReason.Undecided, gap.Reason));
    }

    [Fact]
    public void One_unknown_element_leaves_the_whole_list_open()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "chat", "network_acls": [{ "ip_rules": ["203.0.113.7"] }] }""", unknown: """{ "network_acls": [{ "ip_rules": [false, true] }] }"""));
        Assert.Equal(["properties.networkAcls.ipRules"], plan.OpenPaths("chat"));
    }

    [Fact]
    public void A_secret_is_not_read_and_leaves_its_path_open()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "chat", "subdomain": "s3cret" }""", sensitive: """{ "subdomain": true }"""));

        Assert.Equal(["properties.customSubDomainName"], plan.OpenPaths("chat"));
        Assert.DoesNotContain("s3cret", Assert.Single(plan.Rows("resources | project tostring(properties)"))[0]!.ToString());
    }

    [Fact]
    public void An_attribute_that_is_null_is_not_written_and_takes_the_default_of_the_provider()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a", "local_auth_enabled": null }"""));

        Assert.Equal(false, Assert.Single(plan.Rows("resources | project tobool(properties.disableLocalAuth)"))[0]);
        Assert.Empty(plan.Snapshot.Gaps);
    }

    [Fact]
    public void An_attribute_that_the_plan_does_not_have_is_undecided_and_takes_no_default()
    {
        using var plan = Plan.Of(Plan.Bare("test_account", "a", """{ "name": "a", "location": null, "network_acls": [{ "ip_rules": null }], "restricted": null }"""));

        Assert.Equal(
            ["properties.customSubDomainName", "properties.disableLocalAuth", "properties.encryption.keySource", "properties.networkAcls.bypass", "properties.networkAcls.defaultAction", "properties.publicNetworkAccess", "properties.userOwnedStorage", "properties.workspaceId"],
            plan.OpenPaths("a"));
        Assert.Equal("""{"restrictOutboundNetworkAccess":false}""", Assert.Single(plan.Rows("resources | project properties"))[0]);
    }

    [Fact]
    public void A_block_that_is_not_written_leaves_nothing_open()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a", "network_acls": [], "key": [], "storage": [] }"""));
        Assert.Empty(plan.Snapshot.Gaps);
    }

    [Theory]
    [InlineData("""["AzureServices", "Logging"]""", "AzureServices, Logging", new string[0])]
    [InlineData("""["None"]""", "None", new string[0])]
    [InlineData("[]", "", new string[0])]
    [InlineData("[null]", "", new[] { "properties.networkAcls.bypass" })]
    [InlineData("\"None\"", "", new[] { "properties.networkAcls.bypass" })]
    public void A_list_that_ARM_has_as_one_text_is_joined(string bypass, string text, string[] open)
    {
        using var plan = Plan.Of(Plan.Account("a", $$"""{ "name": "a", "network_acls": [{ "bypass": {{bypass}} }] }"""));

        Assert.Equal(text, Assert.Single(plan.Rows("resources | project tostring(properties.networkAcls.bypass)"))[0]);
        Assert.Equal(open, plan.OpenPaths("a"));
    }

    [Theory]
    [InlineData("[]", null)]
    [InlineData("[{}]", "Microsoft.KeyVault")]
    public void Whether_a_secret_block_is_written_is_no_secret(string block, string? source)
    {
        using var plan = Plan.Of(Plan.Account("a", $$"""{ "name": "a", "key": {{block}} }""", sensitive: """{ "key": true }"""));
        Assert.Equal(source ?? "", Assert.Single(plan.Rows("resources | project tostring(properties.encryption.keySource)"))[0]);
    }

    [Fact]
    public void A_value_that_the_mapping_does_not_know_is_undecided()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a", "public": "sometimes" }"""));
        Assert.Equal(["properties.publicNetworkAccess"], plan.OpenPaths("a"));
    }

    [Fact]
    public void Two_blocks_where_one_is_expected_are_undecided()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a", "network_acls": [{ "default_action": "Deny" }, { "default_action": "Allow" }] }"""));
        Assert.Equal(["properties.networkAcls.bypass", "properties.networkAcls.defaultAction", "properties.networkAcls.ipRules"], plan.OpenPaths("a"));
    }

    [Fact]
    public void What_controls_read_and_no_mapping_speaks_of_is_undecided()
    {
        using var plan = Plan.Of(["properties.privateEndpointConnections[].properties.status", "properties.disableLocalAuth", "properties.migrated", "id"], Plan.Account("a", """{ "name": "a" }"""));
        Assert.Equal(["properties.privateEndpointConnections.properties.status"], plan.OpenPaths("a"));
    }

    [Fact]
    public void A_path_that_Terraform_cannot_tell_is_undecided_with_the_reason()
    {
        using var plan = Plan.Of(["properties.state"], Plan.Account("a", """{ "name": "a" }"""));
        Assert.Contains("read-only", Assert.Single(plan.Snapshot.Gaps).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "restricted": true, "older_open": true }""", true)]
    [InlineData("""{ "restricted": null, "older_open": false }""", true)]
    [InlineData("""{ "oldest_restricted": true }""", true)]
    [InlineData("{}", false)]
    [InlineData("""{ "older_open": null }""", false)]
    public void Of_several_names_the_first_that_is_written_counts_and_the_default_is_the_last_ones(string values, bool restricted)
    {
        using var plan = Plan.Of(Plan.Resource("test_account", "a", values));
        Assert.Equal(restricted, Assert.Single(plan.Rows("resources | project tobool(properties.restrictOutboundNetworkAccess)"))[0]);
    }

    [Fact]
    public void A_name_of_another_provider_version_does_not_matter_and_without_any_of_the_names_the_path_is_open()
    {
        using var plan = Plan.Of(Plan.Bare("test_account", "a", """{ "name": "a", "older_open": null }"""), Plan.Bare("test_account", "b", """{ "name": "b" }"""));

        Assert.DoesNotContain("properties.restrictOutboundNetworkAccess", plan.OpenPaths("a"));
        Assert.Contains("properties.restrictOutboundNetworkAccess", plan.OpenPaths("b"));
    }

    [Fact]
    public void A_name_that_is_not_known_yet_lets_no_default_in()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a" }""", unknown: """{ "older_open": true }"""));
        Assert.Equal(["properties.restrictOutboundNetworkAccess"], plan.OpenPaths("a"));
    }

    [Fact]
    public void A_block_that_is_written_is_there_however_little_of_it_is_known()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a", "key": [{}] }""", unknown: """{ "key": [{ "id": true }] }"""));

        Assert.Equal("Microsoft.KeyVault", Assert.Single(plan.Rows("resources | project tostring(properties.encryption.keySource)"))[0]);
        Assert.Empty(plan.Snapshot.Gaps);
    }

    [Fact]
    public void What_is_open_in_an_element_leaves_that_part_of_the_list_open()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a", "storage": [{ "client_id": "c" }] }""", unknown: """{ "storage": [{ "account_id": true }] }"""));

        Assert.Equal(["properties.userOwnedStorage.resourceId"], plan.OpenPaths("a"));
        Assert.Equal("c", Assert.Single(plan.Rows("resources | project tostring(properties.userOwnedStorage[0].identityClientId)"))[0]);
    }

    [Fact]
    public void An_attribute_that_could_hold_a_secret_and_is_null_holds_none()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a", "subdomain": null }""", sensitive: """{ "subdomain": true }"""));
        Assert.Empty(plan.Snapshot.Gaps);
    }

    [Theory]
    [InlineData("""{ "constant_value": false }""", new[] { "properties.disableLocalAuth" })]
    [InlineData(null, new string[0])]
    public void An_attribute_that_the_configuration_leaves_to_Azure_is_not_written(string? expression, string[] open)
    {
        var written = Plan.Account("a", """{ "name": "a" }""", unknown: """{ "local_auth_enabled": true }""")["values"]!.ToJsonString();
        using var plan = Plan.FromText($$"""
            { "format_version": "1.2",
              "planned_values": { "root_module": { "resources": [{ "address": "test_account.a", "mode": "managed", "type": "test_account", "name": "a", "values": {{written}} }] } },
              "resource_changes": [{ "address": "test_account.a", "change": { "after_unknown": { "local_auth_enabled": true } } }],
              "configuration": { "root_module": { "resources": [{ "address": "test_account.a", "type": "test_account", "name": "a", "expressions": { "name": { "constant_value": "a" }{{(expression is null ? "" : ", \"local_auth_enabled\": " + expression)}} } }] } } }
            """);
        Assert.Equal(open, plan.OpenPaths("a"));
    }

    [Fact]
    public void An_id_that_is_not_known_yet_is_that_of_the_planned_resource()
    {
        var (a, b) = (Plan.Account("a", """{ "name": "a" }""", unknown: """{ "workspace_id": true }"""), Plan.Account("b", """{ "name": "b" }"""));
        using var plan = Plan.FromText($$"""
            { "format_version": "1.2",
              "planned_values": { "root_module": { "resources": [{{a.ToJsonString()}}, {{b.ToJsonString()}}] } },
              "resource_changes": [{ "address": "test_account.a", "change": { "after_unknown": { "workspace_id": true } } }],
              "configuration": { "root_module": { "resources": [{ "address": "test_account.a", "type": "test_account", "name": "a", "expressions": { "workspace_id": { "references": ["test_account.b.id", "test_account.b"] } } }] } } }
            """);

        Assert.EndsWith("/accounts/b", (string)Assert.Single(plan.Rows("resources | where name == 'a' | project tostring(properties.workspaceId)"))[0]!);
        Assert.Empty(plan.Snapshot.Gaps);
    }

    [Fact]
    public void What_another_resource_sets_settles_what_the_account_left_open()
    {
        using var plan = Plan.Of(
            Plan.Account("a", """{ "name": "chat" }""", unknown: """{ "network_acls": true }"""),
            Plan.Resource("test_account_rules", "r", """{ "default_action": "Deny", "account_id": "chat" }"""));
        Assert.Equal(["properties.networkAcls.bypass", "properties.networkAcls.ipRules"], plan.OpenPaths("chat"));
    }

    [Theory]
    [InlineData("""{ "references": ["test_account.a.id", "test_account.a"] }""", "inner")]
    [InlineData("""{ "references": ["var.account"] }""", "root")]
    [InlineData("""{ "references": ["module.other.account_id", "module.other"] }""", "other")]
    public void A_child_finds_the_parent_whose_id_is_not_known_yet(string expression, string parent)
    {
        using var plan = Plan.InModules(expression);
        Assert.EndsWith($"/accounts/{parent}/deployments/gpt", (string)Assert.Single(plan.Rows("armresources | project id"))[0]!);
    }

    [Fact]
    public void A_child_of_an_existing_parent_has_its_real_id()
    {
        using var plan = Plan.Of(Plan.Deployment("d", $$"""{ "name": "gpt", "account_id": "{{Export.Account}}" }"""));
        Assert.Equal(Export.Account + "/deployments/gpt", Assert.Single(plan.Rows("armresources | project id"))[0]);
    }

    [Fact]
    public void A_resource_that_goes_into_another_adds_to_its_body()
    {
        using var plan = Plan.Of(
            Plan.Account("a", """{ "name": "chat" }"""),
            Plan.Resource("test_account_rules", "r", """{ "default_action": "Deny", "account_id": "chat" }"""),
            Plan.Resource("test_account_rules", "lost", """{ "default_action": "Deny", "account_id": "/subscriptions/1/resourceGroups/x/providers/Microsoft.CognitiveServices/accounts/elsewhere" }"""));

        Assert.Equal([["chat", "Deny"]], plan.Rows("resources | project name, tostring(properties.networkAcls.defaultAction)"));
        Assert.Contains("test_account_rules.lost", plan.Told(SourceCodes.TerraformLoose)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_of_one_name_stay_two()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "chat" }"""), Plan.Account("b", """{ "name": "chat", "local_auth_enabled": false }"""));
        Assert.Equal(2, plan.Rows("resources").Count);
    }

    [Theory]
    [InlineData("""{ "properties": { "disableLocalAuth": true } }""")]
    [InlineData("\"{\\\"properties\\\":{\\\"disableLocalAuth\\\":true}}\"")]
    public void An_azapi_resource_is_ARM_as_it_stands(string body)
    {
        using var plan = Plan.Of(["properties.anything"], Plan.Resource("azapi_resource", "s", $$"""{ "type": "Microsoft.Search/searchServices@2025-05-01", "name": "docs", "body": {{body}} }"""));

        Assert.Equal([["docs", true]], plan.Rows("resources | project name, tobool(properties.disableLocalAuth)"));
        Assert.Empty(plan.Snapshot.Gaps);
    }

    [Fact]
    public void What_an_azapi_body_does_not_know_yet_is_undecided()
    {
        using var plan = Plan.Of(Plan.Resource("azapi_resource", "s", """{ "type": "Microsoft.Search/searchServices@2025-05-01", "name": "docs", "body": { "properties": { "hostingMode": "default" } } }""", unknown: """{ "body": { "properties": { "disableLocalAuth": true } } }"""));
        Assert.Equal(["properties.disableLocalAuth"], plan.OpenPaths("docs"));
    }

    [Fact]
    public void Types_without_a_mapping_are_named()
    {
        using var plan = Plan.Of(Plan.Account("a", """{ "name": "a" }"""), Plan.Resource("random_pet", "x", "{}"), Plan.Resource("random_pet", "y", "{}"));
        Assert.Contains("random_pet (2)", plan.Told(SourceCodes.TerraformUnmapped)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_is_read_with_its_real_ids()
    {
        using var state = Plan.FromText($$"""{ "format_version": "1.0", "values": { "root_module": { "resources": [{ "address": "test_account.a", "mode": "managed", "type": "test_account", "name": "a", "values": { "id": "{{Export.Account}}", "name": "Chat", "local_auth_enabled": false } }] } } }""");
        Assert.Equal([[Export.Account, true]], state.Rows("resources | project id, tobool(properties.disableLocalAuth)"));
    }

    [Theory]
    [InlineData("""{ "format_version": "1.2", "planned_values": {} }""")]
    [InlineData("""{ "format_version": "1.2", "planned_values": { "root_module": { "resources": [1, null, {}, { "mode": "managed" }], "child_modules": 7 } }, "resource_changes": {}, "configuration": [] }""")]
    [InlineData("""{ "format_version": "1.2", "planned_values": { "root_module": { "resources": [{ "address": "test_account.a", "mode": "managed", "type": "test_account", "name": "a", "values": { "name": 7, "network_acls": "odd", "identity": [1] } }] } } }""")]
    public void Odd_plans_are_no_crash(string text)
    {
        using var plan = Plan.FromText(text);
        Assert.NotNull(plan.Snapshot);
    }
}

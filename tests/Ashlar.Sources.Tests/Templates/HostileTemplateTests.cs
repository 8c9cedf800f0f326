using Ashlar.Model;
using Ashlar.Sources.Exports;
using Ashlar.Sources.Templates;
using Ashlar.Sources.Templates.Cli;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Tests.Templates;

/// <summary>What must never become a fact, and what must never stop a scan.</summary>
public sealed class HostileTemplateTests
{
    private static string Template(string properties, string more = "") =>
        "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\"contentVersion\":\"1.0.0.0\"" + more
        + ",\"resources\":[{\"type\":\"Microsoft.ContainerRegistry/registries\",\"apiVersion\":\"2023-07-01\",\"name\":\"r\",\"location\":\"w\",\"sku\":{\"name\":\"Premium\"},\"properties\":" + properties + "}]}";

    private static Export Read(string properties)
    {
        var export = Export.Of(Template(properties), "t.json");
        export.Read(Deployed.Options("properties.adminUserEnabled", "properties.networkRuleSet.ipRules[].value", "properties.a"));
        return export;
    }

    [Theory]
    [InlineData("""{"AdminUserEnabled":true}""", """{"adminUserEnabled":true}""")]
    [InlineData("""{"ADMINUSERENABLED":true,"networkruleset":{"IPRules":[{"Value":"0.0.0.0/0"}]}}""", """{"adminUserEnabled":true,"networkRuleSet":{"ipRules":[{"value":"0.0.0.0/0"}]}}""")]
    public void A_property_in_another_case_is_the_one_that_rules_read(string written, string read)
    {
        using var export = Read(written);

        Assert.Equal(read, export.Body("/r"));
        Assert.Empty(export.Snapshot.Gaps);
    }

    [Theory]
    [InlineData("""{"adminUserEnabled":false,"adminUserEnabled":true,"b":1}""")]
    [InlineData("""{"adminUserEnabled":false,"AdminUserEnabled":true,"b":1}""")]
    [InlineData("""{"adminUserEnabled":"False","b":1}""")]
    [InlineData("""{"adminUserEnabled":" true","b":1}""")]
    [InlineData("""{"adminUserEnabled":"NaN","b":1}""")]
    [InlineData("""{"adminUserEnabled":"[bool('false')]x]","b":1}""")]
    public void A_value_that_may_mean_another_is_open(string written)
    {
        using var export = Read(written);

        Assert.Equal("""{"b":1}""", export.Body("/r"));
        Assert.Equal(["properties.adminUserEnabled"], export.Open("/r"));
    }

    [Fact]
    public void What_only_Azure_can_say_is_not_taken_from_a_template()
    {
        using var export = Read("""{"provisioningState":"Succeeded","PrivateEndpointConnections":[{"properties":{}}],"a":[{"b":1,"privateLinkServiceConnectionState":{"status":"Approved"}}]}""");

        Assert.Equal("""{"a":[{"b":1}]}""", export.Body("/r"));
    }

    [Fact]
    public void Settings_by_name_and_tags_keep_their_texts()
    {
        using var export = Read("""{"a":[{"name":"FLAG","value":"true"}]}""");

        Assert.Equal("""{"a":[{"name":"FLAG","value":"true"}]}""", export.Body("/r"));
    }

    [Fact]
    public void Parts_of_the_template_in_another_case_count_as_well()
    {
        using var export = Deployed.Read(("t.json", """
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","ContentVersion":"1.0.0.0",
             "Parameters":{"p":{"Type":"string","DefaultValue":"x"}},
             "Resources":[{"Type":"Microsoft.KeyVault/vaults","ApiVersion":"2023-07-01","Name":"[parameters('p')]","Location":"w","displayName":"a vault","etag":"1","Properties":{"a":1}}]}
            """));

        Assert.Equal(["/providers/Microsoft.KeyVault/vaults/x"], export.Ids("t.json"));
        Assert.Equal("t.json:3", export.Place("/x"));
    }

    [Fact]
    public void A_compile_error_is_said_at_its_place_and_the_other_files_are_read()
    {
        using var export = Deployed.Read(
            ("bad.bicep", "param a string\nresource kv 'Microsoft.KeyVault/vaults@2023-07-01' = {\n  name: missing\n}\n"),
            ("good.bicep", "resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'kv', location: 'w', properties: {} }\n"));

        Assert.Equal(["/providers/Microsoft.KeyVault/vaults/kv"], export.Ids("good.bicep"));
        Assert.Contains(export.Diagnostics, d => d is { Code: SourceCodes.BicepError, Line: 3, Column: 9 } && d.File!.EndsWith("/bad.bicep", StringComparison.Ordinal) && d.Message.StartsWith("BCP057", StringComparison.Ordinal));
        Assert.Equal((GapReason.Unreadable, Deployed.Scope + "bad.bicep"), Assert.Single(export.Snapshot.Gaps.Select(g => (g.Reason, g.Scope))));
    }

    [Theory]
    [InlineData("resorce kv 'Microsoft.KeyVault/vaults@2023-07-01' = {\n  name: 'kv'\n}\n", true)]
    [InlineData("\0r\0e\0s\0o\0u\0r\0c\0e", true)]
    [InlineData("@secure()\nparam p string\nvar v = p == 'x'\n  ? 1\n  : 2\n/* a\nword */\n@export()\ntype t = {\n  a: string\n}\n", false)]
    public void A_file_that_declares_nothing_because_of_a_slip_is_a_gap(string text, bool isGap)
    {
        using var export = Deployed.Read(("a.bicep", text), ("good.bicep", "resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'kv', location: 'w', properties: {} }\n"));

        Assert.Equal(isGap ? [Deployed.Scope + "a.bicep"] : [], export.Snapshot.Gaps.Select(g => g.Scope));
    }

    [Fact]
    public void What_the_compiler_says_quotes_no_value_and_no_place_on_this_machine()
    {
        using var export = Deployed.Read(
            ("main.bicep", """
            @secure()
            param bag object
            param list string[]
            """),
            ("main.bicepparam", """
            using 'main.bicep'
            param bag = 'hunter\'hunter'
            param list = ['a', { key: 'hunter' }]
            """),
            ("gone.bicepparam", "using 'missing.bicep'\n"));

        var said = export.Diagnostics.Select(d => d.Message).ToArray();
        Assert.Contains(said, m => m.Contains("'…'", StringComparison.Ordinal));
        Assert.Contains(said, m => m.Contains("'missing.bicep'", StringComparison.Ordinal));
        Assert.DoesNotContain(said, m => m.Contains("hunter", StringComparison.Ordinal) || m.Contains(Path.GetTempPath(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_handful_of_errors_is_told_of_a_file_with_many()
    {
        using var export = Deployed.Bicep(string.Concat(Enumerable.Range(0, 30).Select(i => $"output o{i} string = nothing{i}\n")) + "resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'kv' }\n");

        Assert.Equal(6, export.Diagnostics.Count(d => d.Code == SourceCodes.BicepError));
    }

    [Theory]
    [InlineData("module m 'br:example.azurecr.io/bicep/x:v1' = { name: 'm' }\n", "br:example.azurecr.io/bicep/x:v1")]
    [InlineData("module m 'br/public:avm/res/x/y:0.1.0' = { name: 'm' }\n", "br/public:avm/res/x/y:0.1.0")]
    [InlineData("module m 'br/ours:y:1' = { name: 'm' }\n", "br/ours:y:1")]
    [InlineData("module m 'ts:00000000-0000-0000-0000-000000000000/rg/spec:v1' = { name: 'm' }\n", "ts:")]
    [InlineData("import { t } from 'br:example.azurecr.io/bicep/x:v1'\nmodule m 'm.bicep' = { name: 'm' }\n", "br:example.azurecr.io/bicep/x:v1")]
    [InlineData("module m 'm.bicep' = { name: 'm' }\nmodule n 'n.bicep' = { name: 'n' }\n", "br:example.azurecr.io/deep:v2")]
    [InlineData("extension graph\nmodule m 'm.bicep' = { name: 'm' }\n", "br:example.azurecr.io/ext:1")]
    public void What_is_not_restored_is_a_gap_with_the_command_and_nothing_is_fetched(string text, string missing)
    {
        using var export = new Export()
            .File("main.bicep", text)
            .File("m.bicep", "// module x 'br:never.example/a:1' = {}\nvar t = '''\nmodule x 'br:never.example/b:1' = {}\n'''\noutput o string = t\n")
            .File("n.bicep", missing.Contains("deep", StringComparison.Ordinal) ? "module deep 'br:example.azurecr.io/deep:v2' = { name: 'd' }\n" : "var a = 1\n")
            .File("bicepconfig.json", """{"moduleAliases":{"br":{"ours":{"registry":"example.azurecr.io","modulePath":"x"}}},"extensions":{"graph":"br:example.azurecr.io/ext:1"},"cacheRootDirectory":"./cache"}""")
            .File("z.json", "[{\"id\":\"/subscriptions/1/providers/a.b/c/d\",\"type\":\"a.b/c\"}]");
        // A program that would hang: it must not be asked.
        using var folder = Folder.With();
        using var hanging = BicepCli.TryOpen(folder.Program("bicep", Cli.BrokenCliTests.Version + "exec sleep 600\n"), TimeSpan.FromMinutes(5), default)!;
        export.Read(new ExportOptions(Export.Today) { Templates = new TemplateOptions(new PropertyNames([])) { Cli = hanging } });

        var told = export.Told(SourceCodes.NotRestored);
        Assert.Contains(missing, told.Message, StringComparison.Ordinal);
        Assert.Contains("bicep restore ", told.Message, StringComparison.Ordinal);
        Assert.StartsWith("bicep restore ", Assert.Single(export.Snapshot.Gaps, g => g.Scope == Deployed.Scope + "main.bicep").Permission, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_CLI_Bicep_is_a_gap_that_says_what_to_do_and_ARM_is_read_as_far_as_it_is_literal()
    {
        using var export = new Export().File("main.bicep", "resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'kv' }\n").File("t.json", Template("""{"adminUserEnabled":false}"""));

        Assert.Equal("""{"adminUserEnabled":false}""", export.Body("/r"));
        Assert.Contains("bicep install", export.Told(SourceCodes.Bicep).Message, StringComparison.Ordinal);
        Assert.Contains("literal", export.Told(SourceCodes.Literal).Message, StringComparison.Ordinal);
        Assert.Equal("t.json:1", export.Place("/r"));
    }

    [Fact]
    public void A_CLI_that_ends_on_one_file_is_a_gap_of_that_file()
    {
        // Ends when a request names the file 'bad', and is the real one otherwise.
        using var folder = Folder.With();
        var wrapper = folder.Program("bicep", $$"""
            mkfifo "$(dirname "$0")/pipe.$$"; trap 'rm -f "$(dirname "$0")/pipe.$$"' EXIT
            "{{Bicep.Cli.Program}}" "$@" <"$(dirname "$0")/pipe.$$" &
            child=$!
            exec 3>"$(dirname "$0")/pipe.$$"
            while IFS= read -r header; do
              read -r blank
              body="$(head -c "${header//[^0-9]/}")"
              case "$body" in *bad.bicep*) kill $child; exit 1;; esac
              printf '%s\n\r\n%s' "$header" "$body" >&3
            done
            """);
        using var cli = BicepCli.TryOpen(wrapper, TimeSpan.FromSeconds(60), default)!;
        var text = "resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'kv', location: 'w', properties: {} }\n";
        using var export = new Export().File("a.bicep", text).File("bad.bicep", text).File("c.bicep", text);
        export.Read(new ExportOptions(Export.Today) { Templates = new TemplateOptions(new PropertyNames([])) { Cli = cli } });

        Assert.Equal([1, 0, 1], [export.Ids("a.bicep").Count, export.Ids("bad.bicep").Count, export.Ids("c.bicep").Count]);
        Assert.Equal(Deployed.Scope + "bad.bicep", Assert.Single(export.Snapshot.Gaps).Scope);
    }

    [Theory]
    [InlineData("it's a 'file'.bicep")]
    [InlineData("ünïcödé 文件.bicep")]
    [InlineData("with space (1) [2] {3} $x #y %41.bicep")]
    [InlineData("a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very.bicep")]
    public void Files_may_be_called_anything(string name)
    {
        using var export = Deployed.Read((name, "resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = { name: 'kv', location: 'w', properties: {} }\n"));

        Assert.Equal(["/providers/Microsoft.KeyVault/vaults/kv"], export.Ids(name));
        Assert.Equal(name + ":1 kv", export.Place("/kv"));
    }

    [Fact]
    public void A_linked_template_is_a_gap_of_its_own_that_says_nothing_of_the_rest()
    {
        using var export = Deployed.Read(("t.json", Template("{\"a\":1}").Replace("\"resources\":[", """
            "resources":[{"type":"Microsoft.Resources/deployments","apiVersion":"2022-09-01","name":"linked","properties":{"mode":"Incremental","templateLink":{"uri":"https://example.com/t.json"}}},
            """, StringComparison.Ordinal)));

        Assert.Equal("""{"a":1}""", export.Body("/r"));
        Assert.Contains("lies elsewhere", export.Told(SourceCodes.NotExpanded).Message, StringComparison.Ordinal);
        Assert.Equal("armresources/microsoft.resources/deployments", Assert.Single(export.Snapshot.Gaps).DataSet);
    }

    [Fact]
    public void A_deployment_evaluated_from_outside_is_expanded_with_open_parameters()
    {
        using var export = Deployed.Read(("t.json", Template("{\"a\":1}", ",\"parameters\":{\"p\":{\"type\":\"string\"}},\"variables\":{\"v\":\"val\"}").Replace("\"resources\":[", """
            "resources":[{"type":"Microsoft.Resources/deployments","apiVersion":"2022-09-01","name":"outer","properties":{"mode":"Incremental","template":{
              "$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0",
              "resources":[{"type":"Microsoft.KeyVault/vaults","apiVersion":"2023-07-01","name":"kv","location":"w","properties":{"x":"[parameters('p')]","y":"[variables('v')]"}}]}}},
            """, StringComparison.Ordinal)));

        Assert.Equal("""{"y":"val"}""", export.Body("/kv"));
        Assert.Equal(["properties.x"], export.Open("/kv"));
    }
}

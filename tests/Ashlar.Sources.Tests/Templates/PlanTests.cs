using Ashlar.Model;
using Ashlar.Sources.Exports;
using Ashlar.Store;

namespace Ashlar.Sources.Tests.Templates;

/// <summary>Which deployments the files of a folder are.</summary>
public sealed class PlanTests
{
    private const string Vault = "param name string = 'default'\nresource kv 'Microsoft.KeyVault/vaults@2023-07-01' = { name: name, location: 'w', properties: { tenantId: 'x', sku: { family: 'A', name: 'standard' } } }\n";
    private const string Arm = """
        {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0","parameters":{"name":{"type":"string","defaultValue":"default"}},
         "resources":[{"type":"Microsoft.KeyVault/vaults","apiVersion":"2023-07-01","name":"[parameters('name')]","location":"w","properties":{}}]}
        """;

    private static string Parameters(string values) =>
        $$$"""{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","contentVersion":"1.0.0.0","parameters":{{{{values}}}}}""";

    private static IReadOnlyList<string> Rows(Export export) =>
        [.. export.Rows("resources | project id | order by id asc").Select(r => ((string)r[0]!)[Deployed.Scope.Length..].Replace("/providers/Microsoft.KeyVault/vaults", "", StringComparison.Ordinal))];

    [Fact]
    public void A_module_is_part_of_what_uses_it()
    {
        using var export = Deployed.Read(("main.bicep", "module m 'm.bicep' = { name: 'm', params: { name: 'given' } }\n"), ("m.bicep", Vault), ("alone.bicep", Vault), ("types.bicep", "@export()\ntype t = string\n"));

        Assert.Equal(["alone.bicep/default", "main.bicep/given"], Rows(export));
    }

    [Fact]
    public void A_module_that_is_named_itself_is_read_by_itself_too()
    {
        using var folder = Folder.With(("main.bicep", "module m 'm.bicep' = { name: 'm', params: { name: 'given' } }\n"), ("m.bicep", Vault));
        using var writer = SnapshotWriter.Create(folder["s.ashlar"]);

        var report = ExportSource.Read([folder["main.bicep"], folder["m.bicep"]], writer, Deployed.Options(), default);

        Assert.Equal(2, report.Rows["resources"]);
    }

    [Fact]
    public void Files_that_use_each_other_in_a_circle_are_said()
    {
        using var export = Deployed.Read(("a.bicep", "module b 'b.bicep' = { name: 'b' }\n"), ("b.bicep", "module a 'a.bicep' = { name: 'a' }\n"), ("z.bicep", Vault));

        Assert.Equal(["z.bicep/default"], Rows(export));
        Assert.Contains(export.Diagnostics, d => d.Code == SourceCodes.BicepError && d.File!.EndsWith("/a.bicep", StringComparison.Ordinal) && d.Line == 1);
    }

    [Fact]
    public void A_parameters_file_deploys_the_template_it_uses_and_the_template_is_not_deployed_bare()
    {
        using var export = Deployed.Read(("main.bicep", Vault), ("prod.bicepparam", "using './main.bicep'\nparam name = 'prod'\n"), ("test.bicepparam", "using './main.bicep'\nparam name = 'test'\n"));

        Assert.Equal(["prod.bicepparam/prod", "test.bicepparam/test"], Rows(export));
        Assert.Equal("main.bicep:2 kv", export.Place("/prod"));
    }

    [Fact]
    public void What_a_parameters_file_takes_from_elsewhere_is_open()
    {
        using var export = Deployed.Read(("main.bicep", Vault), ("p.bicepparam", "using './main.bicep'\nparam name = externalInput('pipeline', 'x')\n"));

        Assert.Equal(["p.bicepparam/{name}"], Rows(export));
    }

    [Fact]
    public void Environment_variables_are_open_and_never_read()
    {
        Environment.SetEnvironmentVariable("ASHLAR_TEST_SECRET", "hunter");
        using var export = new Export().File("main.bicep", Vault).File("d.bicepparam", "using './main.bicep'\nvar unused = readEnvironmentVariable('ASHLAR_TEST_OTHER', 'default')\nparam name = 'plain'\n")
            .File("a.bicepparam", "using './main.bicep'\nparam name = readEnvironmentVariable('ASHLAR_TEST_SECRET', 'default')\n")
            .File("b.bicepparam", "using './main.bicep'\nvar v = '${readEnvironmentVariable('ASHLAR_TEST_SECRET')}-x'\nparam name = contains(toUpper('${v}'), 'HUNTER') ? 'a' : 'b'\n")
            .File("c.bicepparam", "using './main.bicep'\nparam name = readEnvironmentVariable(concat('ASHLAR_TEST_', 'SECRET'), 'default')\n");
        export.Read(new ExportOptions(Export.Today));

        Assert.Equal(["a.bicepparam/{name}", "b.bicepparam/{name}", "d.bicepparam/plain"], Rows(export));
        Assert.Contains(export.Diagnostics, d => d.Code == SourceCodes.BicepError && d.File!.EndsWith("/c.bicepparam", StringComparison.Ordinal));
        Assert.DoesNotContain("hunter", string.Concat(export.Diagnostics) + string.Concat(export.Snapshot.Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_files_in_JSON_go_with_the_template_they_are_named_after_each_a_deployment()
    {
        using var export = Deployed.Read(
            ("main.bicep", Vault), ("main.parameters.json", Parameters("\"name\":{\"value\":\"one\"}")), ("main.parameters.test.json", Parameters("\"NAME\":{\"value\":\"two\"}")),
            ("arm.json", Arm), ("arm.prod.parameters.json", Parameters("\"name\":{\"value\":\"three\"}")), ("bare.json", Arm));

        Assert.Equal(["arm.prod.parameters.json/three", "bare.json/default", "main.parameters.json/one", "main.parameters.test.json/two"], Rows(export));
    }

    [Theory]
    [InlineData("\"value\":\"${AZURE_NAME}\"")]
    [InlineData("\"value\":\"#{name}#\"")]
    [InlineData("\"value\":\"__NAME__\"")]
    [InlineData("\"value\":\"GEN-UNIQUE\"")]
    [InlineData("\"reference\":{\"keyVault\":{\"id\":\"/x\"},\"secretName\":\"s\"}")]
    [InlineData("")]
    public void What_a_tool_fills_in_or_a_vault_holds_is_open(string value)
    {
        using var export = Deployed.Read(("main.bicep", Vault), ("main.parameters.json", Parameters("\"name\":{" + value + "}")));

        Assert.Equal(["main.parameters.json/{name}"], Rows(export));
    }

    [Fact]
    public void A_given_text_in_brackets_is_a_text()
    {
        using var export = Deployed.Read(
            ("arm.json", Arm.Replace("\"properties\":{}", "\"properties\":{\"x\":\"[parameters('name')]\"}", StringComparison.Ordinal)),
            ("arm.parameters.json", Parameters("\"name\":{\"value\":\"[concat('a', 'b')]\"}")));

        Assert.DoesNotContain("/ab", Assert.Single(Rows(export)), StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_are_open_when_a_parameters_file_of_another_name_sets_them()
    {
        using var export = Deployed.Read(("main.bicep", Vault), ("parameters.json", Parameters("\"name\":{\"value\":\"x\"}")), ("sub/main.bicep", Vault));

        Assert.Equal(["main.bicep/{name}", "sub.main.bicep/default"], Rows(export));
    }

    [Fact]
    public void What_was_compiled_from_the_file_beside_it_is_not_read_twice()
    {
        var compiled = Bicep.Cli;
        using var folder = Folder.With(("main.bicep", Vault));
        using var export = Deployed.Read(("main.bicep", Vault), ("main.json", compiled.Compile(folder["main.bicep"], default).Template!), ("other.json", Arm));

        Assert.Equal(["main.bicep/default", "other.json/default"], Rows(export));
    }

    [Fact]
    public void Files_of_one_name_in_several_inputs_are_told_apart()
    {
        using var folder = Folder.With(("a/main.bicep", Vault), ("b/main.bicep", Vault), ("c/x/main.bicep", Vault));
        using var writer = SnapshotWriter.Create(folder["s.ashlar"]);
        var report = ExportSource.Read([folder["a/main.bicep"], folder["b"], folder["c/x/main.bicep"]], writer, Deployed.Options(), default);
        writer.Seal(new SnapshotInfo("t", report.AsOf, "t", [], "0"), default);
        using var snapshot = Snapshot.Open(folder["s.ashlar"], [], default);

        Assert.Equal(["a/main.bicep", "b/main.bicep", "x/main.bicep"], snapshot.Origins.Values.Select(o => o.File).Order(StringComparer.Ordinal));
        Assert.Equal(3, snapshot.Origins.Count);
    }
}

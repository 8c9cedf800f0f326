using Ashlar.Sources.Templates.Cli;

namespace Ashlar.Sources.Tests.Templates.Cli;

public sealed class BicepCliTests
{
    private const string Store = """
        param name string
        resource old 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
          name: 'kv'
        }
        resource store 'Microsoft.Storage/storageAccounts@2023-01-01' = {
          name: name
          location: 'westeurope'
          kind: 'StorageV2'
          sku: { name: 'Standard_LRS' }
        }

        """;

    [Fact]
    public void A_file_becomes_a_template()
    {
        using var folder = Folder.With(("main.bicep", Store));

        var compiled = Bicep.Cli.Compile(folder["main.bicep"], default);

        Assert.Contains("Microsoft.Storage/storageAccounts", compiled.Template, StringComparison.Ordinal);
        Assert.Empty(compiled.Errors);
    }

    [Fact]
    public void An_error_has_its_place()
    {
        using var folder = Folder.With(("main.bicep", "param a string\n  resource x 'no type' = {}\n"));

        var compiled = Bicep.Cli.Compile(folder["main.bicep"], default);

        Assert.Null(compiled.Template);
        var error = Assert.Single(compiled.Errors);
        Assert.Equal((folder["main.bicep"], 2, 14, "BCP029"), (error.File, error.Line, error.Column, error.Code));
    }

    [Fact]
    public void What_is_not_given_stays_an_expression()
    {
        using var folder = Folder.With(("main.bicep", Store), ("main.bicepparam", "using 'main.bicep'\nparam name = externalInput('ashlar', 'name')\n"));

        var snapshot = Bicep.Cli.Snapshot(folder["main.bicepparam"], default);

        Assert.Equal("[externalInputs('ashlar_0')]", snapshot["predictedResources"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void Parameters_are_compiled_with_their_template()
    {
        using var folder = Folder.With(("main.bicep", Store), ("a b 'c'.bicepparam", "using 'main.bicep'\nparam name = 'x'\n"));

        var compiled = Bicep.Cli.CompileParameters(folder["a b 'c'.bicepparam"], default);

        Assert.Contains("\"x\"", compiled.Parameters, StringComparison.Ordinal);
        Assert.Contains("Microsoft.Storage/storageAccounts", compiled.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        using var folder = Folder.With();

        var refusal = Assert.Throws<BicepException>(() => Bicep.Cli.Compile(folder["none.bicep"], default));

        Assert.Equal(BicepFailure.Refused, refusal.Failure);
    }

    [Fact]
    public void Several_threads_ask_one_process()
    {
        using var folder = Folder.With([.. Enumerable.Range(0, 8).Select(i => ($"f{i}.bicep", Store.Replace("'kv'", $"'kv{i}'", StringComparison.Ordinal) + $"output o string = 'o{i}'\n"))]);

        var templates = Enumerable.Range(0, 8).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(i => Bicep.Cli.Compile(folder[$"f{i}.bicep"], default).Template!).ToArray();

        Assert.All(templates.Index(), t => Assert.Contains($"\"o{t.Index}\"", t.Item, StringComparison.Ordinal));
    }
}

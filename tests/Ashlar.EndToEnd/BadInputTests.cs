using System.Text;
using System.Text.Json;

namespace Ashlar.EndToEnd;

/// <summary>What cannot be read is one clear message; the rest is assessed; no stack trace, ever.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Account = """{"id":"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/good","name":"good","type":"Microsoft.CognitiveServices/accounts","kind":"OpenAI","location":"westeurope","properties":{"disableLocalAuth":true,"publicNetworkAccess":"Disabled"}}""";
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("truncated", """[{"id":"/subscriptions/1/resourceGroups/rg/providers/Microsoft.Search/searchServices/s","type":"Microsoft.Search/searchServices","prop""")]
    [InlineData("empty", "")]
    [InlineData("not JSON", "hello, world")]
    [InlineData("no resources", """[{"colour":"blue"},{"colour":"red"}]""")]
    [InlineData("a number", "42")]
    public async Task A_bad_file_is_said_and_the_rest_is_assessed(string kind, string text)
    {
        _shell.Write("in/good.json", Account);
        _shell.Write("in/odd.json", text);
        var run = await Shell.RunAsync("scan", "--from", _shell.Path("in"), "--out", _shell.Path("out"), "--fail-on", "none");
        Assert.True(run.Code is 0 or 3, kind + ": " + run.Error);
        Assert.Contains("odd.json", run.Error);
        Assert.DoesNotContain("   at ", run.Error + run.Out);
        Assert.Contains("accounts/good", await File.ReadAllTextAsync(_shell.Path("out", "findings.json")));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_read_or_said()
    {
        Directory.CreateDirectory(_shell.Path("in"));
        await File.WriteAllTextAsync(_shell.Path("in", "utf16.json"), Account, Encoding.Unicode);
        await File.WriteAllTextAsync(_shell.Path("in", "bom.json"), Account.Replace("good", "bom", StringComparison.Ordinal), new UTF8Encoding(true));
        await File.WriteAllBytesAsync(_shell.Path("in", "latin1.json"), Encoding.Latin1.GetBytes(Account.Replace("good", "caf\u00e9", StringComparison.Ordinal)));
        var run = await Shell.RunAsync("scan", "--from", _shell.Path("in"), "--out", _shell.Path("out"), "--fail-on", "none");
        var findings = await File.ReadAllTextAsync(_shell.Path("out", "findings.json"));
        Assert.Contains("accounts/good", findings);
        Assert.Contains("accounts/bom", findings);
        Assert.Contains("latin1.json", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task Nothing_to_assess_gives_exit_code_2_and_what_to_do()
    {
        _shell.Write("in/odd.json", "[]");
        var run = await Shell.RunAsync("scan", "--from", _shell.Path("in"), "--out", _shell.Path("out"));
        Assert.Equal(2, run.Code);
        Assert.Contains("export-kit", run.Error);
    }

    [Fact]
    public async Task A_path_that_is_not_there_gives_exit_code_2()
    {
        var run = await Shell.RunAsync("scan", "--from", _shell.Path("nowhere"), "--out", _shell.Path("out"));
        Assert.Equal(2, run.Code);
        Assert.Contains("nowhere", run.Error);
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("scan", "--from")]
    [InlineData("nosuchverb")]
    [InlineData("demo", "--format", "xml")]
    [InlineData("demo", "--fail-on", "terrible")]
    public async Task Bad_usage_gives_exit_code_2_and_points_to_help(params string[] args)
    {
        var run = await Shell.RunAsync(args);
        Assert.Equal(2, run.Code);
        Assert.Contains("--help", run.Error);
    }

    [Fact]
    public async Task A_folder_that_links_to_itself_ends()
    {
        _shell.Write("in/good.json", Account);
        Directory.CreateSymbolicLink(_shell.Path("in", "loop"), _shell.Path("in"));
        var run = await Shell.RunAsync("scan", "--from", _shell.Path("in"), "--out", _shell.Path("out"), "--fail-on", "none");
        Assert.True(run.Code is 0 or 3, run.Error);
    }

    [Fact]
    public async Task An_id_that_comes_twice_is_said_once_and_counted_once()
    {
        _shell.Write("in/a.json", Account);
        _shell.Write("in/b.json", "[" + Account + "," + Account + "]");
        var run = await Shell.RunAsync("scan", "--from", _shell.Path("in"), "--out", _shell.Path("out"), "--fail-on", "none");
        Assert.Single(run.Error.Split('\n'), line => line.Contains("accounts/good", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Names_with_markup_escapes_and_formulas_are_harmless_everywhere()
    {
        var hostile = "<script>alert(1)</script>\\u001b[31m\\n=cmd|' /C calc'!A0</script>";
        _shell.Write("in/a.json", Account.Replace("\"name\":\"good\"", "\"name\":\"" + hostile + "\",\"tags\":{\"workload\":\"" + hostile + "\"}", StringComparison.Ordinal));
        var run = await Shell.RunAsync("scan", "--from", _shell.Path("in"), "--out", _shell.Path("out"), "--fail-on", "none");
        Assert.DoesNotContain('\u001b', run.Out + run.Error);
        foreach (var file in Directory.GetFiles(_shell.Path("out"), "*.*").Where(f => !f.Contains(".ashlar", StringComparison.Ordinal)))
        {
            var text = await File.ReadAllTextAsync(file);
            Assert.DoesNotContain("<script>alert", text);
            Assert.DoesNotContain('\u001b', text);
        }
    }

    [Theory]
    [InlineData("a.json", "b.json")]
    [InlineData("b.json", "a.json")]
    public async Task Two_rows_of_one_id_that_contradict_each_other_decide_nothing(string good, string bad)
    {
        _shell.Write("in/" + good, Account);
        _shell.Write("in/" + bad, Account.Replace("\"disableLocalAuth\":true", "\"disableLocalAuth\":false", StringComparison.Ordinal));
        var verdicts = await VerdictsAsync("ai-services-local-auth-disabled");
        Assert.Equal(["unknown"], verdicts);
        Assert.Equal(["pass"], await VerdictsAsync("ai-services-network-restricted"));
    }

    [Fact]
    public async Task A_parameter_that_a_file_beside_the_template_sets_is_open_and_one_of_its_own_file_is_decided()
    {
        _shell.Write("in/azuredeploy.json", """{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","parameters":{"access":{"type":"string","defaultValue":"Disabled"}},"resources":[{"type":"Microsoft.CognitiveServices/accounts","apiVersion":"2024-10-01","name":"a","kind":"OpenAI","location":"westeurope","properties":{"publicNetworkAccess":"[parameters('access')]"}}]}""");
        Assert.Equal(["pass"], await VerdictsAsync("ai-services-network-restricted"));
        const string Parameters = """{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","parameters":{"access":{"value":"Enabled"}}}""";
        _shell.Write("in/parameters.json", Parameters);
        Assert.Equal(["unknown"], await VerdictsAsync("ai-services-network-restricted"));
        _shell.Write("in/azuredeploy.parameters.json", Parameters);
        Assert.Equal(["fail"], await VerdictsAsync("ai-services-network-restricted"));
    }

    [Theory]
    [InlineData("--markdown", "out/findings.json")]
    [InlineData("--junit", "out/tenant.ashlar")]
    [InlineData("--markdown", "in")]
    public async Task Results_that_would_take_each_others_place_are_bad_usage_and_nothing_is_written(string option, string path)
    {
        _shell.Write("in/good.json", Account);
        var run = await Shell.RunAsync("scan", "--from", _shell.Path("in"), "--out", _shell.Path("out"), option, _shell.Path(path.Split('/')));

        Assert.Equal(2, run.Code);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_shell.Path("out")));
    }

    [Fact]
    public async Task Keys_that_somebody_chose_are_no_body()
    {
        _shell.Write("in/acr.json", """[{"id":"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/r","name":"r","type":"Microsoft.ContainerRegistry/registries","loginServer":"r.azurecr.io"}]""");
        Assert.Equal(["unknown"], await VerdictsAsync("container-registry-admin-user-disabled"));
    }

    private async Task<List<string?>> VerdictsAsync(string control)
    {
        await Shell.RunAsync("scan", "--from", _shell.Path("in"), "--out", _shell.Path("out"), "--fail-on", "none");
        using var findings = JsonDocument.Parse(await File.ReadAllBytesAsync(_shell.Path("out", "findings.json")));
        return [.. findings.RootElement.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("control").GetString() == control).Select(f => f.GetProperty("verdict").GetString())];
    }
}

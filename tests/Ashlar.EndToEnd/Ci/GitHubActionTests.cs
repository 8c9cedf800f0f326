using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Ashlar.EndToEnd.Ci;

/// <summary>The Action's own step, in an environment like a runner's. The steps of others (setup-dotnet, upload-sarif) need GitHub and are looked at as text.</summary>
public sealed class GitHubActionTests : IDisposable
{
    private const string Template = """{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0","resources":[{"type":"Microsoft.ContainerRegistry/registries","apiVersion":"2023-07-01","name":"r","location":"westeurope","properties":{"adminUserEnabled":true}}]}""";
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task It_writes_summary_and_outputs_and_leaves_the_verdict_to_the_last_step()
    {
        _shell.Write("repo/infra/main.json", Template);
        var run = await StepAsync(("ASHLAR_PATH", "infra"), ("ASHLAR_FAIL_ON", "low"));
        Assert.True(run.Code == 0, run.Error);
        var outputs = Outputs();
        Assert.Equal("1", outputs["exit-code"]);
        Assert.StartsWith("## Ashlar: ", await File.ReadAllTextAsync(_shell.Path("summary.md")));
        Assert.All(new[] { "comment-file", "findings", "report", "junit", "sarif" }, name => Assert.True(File.Exists(outputs[name]), name));
    }

    [Fact]
    public async Task A_baseline_of_the_same_gives_0()
    {
        _shell.Write("repo/infra/main.json", Template);
        await StepAsync(("ASHLAR_PATH", "infra"), ("ASHLAR_FAIL_ON", "low"));
        File.Copy(Outputs()["findings"], _shell.Path("repo", "baseline.json"));
        await StepAsync(("ASHLAR_PATH", "infra"), ("ASHLAR_FAIL_ON", "low"), ("ASHLAR_BASELINE", "baseline.json"));
        Assert.Equal("0", Outputs()["exit-code"]);
    }

    [Fact]
    public async Task When_nothing_can_be_assessed_the_summary_says_so()
    {
        Directory.CreateDirectory(_shell.Path("repo"));
        var run = await StepAsync(("ASHLAR_PATH", "nowhere"));
        Assert.Equal(0, run.Code);
        Assert.Equal(["exit-code"], Outputs().Keys);
        Assert.Equal("2", Outputs()["exit-code"]);
        Assert.Contains("nothing was assessed", await File.ReadAllTextAsync(_shell.Path("summary.md")));
    }

    [Fact]
    public async Task Inputs_are_never_read_as_shell()
    {
        _shell.Write("repo/infra/main.json", Template);
        await StepAsync(("ASHLAR_PATH", "infra\n$(touch pwned)\n`touch pwned`\n; touch pwned"), ("ASHLAR_FAIL_ON", "$(touch pwned)"));
        Assert.False(File.Exists(_shell.Path("repo", "pwned")));
    }

    [Fact]
    public async Task Code_scanning_gets_open_failures_that_stand_in_a_file_of_the_repository()
    {
        _shell.Write("repo/infra/a b.bicep", "");
        _shell.Write("repo/infra/c.bicep", "");
        static string Result(string uri, string more = "\"kind\":\"fail\"") => $$"""{"ruleId":"r","message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"{{uri}}"} } }],{{more}} }""";
        string[] results =
        [
            Result("a%20b.bicep"),
            Result("infra/c.bicep"),
            Result("c.bicep", "\"kind\":\"open\""),
            Result("c.bicep", "\"kind\":\"fail\",\"suppressions\":[{\"kind\":\"external\"}]"),
            Result("c.bicep", "\"kind\":\"informational\",\"baselineState\":\"absent\""),
            """{"ruleId":"r","kind":"fail","message":{"text":"m"},"locations":[{"logicalLocations":[{"name":"n"}]}]}""",
        ];
        var sarif = _shell.Write("made.sarif", $$"""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Ashlar"} },"results":[{{string.Join(',', results)}}]}]}""");
        var program = _shell.Write("bin/fake", $"#!/bin/sh\nwhile [ $# -gt 0 ]; do [ \"$1\" = --out ] && out=\"$2\"; shift; done\ncp '{sarif}' \"$out/findings.sarif\"; echo comment > \"$out/comment.md\"; echo '::set-output name=x::y'\n");
        Script.Executable(program);
        var run = await StepAsync(("ASHLAR_PATH", "./infra/"), ("ASHLAR_COMMAND", program));
        using var sent = JsonDocument.Parse(await File.ReadAllBytesAsync(Outputs()["sarif"]));
        var uris = sent.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r => r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(["infra/a%20b.bicep", "infra/c.bicep"], uris);

        // What the program says stands between the marks that stop commands.
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("::stop-commands::" + lines[^1].Trim(':'), lines[0]);
    }

    [Fact]
    public void The_metadata_is_of_the_form_that_GitHub_reads()
    {
        var action = Yaml(Script.Of("github", "action.yml"));
        Assert.Subset(new HashSet<string> { "name", "description", "author", "inputs", "outputs", "runs", "branding" }, Keys(action));
        var inputs = (YamlMappingNode)action["inputs"];
        Assert.All(inputs.Children, input => Assert.Subset(new HashSet<string> { "description", "required", "default" }, Keys((YamlMappingNode)input.Value)));
        var steps = (YamlSequenceNode)action["runs"]["steps"];
        Assert.Equal("composite", action["runs"]["using"].ToString());
        foreach (var step in steps.Cast<YamlMappingNode>())
        {
            Assert.True(Keys(step).Contains("uses") ^ Keys(step).Contains("run"));
            Assert.Equal(Keys(step).Contains("run"), Keys(step).Contains("shell"));
            // An expression inside a script would be read as shell.
            Assert.DoesNotContain("${{", Keys(step).Contains("run") ? step["run"].ToString() : "");
        }

        var used = File.ReadAllText(Script.Of("github", "action.yml"));
        Assert.All(Keys(inputs), input => Assert.Contains("inputs." + input + " ", used));
        Assert.All(((YamlMappingNode)action["outputs"]).Children, output => Assert.Equal("${{ steps.scan.outputs." + output.Key + " }}", output.Value["value"].ToString()));
    }

    private static YamlMappingNode Yaml(string path)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(path);
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static HashSet<string> Keys(YamlMappingNode map) => [.. map.Children.Keys.Select(k => k.ToString())];

    private Task<ShellResult> StepAsync(params (string Name, string Value)[] inputs)
    {
        File.Delete(_shell.Path("outputs"));
        File.Delete(_shell.Path("summary.md"));
        Directory.CreateDirectory(_shell.Path("temp"));
        var environment = new Dictionary<string, string>
        {
            ["RUNNER_TEMP"] = _shell.Path("temp"),
            ["GITHUB_OUTPUT"] = _shell.Path("outputs"),
            ["GITHUB_STEP_SUMMARY"] = _shell.Path("summary.md"),
            ["ASHLAR_COMMAND"] = Script.Ashlar(_shell),
        };
        foreach (var (name, value) in inputs)
        {
            environment[name] = value;
        }

        return Script.RunAsync(Script.Of("github", "run.sh"), _shell.Path("repo"), environment);
    }

    private Dictionary<string, string> Outputs() =>
        File.ReadAllLines(_shell.Path("outputs")).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}

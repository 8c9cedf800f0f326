using YamlDotNet.RepresentationModel;

namespace Ashlar.EndToEnd.Ci;

/// <summary>The template's own step, as an agent runs it. The tasks of others need an agent and are looked at as text.</summary>
public sealed class AzureDevOpsTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task It_sets_the_verdict_and_uploads_the_summary()
    {
        var run = await StepAsync("mkdir -p \"$out\"; echo comment > \"$out/comment.md\"; exit 1");
        Assert.Equal(0, run.Code);
        Assert.Contains("##vso[task.setvariable variable=AshlarExitCode]1", run.Out);
        Assert.Contains("##vso[task.setvariable variable=AshlarWritten]true", run.Out);
        Assert.Contains("##vso[task.uploadsummary]" + _shell.Path("out", "comment.md"), run.Out);
    }

    [Fact]
    public async Task When_nothing_was_written_nothing_is_published()
    {
        var run = await StepAsync("echo no >&2; exit 2");
        Assert.Contains("variable=AshlarExitCode]2", run.Out);
        Assert.Contains("variable=AshlarWritten]false", run.Out);
        Assert.DoesNotContain("uploadsummary", run.Out);
    }

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 3)]
    public async Task What_could_not_be_seen_fails_when_strict(string strict, int code) =>
        Assert.Contains($"variable=AshlarExitCode]{code}", (await StepAsync("exit 3", ("ASHLAR_STRICT", strict))).Out);

    [Fact]
    public async Task A_name_in_the_log_is_no_command()
    {
        var run = await StepAsync("echo 'account ##vso[task.setvariable variable=PATH]x'; echo '##[error]y' >&2");
        Assert.DoesNotContain("variable=PATH]", run.Out.Replace("##vso (", "", StringComparison.Ordinal).Split('\n').Where(l => l.Contains("##vso[", StringComparison.Ordinal)).Aggregate("", string.Concat));
        Assert.DoesNotContain("##[error]", run.Out + run.Error);
        Assert.Contains("##vso (task.setvariable variable=PATH]x", run.Out);
    }

    [Fact]
    public void The_template_is_of_the_form_that_Azure_DevOps_reads()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Script.Of("azure-devops", "ashlar.yml"));
        yaml.Load(text);
        var template = (YamlMappingNode)yaml.Documents[0].RootNode;
        Assert.Equal(["parameters", "steps"], template.Children.Keys.Select(k => k.ToString()));
        var used = File.ReadAllText(Script.Of("azure-devops", "ashlar.yml"));
        foreach (var parameter in ((YamlSequenceNode)template["parameters"]).Cast<YamlMappingNode>())
        {
            Assert.Contains(parameter["type"].ToString(), new[] { "string", "boolean" });
            Assert.Contains("parameters." + parameter["name"], used);
        }

        var steps = ((YamlSequenceNode)template["steps"]).Cast<YamlMappingNode>().ToList();
        Assert.Equal(["UseDotNet@2", "Bash@3", "PublishTestResults@2", "CopyFiles@2", "PublishPipelineArtifact@1", "PublishPipelineArtifact@1", "Bash@3"], steps.Select(s => s["task"].ToString()));
        Assert.All(steps.Where(s => s["task"].ToString() == "Bash@3"), s => Assert.DoesNotMatch(@"\$\{\{|\$\(", s["inputs"]["script"].ToString()));
    }

    /// <param name="script">What the program does; <c>$out</c> is its --out.</param>
    private Task<ShellResult> StepAsync(string script, params (string Name, string Value)[] inputs)
    {
        var program = _shell.Write("bin/fake", "#!/bin/sh\nwhile [ $# -gt 0 ]; do [ \"$1\" = --out ] && out=\"$2\"; shift; done\n" + script + "\n");
        Script.Executable(program);
        var environment = new Dictionary<string, string> { ["ASHLAR_COMMAND"] = program, ["ASHLAR_OUT"] = _shell.Path("out") };
        foreach (var (name, value) in inputs)
        {
            environment[name] = value;
        }

        return Script.RunAsync(Script.Of("azure-devops", "run.sh"), _shell.Folder, environment);
    }
}

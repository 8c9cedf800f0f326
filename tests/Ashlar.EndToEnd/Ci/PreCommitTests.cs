using YamlDotNet.RepresentationModel;

namespace Ashlar.EndToEnd.Ci;

/// <summary>The hook in a real git repository.</summary>
public sealed class PreCommitTests : IDisposable
{
    private const string Head = """{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0","resources":[""";
    private const string Open = Head + """{"type":"Microsoft.ContainerRegistry/registries","apiVersion":"2023-07-01","name":"r","location":"westeurope","properties":{"adminUserEnabled":true}}]}""";
    private readonly Shell _shell = new();
    private readonly string _repository;

    public PreCommitTests()
    {
        _repository = Directory.CreateDirectory(_shell.Path("repo")).FullName;
        Script.Ashlar(_shell);
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_commit_that_brings_a_failure_is_held_up_and_one_that_is_known_goes_through()
    {
        await GitAsync("init", "-q");
        Install("--fail-on low --baseline baseline.json");
        _shell.Write("repo/baseline.json", """{"schema":"ashlar/findings/1","asOf":"2026-01-01T00:00:00Z","title":"none","findings":[]}""");
        _shell.Write("repo/infra/main.json", Open);
        await GitAsync("add", "infra");
        var held = await CommitAsync();
        Assert.NotEqual(0, held.Code);
        Assert.Contains(" new, 0 known", held.Out + held.Error);

        var scan = await Shell.RunAsync("scan", "--from", _shell.Path("repo", "infra", "main.json"), "--out", _shell.Path("out"));
        Assert.NotEqual(2, scan.Code);
        File.Copy(_shell.Path("out", "findings.json"), _shell.Path("repo", "baseline.json"), overwrite: true);
        var through = await CommitAsync();
        Assert.True(through.Code == 0, through.Out + through.Error);
    }

    [Fact]
    public async Task What_is_judged_is_what_is_staged()
    {
        await GitAsync("init", "-q");
        Install("--fail-on low");
        _shell.Write("repo/main.json", Open);
        await GitAsync("add", "main.json");
        _shell.Write("repo/main.json", Head + "]}");
        Assert.NotEqual(0, (await CommitAsync()).Code);
    }

    [Fact]
    public async Task A_commit_without_templates_is_not_looked_at()
    {
        await GitAsync("init", "-q");
        Install("--fail-on low --no-such-option x");
        _shell.Write("repo/package.json", "{\"name\":\"x\"}");
        _shell.Write("repo/readme.md", "main.bicep");
        await GitAsync("add", ".");
        var run = await CommitAsync();
        Assert.True(run.Code == 0, run.Error);
    }

    [Fact]
    public async Task Files_may_be_given_as_the_framework_gives_them()
    {
        _shell.Write("repo/a b.json", Open);
        _shell.Write("repo/package.json", "{}");
        Assert.Equal(1, (await HookAsync("--fail-on=low", "a b.json", "package.json")).Code);
        Assert.Equal(0, (await HookAsync("--fail-on", "none", "--", "a b.json")).Code);
        Assert.Equal(0, (await HookAsync("package.json", "gone.bicep")).Code);
        Assert.Equal(2, (await HookAsync("--suppressions", "nowhere.yaml", "a b.json")).Code);
    }

    [Fact]
    public async Task A_template_without_a_resource_holds_nothing_up()
    {
        _shell.Write("repo/empty.json", Head + "]}");
        var run = await HookAsync("empty.json");
        Assert.True(run.Code == 0, run.Error);
    }

    [Fact]
    public async Task A_file_that_cannot_be_judged_holds_the_commit_up_also_beside_one_that_can()
    {
        // HOME is an empty folder, so there is no Bicep CLI.
        _shell.Write("repo/main.bicep", "resource id 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'id', location: 'westeurope' }\n");
        _shell.Write("repo/bad.json", Open[..^3]);
        _shell.Write("repo/good.json", Open);

        Assert.Equal(0, (await HookAsync("--fail-on", "none", "good.json")).Code);
        foreach (var (bad, code) in new[] { ("main.bicep", "ASH1019"), ("bad.json", "ASH1006") })
        {
            var alone = await HookAsync("--fail-on", "none", bad);
            var beside = await HookAsync("--fail-on", "none", bad, "good.json");
            Assert.Equal((2, 2), (alone.Code, beside.Code));
            Assert.Contains(code, alone.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_hook_is_declared_where_the_framework_looks()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Repository.Root, ".pre-commit-hooks.yaml"));
        yaml.Load(text);
        var hook = (YamlMappingNode)Assert.Single((YamlSequenceNode)yaml.Documents[0].RootNode);
        Assert.Equal(["ashlar", "script", "true"], new[] { "id", "language", "require_serial" }.Select(key => hook[key].ToString()));
        Assert.True(File.Exists(Path.Combine(Repository.Root, hook["entry"].ToString())));
        Assert.Matches(hook["files"].ToString(), "infra/main.bicepparam");
        Assert.DoesNotMatch(hook["files"].ToString(), "main.bicep.md");
    }

    private void Install(string options)
    {
        var hook = _shell.Write("repo/.git/hooks/pre-commit", $"#!/bin/sh\nASHLAR_COMMAND='{_shell.Path("bin", "ashlar")}' exec '{Script.Of("pre-commit", "ashlar-hook")}' {options}\n");
        Script.Executable(hook);
    }

    private Task<ShellResult> HookAsync(params string[] arguments) =>
        Script.RunAsync(Script.Of("pre-commit", "ashlar-hook"), _repository, new Dictionary<string, string> { ["ASHLAR_COMMAND"] = _shell.Path("bin", "ashlar") }, arguments);

    private async Task GitAsync(params string[] arguments)
    {
        var run = await Script.RunAsync("git", _repository, new Dictionary<string, string>(), arguments);
        Assert.True(run.Code == 0, run.Error);
    }

    private Task<ShellResult> CommitAsync() =>
        Script.RunAsync("git", _repository, new Dictionary<string, string>(), "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "x");
}

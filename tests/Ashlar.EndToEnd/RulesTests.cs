using System.Text.Json;

namespace Ashlar.EndToEnd;

public sealed class RulesTests : IDisposable
{
    private const string Control = """
        title: Search services have a tag
        why: Nobody answers for what has no owner.
        severity: low
        discipline: governance
        scope: resources | where type =~ 'microsoft.search/searchservices' | project ResourceId = id
        fix: { summary: Add the tag owner., byHand: Only you know it. }
        frameworks: {}
        references: [ https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources ]
        """;

    private const string Query = """
        resources
        | where type =~ 'microsoft.search/searchservices'
        | project ResourceId = id, Verdict = iff(isempty(tostring(tags.owner)), 'fail', 'pass'), Evidence = pack('tags.owner', tags.owner)
        """;

    private const string Cases = """
        - name: with and without
          tables:
            resources:
              - { id: /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/a, tags: { owner: me }, properties: {} }
              - { id: /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/b, properties: {} }
          expect:
            /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/a: pass
            /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/b: fail
        """;

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private string Mine(string control = Control, string query = Query)
    {
        _shell.Write("mine/controls/search/search-services-have-an-owner/control.yaml", control);
        _shell.Write("mine/controls/search/search-services-have-an-owner/query.kql", query);
        _shell.Write("mine/controls/search/search-services-have-an-owner/cases.yaml", Cases);
        return _shell.Path("mine");
    }

    [Fact]
    public async Task The_built_in_rules_are_proven()
    {
        var run = await Shell.RunAsync("rules", "lint", "--format", "json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal([], json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(problem => problem.ToString()));
        Assert.True(json.RootElement.GetProperty("controls").GetInt32() >= 20);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task A_control_of_ones_own_is_listed_tested_and_linted_beside_the_built_in_ones()
    {
        var test = await Shell.RunAsync("rules", "test", "search-services-have-an-owner", "--content", Mine());
        Assert.Equal((0, ""), (test.Code, test.Error));
        Assert.Matches(@"ok +search-services-have-an-owner +1 of 1 cases", test.Out);
        var lint = await Shell.RunAsync("rules", "lint", "search-services-have-an-owner", "--content", Mine());
        Assert.Equal(0, lint.Code);
        var list = await Shell.RunAsync("rules", "list", "--content", Mine(), "--format", "json");
        using var json = JsonDocument.Parse(list.Out);
        var mine = json.RootElement.EnumerateArray().Single(control => control.GetProperty("id").GetString() == "search-services-have-an-owner");
        Assert.True(mine.GetProperty("runsInResourceGraph").GetBoolean());
        Assert.Equal("governance", mine.GetProperty("discipline").GetString());
    }

    [Fact]
    public async Task A_broken_control_gives_exit_code_2_and_file_line_and_code()
    {
        var run = await Shell.RunAsync("rules", "lint", "search-services-have-an-owner", "--content", Mine(Control.Replace("severity: low", "severity: none"), Query.Replace("tags.owner)", "tag.owner)")));
        Assert.Equal(2, run.Code);
        Assert.Contains("mine/controls/search/search-services-have-an-owner/control.yaml:3:11: error ASH2004:", run.Out);
        Assert.Contains("mine/controls/search/search-services-have-an-owner/query.kql:3:", run.Out);
        Assert.DoesNotContain(_shell.Folder, run.Out);
    }

    [Fact]
    public async Task A_silent_pass_is_found_and_told_with_what_to_do()
    {
        var run = await Shell.RunAsync("rules", "lint", "search-services-have-an-owner", "--content", Mine(query: Query.Replace("isempty(tostring(tags.owner)), 'fail', 'pass'", "tostring(tags.owner) == 'me', 'fail', 'pass'")));
        Assert.Equal(2, run.Code);
        Assert.Contains("ASH2034", run.Out);
        Assert.Contains("Missing data is never a pass", run.Out);
    }

    [Fact]
    public async Task An_id_that_no_control_has_is_said()
    {
        var run = await Shell.RunAsync("rules", "test", "no-such-control");
        Assert.Equal(2, run.Code);
        Assert.Contains("no-such-control", run.Error);
    }

    [Fact]
    public async Task Init_writes_a_file_that_decides_nothing_and_is_not_overwritten()
    {
        var scan = await Shell.RunAsync("demo", "--out", _shell.Path("out"));
        Assert.True(scan.Code is 0 or 3, scan.Error);
        var snapshot = Directory.EnumerateFiles(_shell.Path("out"), "*.ashlar").Single();
        var first = await Shell.RunAsync("init", "--snapshot", snapshot, "--out", _shell.Path("ashlar.yaml"));
        Assert.Equal(0, first.Code);
        var text = await File.ReadAllTextAsync(_shell.Path("ashlar.yaml"));
        Assert.All(text.Split('\n'), line => Assert.True(line.Length == 0 || line[0] == '#', line));
        Assert.Matches("# approvedRegions:\n#   - \"[a-z0-9]+\"  # [0-9]+ resources\n", text);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_shell.Path("ashlar.yaml")));
        }

        var second = await Shell.RunAsync("init", "--snapshot", snapshot, "--out", _shell.Path("ashlar.yaml"));
        Assert.Equal(2, second.Code);
        Assert.Contains("--force", second.Error);
        var missing = await Shell.RunAsync("init", "--snapshot", _shell.Path("none.ashlar"), "--out", "-");
        Assert.Equal(2, missing.Code);
        Assert.DoesNotContain("   at ", missing.Error);
    }
}

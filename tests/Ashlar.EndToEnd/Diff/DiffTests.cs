using System.Text.Json;

namespace Ashlar.EndToEnd.Diff;

public sealed class DiffTests(ContosoWeek week) : IClassFixture<ContosoWeek>
{
    [Fact]
    public void The_sample_tenant_a_week_later_reads_as_in_the_golden_page()
    {
        var golden = Path.Combine(Repository.Root, "tests", "Ashlar.EndToEnd", "Diff", "contoso.md");
        if (Environment.GetEnvironmentVariable("ASHLAR_GOLDEN") == "write")
            File.WriteAllText(golden, week.Markdown);
        Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings("\n"), week.Markdown.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_change_of_the_json_has_an_id_of_its_own_and_the_summary_counts_them()
    {
        var changes = week.Json.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(changes.Count, changes.Select(c => c.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(changes.Count, week.Json.GetProperty("summary").EnumerateObject().SelectMany(t => t.Value.EnumerateObject()).Sum(a => a.Value.GetInt32()));
        Assert.Equal("ashlar/diff/1", week.Json.GetProperty("schema").GetString());
    }

    [Fact]
    public void What_can_no_longer_be_seen_ends_with_3_and_what_got_worse_with_1_when_asked() => Assert.Equal((3, 1), (week.Code, week.FailOnWorseCode));

    [Fact]
    public async Task A_file_against_itself_or_its_copy_says_that_nothing_changed()
    {
        File.Copy(week.Before, week.Shell.Path("copy.ashlar"), overwrite: true);
        foreach (var other in new[] { week.Before, week.Shell.Path("copy.ashlar") })
        {
            var run = await Shell.RunAsync("diff", week.Before, other, "--fail-on", "worse");
            Assert.Equal(0, run.Code);
            Assert.Contains("Nothing changed.", run.Out);
        }
    }

    [Fact]
    public async Task An_order_that_is_the_wrong_way_round_is_said()
    {
        var run = await Shell.RunAsync("diff", week.After, week.Before, "--only", "exposure");
        Assert.Contains("The first snapshot is newer than the second", run.Out);
        Assert.Contains("is reached from network (was internet)", run.Out);
    }

    [Fact]
    public async Task Another_tenant_is_said()
    {
        using var shell = new Shell();
        shell.Write("in/account.json", """[{"id":"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/a","tenantId":"99999999-9999-4999-8999-999999999999","type":"Microsoft.CognitiveServices/accounts","properties":{}}]""");
        await Shell.RunAsync("scan", "--from", shell.Path("in"), "--out", shell.Path("out"), "--as-of", "2026-07-01", "--fail-on", "none");
        var run = await Shell.RunAsync("diff", week.Before, shell.Path("out", "tenant.ashlar"), "--only", "workloads", "--format", "json");
        Assert.Contains("different tenants", Assert.Single(JsonDocument.Parse(run.Out).RootElement.GetProperty("notes").EnumerateArray(), n => n.GetString()!.Contains("tenants", StringComparison.Ordinal)).GetString());
    }

    [Fact]
    public async Task What_is_no_snapshot_is_one_message()
    {
        var text = week.Shell.Write("no.ashlar", "not a database");
        foreach (var (before, after) in new[] { (text, week.Before), (week.Before, text), (week.Before, "nowhere.ashlar"), ("nowhere.ashlar", week.Before), (text, text), (week.Before, week.Shell.Folder) })
        {
            var run = await Shell.RunAsync("diff", before, after);
            Assert.Equal((2, ""), (run.Code, run.Out));
            Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_and_an_unknown_area_are_bad_usage()
    {
        Assert.Equal(2, (await Shell.RunAsync("diff", week.Before, week.After, "--settings", "nowhere.yaml")).Code);
        Assert.Equal(2, (await Shell.RunAsync("diff", week.Before, week.After, "--only", "everything")).Code);
    }
}

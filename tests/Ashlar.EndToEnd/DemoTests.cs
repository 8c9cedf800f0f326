using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ashlar.EndToEnd;

public sealed class DemoTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task The_demo_tells_what_is_there_and_what_is_at_risk_and_ends_well()
    {
        var run = await Shell.RunAsync("demo", "--out", _shell.Path("out"));
        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        Assert.Contains("Contoso (sample tenant)", run.Out);
        Assert.Contains("What is there", run.Out);
        Assert.Contains("What is at risk", run.Out);
        Assert.True(new FileInfo(_shell.Path("out", "ashlar-report.html")).Length > 10_000);
    }

    [Fact]
    public async Task Every_verdict_of_the_demo_is_written_once_and_in_order()
    {
        await Shell.RunAsync("demo", "--out", _shell.Path("out"));
        using var findings = JsonDocument.Parse(await File.ReadAllBytesAsync(_shell.Path("out", "findings.json")));
        var keys = findings.RootElement.GetProperty("findings").EnumerateArray()
            .Select(f => f.GetProperty("control").GetString() + "\u001f" + f.GetProperty("resourceId").GetString()!.ToLowerInvariant() + "\u001f" + (f.TryGetProperty("subKey", out var s) ? s.GetString() : ""))
            .ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
        var verdicts = findings.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("verdict").GetString()).Distinct();
        Assert.Subset(new HashSet<string?> { "pass", "fail", "unknown", "notApplicable", "manual" }, verdicts.ToHashSet());
        Assert.Contains("pass", verdicts);
        Assert.Contains("fail", verdicts);
        Assert.Contains("unknown", verdicts);
    }

    [Fact]
    public async Task The_same_input_twice_gives_the_same_bytes()
    {
        await Shell.RunAsync("demo", "--out", _shell.Path("a"));
        await Shell.RunAsync("demo", "--out", _shell.Path("b"));
        foreach (var name in new[] { "findings.json", "findings.sarif" })
        {
            Assert.Equal(await File.ReadAllBytesAsync(_shell.Path("a", name)), await File.ReadAllBytesAsync(_shell.Path("b", name)));
        }
    }

    [Fact]
    public async Task Outputs_and_snapshot_are_for_their_owner_alone()
    {
        await Shell.RunAsync("demo", "--out", _shell.Path("out"));
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in Directory.GetFiles(_shell.Path("out")))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_redacted_run_keeps_no_snapshot_and_names_nobody()
    {
        var run = await Shell.RunAsync("demo", "--out", _shell.Path("out"), "--redact");
        Assert.Equal(0, run.Code);
        Assert.Equal(["ashlar-report.html", "findings.json", "findings.sarif"], Directory.GetFiles(_shell.Path("out")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        foreach (var file in Directory.GetFiles(_shell.Path("out")))
        {
            Assert.DoesNotContain("@contoso", await File.ReadAllTextAsync(file));
        }
    }

    [Fact]
    public async Task The_page_asks_the_network_for_nothing()
    {
        await Shell.RunAsync("demo", "--out", _shell.Path("out"));
        var page = await File.ReadAllTextAsync(_shell.Path("out", "ashlar-report.html"));
        Assert.Contains("Content-Security-Policy", page);
        Assert.DoesNotContain("<link", page);
        Assert.DoesNotContain("src=\"http", page);
        Assert.DoesNotContain("@import", page);
    }

    [Fact]
    public async Task The_page_draws_what_the_tables_hold_and_the_summary_says_what_cuts_most()
    {
        var run = await Shell.RunAsync("demo", "--out", _shell.Path("out"));
        using var page = PageData(await File.ReadAllTextAsync(_shell.Path("out", "ashlar-report.html")));
        var picture = page.RootElement.GetProperty("picture");
        foreach (var (table, drawn) in new[] { ("AttackPaths", picture.GetProperty("pathCount").GetInt64()), ("Exposure", picture.GetProperty("doors").GetArrayLength()), ("DataFlows", picture.GetProperty("flows").GetArrayLength()), ("ChokePoints", picture.GetProperty("changeCount").GetInt64()) })
        {
            var rows = await Shell.RunAsync("query", $"{table} | summarize n = count()", "--snapshot", _shell.Path("out", "tenant.ashlar"), "--format", "json");
            using var counted = JsonDocument.Parse(rows.Out);
            Assert.Equal(counted.RootElement[0].GetProperty("n").GetInt64(), drawn);
            Assert.NotEqual(0, drawn);
        }

        Assert.Contains("Attack paths", run.Out);
        Assert.Matches(@"Do first +cuts\n  1  .+ \d+ of \d+ paths\n", run.Out);
        Assert.Contains(page.RootElement.GetProperty("workloads").EnumerateArray(), w => w.GetProperty("exposure").GetString() == "internet");
    }

    [Fact]
    public async Task A_redacted_page_draws_without_the_names_of_people()
    {
        await Shell.RunAsync("demo", "--out", _shell.Path("out"), "--redact");
        var page = await File.ReadAllTextAsync(_shell.Path("out", "ashlar-report.html"));
        using var data = PageData(page);
        Assert.NotEqual(0, data.RootElement.GetProperty("picture").GetProperty("paths").GetArrayLength());
        using var users = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tenants", "contoso", "entra", "Users.json")));
        var rows = users.RootElement.ValueKind == JsonValueKind.Array ? users.RootElement : users.RootElement.GetProperty("value");
        Assert.All(rows.EnumerateArray(), user =>
        {
            Assert.DoesNotContain(user.GetProperty("displayName").GetString()!, page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(user.GetProperty("id").GetString()!, page, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static JsonDocument PageData(string page) =>
        JsonDocument.Parse(Regex.Match(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value);

    [Fact]
    public async Task Workloads_can_be_asked_for_after_the_scan_and_without_its_cache()
    {
        await Shell.RunAsync("demo", "--out", _shell.Path("out"));
        var snapshot = _shell.Path("out", "tenant.ashlar");
        var warm = await Shell.RunAsync("query", "AiWorkloads | summarize n = count() by Environment", "--snapshot", snapshot, "--format", "json");
        File.Delete(snapshot + ".cache");
        var cold = await Shell.RunAsync("query", "AiWorkloads | summarize n = count() by Environment", "--snapshot", snapshot, "--format", "json");
        Assert.Equal(0, warm.Code);
        Assert.Contains("production", warm.Out);
        Assert.Equal(warm.Out, cold.Out);
    }
}

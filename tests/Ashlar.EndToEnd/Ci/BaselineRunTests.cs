namespace Ashlar.EndToEnd.Ci;

public sealed class BaselineRunTests : IDisposable
{
    private const string Account = """{"id":"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/a","name":"a","type":"Microsoft.CognitiveServices/accounts","kind":"OpenAI","location":"westeurope","properties":{"disableLocalAuth":true,"publicNetworkAccess":"Enabled"}}""";
    private readonly Shell _shell = new();

    public BaselineRunTests() => _shell.Write("in/account.json", Account);

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_change_shows_exactly_what_it_broke_and_what_it_mended()
    {
        var first = await ScanAsync("first");
        Assert.Equal(1, first.Code);
        _shell.Write("in/account.json", Account.Replace("\"disableLocalAuth\":true", "\"disableLocalAuth\":false", StringComparison.Ordinal).Replace("Enabled", "Disabled", StringComparison.Ordinal));
        var second = await ScanAsync("second", "--baseline", _shell.Path("first", "findings.json"));
        var (before, after) = (Of("first"), Of("second"));
        Assert.NotEmpty(after.New);
        Assert.NotEmpty(after.Absent);
        Assert.Equal(after.Fails.Except(before.Fails), after.New);
        Assert.Equal(before.Fails.Except(after.Fails), after.Absent);
        Assert.Equal(1, second.Code);
        Assert.Contains($"{after.New.Count} new, {after.Fails.Count - after.New.Count} known, {after.Absent.Count} gone", second.Out);
    }

    [Fact]
    public async Task Nothing_new_ends_with_0_and_every_verdict_is_still_written()
    {
        await ScanAsync("first");
        var second = await ScanAsync("second", "--baseline", _shell.Path("first", "findings.json"));
        Assert.Equal(0, second.Code);
        Assert.Contains("No new failure.", second.Out);
        Assert.Equal(Of("first").Verdicts, Of("second").Verdicts);
        Assert.Empty(Of("second").Absent);
    }

    [Fact]
    public async Task The_baseline_may_be_the_file_that_is_written()
    {
        await ScanAsync("out");
        var again = await ScanAsync("out", "--baseline", _shell.Path("out", "findings.json"));
        Assert.Equal(0, again.Code);
        Assert.Equal(0, (await ScanAsync("out", "--baseline", _shell.Path("out", "findings.json"))).Code);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_shown()
    {
        await ScanAsync("first");
        _shell.Write("in/account.json", Account.Replace("\"properties\":{\"disableLocalAuth\":true,\"publicNetworkAccess\":\"Enabled\"}", "\"tags\":{}", StringComparison.Ordinal));
        var second = await ScanAsync("second", "--baseline", _shell.Path("first", "findings.json"));
        Assert.Contains("unknown now", second.Out);
        Assert.Empty(Of("second").Absent);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"schema\":\"ashlar/findings/1\",\"findings\":[", "ends too early")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[]}", "names no schema")]
    [InlineData("{\"schema\":\"ashlar/findings/0\",\"asOf\":\"2026-01-01T00:00:00Z\",\"title\":\"t\",\"findings\":[]}", "reads 'ashlar/findings/1'")]
    public async Task What_is_no_baseline_is_one_message_and_nothing_is_written(string text, string says)
    {
        var path = _shell.Write("base.json", text);
        var run = await ScanAsync("out", "--baseline", path);
        Assert.Equal(2, run.Code);
        Assert.Contains(says, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(File.Exists(_shell.Path("out", "findings.json")));
    }

    [Fact]
    public async Task A_redacted_baseline_serves_redacted_and_open_runs_alike()
    {
        const string Identity = """{"id":"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/mi-ann","name":"mi-ann","type":"Microsoft.ManagedIdentity/userAssignedIdentities","location":"westeurope","properties":{"principalId":"99999999-9999-4999-8999-999999999999"}}""";
        _shell.Write("in/identity.json", Identity);
        await ScanAsync("first", "--redact");
        Assert.Equal(0, (await ScanAsync("open", "--baseline", _shell.Path("first", "findings.json"))).Code);
        Assert.Equal(0, (await ScanAsync("redacted", "--redact", "--baseline", _shell.Path("first", "findings.json"))).Code);
        var other = await File.ReadAllTextAsync(_shell.Path("first", "findings.json"));
        var salted = _shell.Write("salted.json", System.Text.RegularExpressions.Regex.Replace(other, "\"redaction\":\"[0-9a-f]+\"", "\"redaction\":\"000000000000\""));
        Assert.Contains("ASHLAR_REDACT_SALT", (await ScanAsync("third", "--baseline", salted)).Error);
    }

    [Fact]
    public async Task The_summary_in_json_has_the_counts()
    {
        await ScanAsync("first");
        var run = await ScanAsync("second", "--baseline", _shell.Path("first", "findings.json"), "--format", "json");
        using var json = System.Text.Json.JsonDocument.Parse(run.Out);
        Assert.Equal(0, json.RootElement.GetProperty("baseline").GetProperty("new").GetInt32());
        Assert.Equal(Of("first").Fails.Count, json.RootElement.GetProperty("baseline").GetProperty("known").GetInt32());
    }

    private Task<ShellResult> ScanAsync(string output, params string[] more) =>
        Shell.RunAsync([.. new[] { "scan", "--from", _shell.Path("in"), "--out", _shell.Path(output), "--as-of", "2026-06-01", "--fail-on", "low" }, .. more]);

    private Findings Of(string output) => Findings.Read(_shell.Path(output, "findings.json"));
}

namespace Ashlar.EndToEnd.Ci;

public sealed class SuppressionRunTests : IDisposable
{
    private const string Id = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/r";
    private const string Control = "container-registry-admin-user-disabled";
    private static readonly FixedClock LastDay = new(2026, 9, 30);
    private static readonly FixedClock DayAfter = new(2026, 10, 1);
    private readonly Shell _shell = new();

    public SuppressionRunTests()
    {
        _shell.Write("in/registry.json", $$$"""{"id":"{{{Id}}}","name":"r","type":"Microsoft.ContainerRegistry/registries","location":"westeurope","properties":{"adminUserEnabled":true}}""");
        Entry($"control: {Control}, resource: {Id}, owner: jane@contoso.com, reason: moves in Q3, until: 2026-09-30");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task On_its_last_day_it_holds_and_the_day_after_the_run_fails_again()
    {
        var held = await ScanAsync(LastDay, "held");
        var over = await ScanAsync(DayAfter, "over");
        Assert.Single(Of("held").Suppressed);
        Assert.Empty(Of("over").Suppressed);
        Assert.Equal(Of("held").Verdicts, Of("over").Verdicts);
        Assert.Contains("1 suppressed (next expires 2026-09-30)", held.Out);
        Assert.Contains("expired on 2026-09-30. 1 failure counts again", over.Error);
        Assert.Contains("suppression expired 2026-09-30", over.Out);
    }

    [Fact]
    public async Task The_exit_code_follows()
    {
        // Only what this control says counts here: the rest of the registry is known.
        await ScanAsync(LastDay, "first");
        var known = (await File.ReadAllTextAsync(_shell.Path("first", "findings.json"))).Split('\n').Where(line => !line.Contains($"\"control\":\"{Control}\"", StringComparison.Ordinal));
        var baseline = _shell.Write("baseline.json", string.Join('\n', known).Replace(",\n\n]", "\n]", StringComparison.Ordinal).Replace(",\n]", "\n]", StringComparison.Ordinal));
        Assert.Equal(0, (await ScanAsync(LastDay, "held", "--baseline", baseline)).Code);
        Assert.Equal(1, (await ScanAsync(DayAfter, "over", "--baseline", baseline)).Code);
    }

    [Fact]
    public async Task A_baseline_made_while_it_was_suppressed_does_not_carry_it_on()
    {
        await ScanAsync(LastDay, "first");
        Assert.Equal(0, (await ScanAsync(LastDay, "held", "--baseline", _shell.Path("first", "findings.json"))).Code);
        Assert.Equal(1, (await ScanAsync(DayAfter, "over", "--baseline", _shell.Path("first", "findings.json"))).Code);
        Assert.Single(Of("over").New);
    }

    [Fact]
    public async Task The_time_of_collection_neither_revives_nor_ends_it()
    {
        await ScanAsync(DayAfter, "old", "--as-of", "2026-01-01");
        Assert.Empty(Of("old").Suppressed);
        await ScanAsync(LastDay, "ahead", "--as-of", "2030-01-01");
        Assert.Single(Of("ahead").Suppressed);
    }

    [Fact]
    public async Task Outputs_are_the_same_bytes_on_any_day_before_its_end()
    {
        await ScanAsync(new FixedClock(2026, 3, 1), "one", "--as-of", "2026-02-01", "--markdown", _shell.Path("one", "c.md"), "--junit", _shell.Path("one", "j.xml"));
        await ScanAsync(LastDay, "two", "--as-of", "2026-02-01", "--markdown", _shell.Path("two", "c.md"), "--junit", _shell.Path("two", "j.xml"));
        foreach (var file in new[] { "findings.json", "findings.sarif", "ashlar-report.html", "c.md", "j.xml" })
        {
            Assert.Equal(await File.ReadAllBytesAsync(_shell.Path("one", file)), await File.ReadAllBytesAsync(_shell.Path("two", file)));
        }
    }

    [Fact]
    public async Task Verdicts_are_those_of_a_run_without_suppressions()
    {
        await ScanAsync(LastDay, "with");
        _shell.Write("suppressions.yaml", "");
        await ScanAsync(LastDay, "without");
        Assert.Equal(Of("without").Verdicts, Of("with").Verdicts);
    }

    [Theory]
    [InlineData("control: container-registry-admin-user-disable, resource: /x, owner: a, reason: b, until: 2026-09-30", "Did you mean 'container-registry-admin-user-disabled'?")]
    [InlineData("control: container-registry-admin-user-disabled, resource: /x, owner: a, until: 2026-09-30", "'reason' is missing")]
    [InlineData("control: container-registry-admin-user-disabled, resource: /x, owner: a, reason: b, until: 2036-09-30", "more than a year")]
    public async Task A_file_with_an_error_stops_the_run(string entry, string says)
    {
        Entry(entry);
        var run = await ScanAsync(LastDay, "out");
        Assert.Equal(2, run.Code);
        Assert.Contains(says, run.Error);
        Assert.Contains("suppressions.yaml:2", run.Error);
        Assert.False(File.Exists(_shell.Path("out", "findings.json")));
    }

    [Fact]
    public async Task What_covers_nothing_is_said_and_a_file_that_is_not_there_stops_the_run()
    {
        Entry($"control: {Control}, name: nothing-like-it, owner: a, reason: b, until: 2026-09-30");
        Assert.Contains("covers no failure", (await ScanAsync(LastDay, "out")).Error);
        File.Delete(_shell.Path("suppressions.yaml"));
        Assert.Equal(2, (await ScanAsync(LastDay, "out")).Code);
    }

    private void Entry(string entry) => _shell.Write("suppressions.yaml", $"suppressions:\n  - {{ {entry} }}\n");

    private Task<ShellResult> ScanAsync(TimeProvider clock, string output, params string[] more) =>
        Shell.RunAsync(clock, [.. new[] { "scan", "--from", _shell.Path("in"), "--out", _shell.Path(output), "--suppressions", _shell.Path("suppressions.yaml"), "--fail-on", "low" }, .. more]);

    private Findings Of(string output) => Findings.Read(_shell.Path(output, "findings.json"));
}

using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules.Tests;

public sealed class ControlRunTests
{
    private static Snapshot Tenant(int services, IReadOnlyList<Gap>? gaps = null) => Snapshot.FromRows(
        new Dictionary<string, IReadOnlyList<JsonObject>>
        {
            ["resources"] = [.. Enumerable.Range(0, services).Select(i => (JsonObject)JsonNode.Parse($$"""{ "id": "{{SampleControl.Pre}}Microsoft.Search/searchServices/s{{i:D4}}", "location": "westeurope", "properties": { "disableLocalAuth": {{(i % 3 == 0 ? "true" : i % 3 == 1 ? "false" : "null")}} } }""")!)],
        },
        gaps: gaps,
        completeness: [new Completeness("resources", "", "/", true, true, "test")]);

    private static List<LoadedControl> Controls(int count) => [.. Enumerable.Range(0, count).Select(i => SampleControl.Load(id: $"control-{9 - i}"))];

    private static string Text(IEnumerable<ControlResult> results) => string.Join('\n', results.SelectMany(result => result.Findings.Select(finding => $"{finding.Control} {finding.ResourceId} {finding.Verdict} {finding.Evidence} {finding.Fingerprint} {string.Join("|", finding.Reasons)}")));

    [Fact]
    public void Results_come_in_order_of_ids_and_are_the_same_on_one_core_and_on_several()
    {
        using var snapshot = Tenant(30);
        var controls = Controls(6);
        var one = ControlRun.RunAll(snapshot, [.. controls.OrderBy(c => c.Control.Id, StringComparer.Ordinal)], Settings.None, beside: 1, CancellationToken.None).ToList();
        var several = ControlRun.Run(snapshot, controls, Settings.None, SeverityTable.None, CancellationToken.None).ToList();
        Assert.Equal(controls.Select(control => control.Control.Id).Order(StringComparer.Ordinal), several.Select(result => result.Control.Id));
        Assert.Equal(Text(one), Text(several));
        Assert.Equal((10, 10, 10), (Count(several[0], Verdict.Pass), Count(several[0], Verdict.Fail), Count(several[0], Verdict.Unknown)));
    }

    [Fact]
    public void A_reader_who_stops_early_stops_the_run()
    {
        using var snapshot = Tenant(10);
        Assert.Single(ControlRun.Run(snapshot, Controls(5), Settings.None, SeverityTable.None, CancellationToken.None).Take(1));
    }

    [Fact]
    public void Cancelling_ends_the_run()
    {
        using var snapshot = Tenant(10);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ControlRun.Run(snapshot, Controls(2), Settings.None, SeverityTable.None, stop.Token).ToList());
    }

    [Fact]
    public void Settings_are_a_table_that_queries_read()
    {
        const string verdict = "case(isempty(location), 'unknown', location in (approved), 'pass', 'fail')";
        const string query = "let approved = Settings | where Key == 'approvedRegions' | mv-expand region = Value | project tostring(region);\nresources\n| where type =~ 'microsoft.search/searchservices'\n| project ResourceId = id, Verdict = " + verdict + ", Evidence = pack('location', location)";
        var cases = SampleControl.Cases.Replace("properties: { } }", "properties: { } }").Replace("  expect:", "  settings: { approvedRegions: [ westeurope ] }\n  expect:").Replace($"{SampleControl.On}: fail", $"{SampleControl.On}: pass") + $"\n- name: elsewhere\n  settings: {{ approvedRegions: [ northeurope ] }}\n  tables: {{ resources: [ {{ id: {SampleControl.On}, location: westeurope, properties: {{ }} }} ] }}\n  expect: {{ {SampleControl.On}: fail }}";
        var control = SampleControl.Load(query: query, cases: cases, yaml: "settings: [ approvedRegions ]");
        Assert.Empty(control.Prove(ProofDepth.Cases).Diagnostics);
        using var snapshot = Tenant(2);
        Settings Region(string name) => new([KeyValuePair.Create("approvedRegions", (IReadOnlyList<string>)[name])]);
        Assert.Equal(2, Count(ControlRun.Run(snapshot, [control], Settings.None, SeverityTable.None, CancellationToken.None).Single(), Verdict.Unknown));
        Assert.Equal(2, Count(ControlRun.Run(snapshot, [control], Region("westeurope"), SeverityTable.None, CancellationToken.None).Single(), Verdict.Pass));
        Assert.Equal(2, Count(ControlRun.Run(snapshot, [control], Region("northeurope"), SeverityTable.None, CancellationToken.None).Single(), Verdict.Fail));
    }

    [Fact]
    public void A_gap_of_the_snapshot_reaches_the_verdicts()
    {
        using var snapshot = Tenant(3, [new Gap("resources/microsoft.search/searchservices", "/subscriptions/00000000-0000-0000-0000-000000000001", GapReason.Forbidden, "Reader", "HTTP 403")]);
        var result = ControlRun.Run(snapshot, Controls(1), Settings.None, SeverityTable.None, CancellationToken.None).Single();
        Assert.Equal((0, 1, 2), (Count(result, Verdict.Pass), Count(result, Verdict.Fail), Count(result, Verdict.Unknown)));
    }

    [Fact]
    public void The_paths_that_controls_read_are_what_is_shredded() =>
        Assert.Contains("properties.disableLocalAuth", ControlRun.Shred(Controls(2)).Where(r => r.Table == "resources").SelectMany(r => r.Paths));

    private static int Count(ControlResult result, Verdict verdict) => result.Findings.Count(finding => finding.Verdict == verdict);
}

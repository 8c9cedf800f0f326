using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules.Tests;

public sealed class SeverityContextTests
{
    private const string Workload = "wl-0123456789abcdef";

    private static readonly string Account = Judged.Id("a");

    private static readonly SeverityTable Table = new(
    [
        new SeverityStep("internet", "critical", 1, "Open and critical."),
        new SeverityStep("nowhere", "low", -1, "Closed and small."),
    ]);

    [Theory]
    [InlineData("internet", "internet", "critical", true, Severity.Critical)]
    [InlineData("nowhere", "nowhere", "low", true, Severity.Medium)]
    [InlineData("corporate", "corporate", "critical", true, Severity.High)]
    [InlineData("internet", "internet", "low", true, Severity.High)]
    public void A_failure_is_raised_and_lowered_by_where_it_stands(string inbound, string atLeast, string level, bool complete, Severity expected) =>
        Assert.Equal(expected, Weigh(inbound, atLeast, level, complete).Severity);

    [Theory]
    [InlineData("unknown", "internet", "critical", true, Severity.Critical)]
    [InlineData("unknown", "nowhere", "low", true, Severity.High)]
    [InlineData("nowhere", "nowhere", "low", false, Severity.High)]
    [InlineData("internet", "internet", "critical", false, Severity.Critical)]
    public void What_is_not_known_may_raise_by_what_is_certain_of_it_and_lowers_nothing(string inbound, string atLeast, string level, bool complete, Severity expected) =>
        Assert.Equal(expected, Weigh(inbound, atLeast, level, complete).Severity);

    [Fact]
    public void A_moved_severity_keeps_its_base_and_says_why()
    {
        var finding = Weigh("internet", "internet", "critical", complete: true);
        Assert.Equal(Severity.High, finding.SeverityBase);
        Assert.Equal(["Open and critical."], finding.SeverityReasons);
    }

    [Fact]
    public void A_child_is_reached_as_the_resource_above_it() =>
        Assert.Equal(Severity.Critical, Weigh("internet", "internet", "critical", complete: true, on: Account + "/indexes/docs").Severity);

    [Fact]
    public void A_door_that_was_not_fully_read_or_stands_behind_a_gateway_lowers_nothing()
    {
        Assert.Equal(Severity.High, Weigh("nowhere", "nowhere", "low", complete: true, seen: false).Severity);
        Assert.Equal(Severity.High, Weigh("nowhere", "nowhere", "low", complete: true, behind: """["/gateway"]""").Severity);
    }

    [Fact]
    public void What_passes_is_not_weighed() =>
        Assert.Equal(Severity.High, Weigh("internet", "internet", "critical", complete: true, verdict: Verdict.Pass).Severity);

    private static Finding Weigh(string inbound, string atLeast, string level, bool complete, string? on = null, Verdict verdict = Verdict.Fail, bool seen = true, string behind = "[]")
    {
        using var snapshot = Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>
        {
            ["Exposure"] =
            [
                Row($$"""{ "ResourceId": "{{Account}}", "Door": "scm", "Inbound": "nowhere", "AtLeast": "nowhere", "Behind": [], "Bypass": [], "Complete": true }"""),
                Row($$"""{ "ResourceId": "{{Account}}", "Door": "searchService", "Inbound": "{{inbound}}", "AtLeast": "{{atLeast}}", "Behind": {{behind}}, "Bypass": [], "Complete": {{(seen ? "true" : "false")}} }"""),
            ],
            ["BlastRadius"] = [Row($$"""{ "SubjectId": "{{Workload}}", "SubjectKind": "workload", "Level": "{{level}}", "Complete": {{(complete ? "true" : "false")}} }""")],
            ["AiWorkloadResources"] = [Row($$"""{ "WorkloadId": "{{Workload}}", "ResourceId": "{{Account}}", "Shared": false }""")],
        });
        var id = on ?? Account;
        var result = new Judged { Scope = [id], Rows = [(id, null, verdict == Verdict.Pass ? "pass" : "fail")] }.Run();
        return SeverityContext.Read(snapshot, Table, CancellationToken.None).Weigh(result).Findings.Single();
    }

    private static JsonObject Row(string json) => JsonNode.Parse(json)!.AsObject();
}

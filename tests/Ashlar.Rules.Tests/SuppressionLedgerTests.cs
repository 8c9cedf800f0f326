using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules.Tests;

public sealed class SuppressionLedgerTests
{
    private static readonly Control Control = new("keys-off", "search", "Keys are off", "", Severity.High, Discipline.Identity, new Fix("", null, null, null, null), new Dictionary<string, IReadOnlyList<string>>(), [], [], null);
    private static readonly DateOnly Last = new(2026, 9, 30);

    private static SuppressionEntry Entry(DateOnly until, string name = "on", string? subKey = null, int line = 2) =>
        new(["keys-off"], new SuppressionTarget(SuppressionTargetKind.Name, name), subKey, new Suppression("jane", "moves", until), line);

    private static Finding Finding(Verdict verdict, string id = SampleControl.On, string? subKey = null) =>
        new("keys-off", id, subKey, verdict, Severity.High, Severity.High, [], Fingerprints.Of("keys-off", id, subKey), "{}", []);

    private static ControlResult Result(params Finding[] findings) => new(Control, findings, []);

    [Fact]
    public void A_failure_stays_a_failure_and_does_not_count()
    {
        var ledger = new SuppressionLedger("s.yaml", [Entry(Last)], Last);
        var finding = Assert.Single(ledger.Mark(Result(Finding(Verdict.Fail))).Findings);
        Assert.Equal((Verdict.Fail, "jane", false), (finding.Verdict, finding.Suppressed?.Owner, finding.Counts));
        Assert.Equal((1, Last), (ledger.Summary().Suppressed, ledger.Summary().NextExpiry));
        Assert.Empty(ledger.Diagnostics());
    }

    [Fact]
    public void The_day_after_the_last_it_counts_again_and_is_said()
    {
        var ledger = new SuppressionLedger("s.yaml", [Entry(Last)], Last.AddDays(1));
        Assert.True(Assert.Single(ledger.Mark(Result(Finding(Verdict.Fail))).Findings).Counts);
        Assert.Equal((0, null), (ledger.Summary().Suppressed, ledger.Summary().NextExpiry));
        Assert.Equal(1, Assert.Single(ledger.Summary().Expired).Fails);
        var said = Assert.Single(ledger.Diagnostics());
        Assert.Equal((RunCodes.SuppressionExpired, "s.yaml", 2), (said.Code, said.File, said.Line));
        Assert.Contains("expired on 2026-09-30. 1 failure counts again", said.Message);
    }

    [Fact]
    public void An_expired_entry_does_not_stand_in_the_way_of_one_that_holds()
    {
        var ledger = new SuppressionLedger("s.yaml", [Entry(Last.AddDays(-9)), Entry(Last.AddDays(9), "o*n", line: 3)], Last);
        Assert.Equal(Last.AddDays(9), Assert.Single(ledger.Mark(Result(Finding(Verdict.Fail))).Findings).Suppressed?.Until);
    }

    [Fact]
    public void Only_failures_are_suppressed()
    {
        Verdict[] others = [Verdict.Pass, Verdict.Unknown, Verdict.NotApplicable, Verdict.Manual];
        var ledger = new SuppressionLedger("s.yaml", [Entry(Last)], Last);
        Assert.All(ledger.Mark(Result([.. others.Select(v => Finding(v))])).Findings, f => Assert.Null(f.Suppressed));
        Assert.Contains("covers no failure", Assert.Single(ledger.Diagnostics()).Message);
    }

    [Fact]
    public void A_sub_key_suppresses_that_part_alone()
    {
        var ledger = new SuppressionLedger("s.yaml", [Entry(Last, subKey: "a")], Last);
        var marked = ledger.Mark(Result(Finding(Verdict.Fail, subKey: "a"), Finding(Verdict.Fail, subKey: "b"), Finding(Verdict.Fail)));
        Assert.Equal([false, true, true], marked.Findings.Select(f => f.Counts));
    }

    [Fact]
    public void Another_control_or_another_resource_is_not_touched()
    {
        var ledger = new SuppressionLedger("s.yaml", [Entry(Last)], Last);
        var other = Result(Finding(Verdict.Fail)) with { Control = Control with { Id = "network-closed" } };
        Assert.Same(other, ledger.Mark(other));
        Assert.True(Assert.Single(ledger.Mark(Result(Finding(Verdict.Fail, SampleControl.Off))).Findings).Counts);
    }

    [Fact]
    public void Whatever_the_entries_say_verdicts_and_their_order_stay()
    {
        var random = new Random(20260701);
        string[] names = ["on", "off", "o*f", "nothing", "*search*"];
        for (var round = 0; round < 200; round++)
        {
            var findings = Enumerable.Range(0, random.Next(0, 12)).Select(i => Finding((Verdict)random.Next(5), random.Next(2) == 0 ? SampleControl.On : SampleControl.Off, "k" + i)).ToArray();
            var entries = Enumerable.Range(0, random.Next(0, 5)).Select(i => Entry(Last.AddDays(random.Next(-3, 4)), names[random.Next(names.Length)], random.Next(3) == 0 ? "k1" : null, i)).ToList();
            var ledger = new SuppressionLedger("s.yaml", entries, Last);
            var marked = ledger.Mark(Result(findings)).Findings;
            Assert.Equal(findings, marked.Select(f => f with { Suppressed = null }));
            Assert.Equal(ledger.Summary().Suppressed, marked.Count(f => f.Suppressed is not null));
            Assert.All(marked.Where(f => f.Suppressed is not null), f => Assert.True(f.Verdict == Verdict.Fail && f.Suppressed!.Until >= Last));
        }
    }
}

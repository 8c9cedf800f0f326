using System.Text;
using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class BaselineTests
{
    private static readonly string Whole = Encoding.UTF8.GetString(Compared.Json(Compared.Before));

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void Each_finding_is_told_against_the_one_of_its_fingerprint()
    {
        var (results, footer) = Compared.Run();
        var told = results.SelectMany(r => r.Findings).Where(f => f.Compared!.Before is not null).Select(f => (f.Verdict, f.Compared!.Before, f.Compared.State, f.Counts));
        Assert.Equal(
            [
                (Verdict.Fail, Verdict.Pass, BaselineState.New, true),
                (Verdict.Fail, Verdict.Fail, BaselineState.Updated, false),
                (Verdict.Fail, Verdict.Fail, BaselineState.Unchanged, false),
                (Verdict.Pass, Verdict.Fail, BaselineState.Updated, false),
                (Verdict.Unknown, (Verdict?)Verdict.Pass, BaselineState.Updated, false),
            ],
            told);
        Assert.Equal([("ipRules/1", Verdict.Pass), ("ipRules/2", (Verdict?)null)], results.SelectMany(r => r.Gone).Select(g => (g.SubKey, g.Now)));
        var baseline = footer.Baseline!;
        Assert.Equal((1, 1, 1, 2, 1), (baseline.New, baseline.Known, baseline.MoreSevere, baseline.Gone, baseline.LostSight));
        Assert.Equal([("search-broken", 1)], baseline.NotRun);
    }

    [Fact]
    public void Against_itself_nothing_is_new_and_nothing_gone()
    {
        using var file = new BaselineFile(Whole);
        using var baseline = file.Open();
        var findings = Compared.Before.SelectMany(r => baseline.Compare(r, null).Findings).ToList();
        Assert.All(findings, f => Assert.Equal(BaselineState.Unchanged, f.Compared!.State));
        Assert.Equal((0, 5, 0), (baseline.Finish().New, baseline.Finish().Known, baseline.Finish().Gone));
    }

    [Fact]
    public void A_failure_that_cannot_be_seen_any_more_is_not_gone()
    {
        var (compared, summary) = Now(Verdict.Fail, Verdict.Unknown);
        Assert.Empty(compared.Gone);
        Assert.Equal((BaselineState.Updated, 1), (compared.Findings[0].Compared!.State, summary.LostSight));
    }

    [Theory]
    [InlineData(Verdict.Unknown)]
    [InlineData(Verdict.Manual)]
    [InlineData(Verdict.NotApplicable)]
    [InlineData(Verdict.Pass)]
    public void A_failure_that_was_none_counts(Verdict before)
    {
        var (compared, summary) = Now(before, Verdict.Fail);
        Assert.True(compared.Findings[0].Counts);
        Assert.Equal(1, summary.New);
    }

    [Fact]
    public void A_known_failure_whose_suppression_is_over_counts_again()
    {
        var before = Sample.Finding(Controls.SoftDelete, Sample.Docs, Verdict.Fail, "{}") with { Suppressed = Compared.Suppression };
        using var file = new BaselineFile(Compared.Json([new ControlResult(Controls.SoftDelete, [before], [])]));
        using var baseline = file.Open();
        var still = baseline.Compare(new ControlResult(Controls.SoftDelete, [before], []), null).Findings[0];
        Assert.Equal((BaselineState.Unchanged, false), (still.Compared!.State, still.Counts));
        using var again = file.Open();
        Assert.True(again.Compare(new ControlResult(Controls.SoftDelete, [before with { Suppressed = null }], []), null).Findings[0].Counts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void It_reads_the_same_however_the_bytes_come(int most)
    {
        using var reader = new FindingsReader(new Drip(Encoding.UTF8.GetBytes("\uFEFF" + Whole), most));
        var fingerprints = new List<string>();
        while (reader.Next() is { } entry)
            fingerprints.Add(entry.Fingerprint);
        Assert.Equal(Compared.Before.OrderBy(r => r.Control.Id, StringComparer.Ordinal).SelectMany(r => r.Findings).Select(f => f.Fingerprint), fingerprints);
        Assert.Equal("Contoso (sample)", reader.Head.Title);
    }

    [Fact]
    public void Written_anew_by_another_tool_it_is_the_same_baseline()
    {
        using var document = JsonDocument.Parse(Whole);
        var sorted = new SortedDictionary<string, JsonElement>(document.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => m.Value), StringComparer.Ordinal);
        using var file = new BaselineFile(JsonSerializer.Serialize(sorted, Indented));
        using var baseline = file.Open();
        Assert.Equal("Contoso (sample)", baseline.Head.Title);
    }

    [Fact]
    public void A_file_that_ends_too_early_is_refused_wherever_it_ends()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole.TrimEnd());
        for (var length = 0; length < bytes.Length; length += 13)
        {
            using var file = new BaselineFile(bytes[..length]);
            Assert.Equal("ASH5005", file.Problem().Code);
        }
    }

    [Fact]
    public void Damaged_anywhere_it_is_read_or_refused_and_never_a_bug()
    {
        var random = new Random(7);
        var bytes = Encoding.UTF8.GetBytes(Whole);
        for (var round = 0; round < 400; round++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var i = random.Next(1, 4); i > 0; i--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            using var file = new BaselineFile(damaged);
            var (baseline, problem) = Baseline.Open(file.Path);
            baseline?.Dispose();
            Assert.True(baseline is null ^ problem is null);
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("hello", "damaged")]
    [InlineData("[]", "JSON object")]
    [InlineData("{}", "names no schema")]
    [InlineData("""{"version":"2.1.0","runs":[]}""", "names no schema")]
    [InlineData("""{"schema":"ashlar/findings/9","asOf":"2026-01-01T00:00:00Z","title":"t","findings":[]}""", "'ashlar/findings/9'; this Ashlar reads 'ashlar/findings/1'")]
    [InlineData("""{"schema":"ashlar/findings/1","findings":[]}""", "without 'title'")]
    [InlineData("""{"schema":"ashlar/findings/1","asOf":"yesterday","title":"t","findings":[]}""", "without 'title', 'asOf'")]
    [InlineData("""{"schema":"ashlar/findings/1","asOf":"2026-01-01T00:00:00Z","title":"t"}""", "or 'findings'")]
    [InlineData("""{"schema":"ashlar/findings/1","findings":{}}""", "no list")]
    [InlineData("""{"schema":"ashlar/findings/1","findings":[3]}""", "no finding")]
    [InlineData("""{"schema":"ashlar/findings/1","findings":[{"control":"a"}]}""", "has no control, resourceId")]
    [InlineData("""{"schema":"ashlar/findings/1","findings":[{"control":"a","resourceId":"/x","fingerprint":"f","verdict":"fine","severity":"low"}]}""", "no verdict")]
    [InlineData("""{"schema":"ashlar/findings/1","schema":"ashlar/findings/1"}""", "twice")]
    public void What_is_no_baseline_is_said_in_one_sentence(string text, string says)
    {
        using var file = new BaselineFile(text);
        var problem = file.Problem();
        Assert.Equal(("ASH5005", DiagnosticLevel.Error, file.Path), (problem.Code, problem.Level, problem.File));
        Assert.Contains(says, problem.Message);
    }

    [Fact]
    public void Text_after_the_end_findings_out_of_order_and_doubles_are_refused()
    {
        using var trailing = new BaselineFile(Whole + "{}");
        Assert.Contains("damaged", trailing.Problem().Message);
        using var unordered = new BaselineFile(Sample.Run(f => new FindingsJsonWriter(f), null, [.. Compared.Before.Reverse()]));
        Assert.Contains("order of their controls", unordered.Problem().Message);
        using var doubled = new BaselineFile(Compared.Json([Compared.Before[0], Compared.Before[0]]));
        Assert.Contains("twice", doubled.Problem().Message);
    }

    [Fact]
    public void A_baseline_that_is_not_there_is_said() => Assert.Contains("cannot be read", Baseline.Open("/nowhere/findings.json").Problem!.Message);

    [Fact]
    public void A_redacted_baseline_is_matched_by_what_the_redaction_makes_of_a_finding()
    {
        var redaction = new Redaction([new KnownPrincipal("identity", "99999999-9999-9999-9999-999999999999", ["mi-chat"])], [Sample.Subscription], "salt");
        var result = new ControlResult(Controls.SoftDelete, [Sample.Finding(Controls.SoftDelete, Sample.Identity, Verdict.Fail, "{}")], []);
        using var file = new BaselineFile(Sample.Run(f => new RedactedWriter(new FindingsJsonWriter(f), redaction), null, [result]));
        using var baseline = file.Open();
        Assert.Equal(redaction.Mark, baseline.Head.Redaction);
        Assert.NotEqual(new Redaction([], [], null).Mark, redaction.Mark);
        Assert.Equal(BaselineState.Unchanged, baseline.Compare(result, redaction.Fingerprint).Findings[0].Compared!.State);
        using var blind = file.Open();
        Assert.Equal(BaselineState.New, blind.Compare(result, null).Findings[0].Compared!.State);
    }

    private static (ControlResult Compared, BaselineSummary Summary) Now(Verdict before, Verdict now)
    {
        ControlResult With(Verdict verdict) => new(Controls.SoftDelete, [Sample.Finding(Controls.SoftDelete, Sample.Docs, verdict, "{}")], []);
        using var file = new BaselineFile(Compared.Json([With(before)]));
        using var baseline = file.Open();
        return (baseline.Compare(With(now), null), baseline.Finish());
    }

    /// <summary>Gives few bytes at a time.</summary>
    private sealed class Drip(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}

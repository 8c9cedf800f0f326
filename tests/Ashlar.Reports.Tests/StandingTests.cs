using System.Text;
using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class StandingTests
{
    private static readonly (IReadOnlyList<ControlResult> Results, ReportFooter Footer) Run = Compared.Run();

    private static byte[] Written(Func<ReportFile, IReportWriter> writer) => Sample.Run(writer, null, Run.Results, Run.Footer);

    [Fact]
    public void Findings_json_is_as_agreed() => Golden.Check("compared-findings.json", Written(f => new FindingsJsonWriter(f)));

    [Fact]
    public void The_terminal_is_as_agreed() => Golden.Check("compared-terminal.txt", Encoding.UTF8.GetBytes(Sample.Terminal(null, null, Run.Results, Run.Footer)));

    [Fact]
    public void The_comment_is_as_agreed() => Golden.Check("compared.md", Written(f => new MarkdownWriter(f)));

    [Fact]
    public void The_test_results_are_as_agreed() => Golden.Check("compared-junit.xml", Written(f => new JUnitWriter(f)));

    [Fact]
    public void The_data_of_the_page_is_as_agreed() => Golden.Check("compared-page-data.json", Encoding.UTF8.GetBytes(Page.Data(Written(f => new HtmlWriter(f)))));

    [Fact]
    public async Task Sarif_fits_the_schema_and_uses_its_words()
    {
        var sarif = Written(f => new SarifWriter(f));
        await SarifTests.Fits(sarif);
        using var document = JsonDocument.Parse(sarif);
        var results = document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["new", "updated", "new", "unchanged", "updated", "absent", "absent"], results.Select(r => r.GetProperty("baselineState").GetString()));
        Assert.Equal(["pass", "informational"], results[^2..].Select(r => r.GetProperty("kind").GetString()));
        var suppression = Assert.Single(results, r => r.TryGetProperty("suppressions", out _)).GetProperty("suppressions")[0];
        Assert.Equal(("external", "accepted"), (suppression.GetProperty("kind").GetString(), suppression.GetProperty("status").GetString()));
        Assert.Contains("Old account goes in Q1 (SEC-7)", suppression.GetProperty("justification").GetString());
    }

    [Fact]
    public void Verdicts_in_findings_json_are_the_same_with_and_without()
    {
        static List<(string?, string?)> Verdicts(byte[] json)
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.GetProperty("findings").EnumerateArray().Select(f => (f.GetProperty("fingerprint").GetString(), f.GetProperty("verdict").GetString()))];
        }

        Assert.Equal(Verdicts(Compared.Json(Sample.Results)), Verdicts(Written(f => new FindingsJsonWriter(f))));
    }

    [Fact]
    public void Redacted_outputs_name_neither_owner_nor_reason()
    {
        var redaction = new Redaction([new KnownPrincipal("user", "aaaaaaaa-0000-4000-8000-000000000001", ["ann.lee@contoso.example"])], [Sample.Subscription], null);
        Func<ReportFile, IReportWriter>[] writers = [f => new FindingsJsonWriter(f), f => new SarifWriter(f), f => new HtmlWriter(f), f => new MarkdownWriter(f), f => new JUnitWriter(f)];
        Assert.All(writers, w => Assert.DoesNotContain("ann.lee", Encoding.UTF8.GetString(Written(f => new RedactedWriter(w(f), redaction)))));
    }

    [Fact]
    public void Many_failures_that_are_gone_are_all_in_findings_json()
    {
        var gone = Enumerable.Range(0, 5_000).Select(i => new GoneFinding("a", "A", $"/subscriptions/1/x{i}", null, Severity.Low, "f" + i, null)).ToList();
        var result = new ControlResult(Controls.SoftDelete, [], []) { Gone = gone };
        var folder = Directory.CreateTempSubdirectory("ashlar-test-");
        var path = Path.Combine(folder.FullName, "findings.json");
        using (var writer = new FindingsJsonWriter(ReportFile.Create(path)))
            Sample.Play(writer, null, [result], Run.Footer);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        Assert.Equal(5_000, document.RootElement.GetProperty("absent").GetArrayLength());
        Assert.Equal([path], Directory.GetFiles(folder.FullName));
        folder.Delete(recursive: true);
    }
}

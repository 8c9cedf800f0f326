using System.Text;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

/// <summary>The sample against a baseline, with a suppression that holds and one that has expired.</summary>
internal static class Compared
{
    public static Suppression Suppression { get; } = new("ann.lee@contoso.example", "Old account goes in Q1", new DateOnly(2027, 1, 31), "SEC-7");

    /// <summary>Then: nothing said of ai-chat; soft delete failed at medium; the rules of the search service failed wholly; a review is gone.</summary>
    public static IReadOnlyList<ControlResult> Before { get; } =
    [
        new ControlResult(Controls.LocalAuth, [Sample.Finding(Controls.LocalAuth, Sample.Old, Verdict.Pass, "{}")], []),
        new ControlResult(Controls.SoftDelete, [Sample.Finding(Controls.SoftDelete, Sample.Docs, Verdict.Fail, "{}") with { Severity = Severity.Info }], []),
        new ControlResult(
            Controls.Rules,
            [
                Sample.Finding(Controls.Rules, Sample.Search, Verdict.Fail, "{}", "ipRules/0"),
                Sample.Finding(Controls.Rules, Sample.Search, Verdict.Fail, "{}", "ipRules/1"),
                Sample.Finding(Controls.Rules, Sample.Search, Verdict.Fail, "{}", "ipRules/2"),
                Sample.Finding(Controls.Rules, Sample.Vault, Verdict.Pass, "{}"),
            ],
            []),
        new ControlResult(Controls.Broken, [Sample.Finding(Controls.Broken, Sample.Chat, Verdict.Fail, "{}")], []),
    ];

    public static (IReadOnlyList<ControlResult> Results, ReportFooter Footer) Run()
    {
        using var file = new BaselineFile(Encoding.UTF8.GetString(Json(Before)));
        using var baseline = file.Open();
        var marked = InOrder(Sample.Results)
            .Select(r => r with { Findings = [.. r.Findings.Select(f => f.ResourceId == Sample.Docs && f.Verdict == Verdict.Fail ? f with { Origin = new Origin(Sample.Docs, "infra/main.bicep", 12, 3) } : f)] })
            .Select(r => r with { Findings = [.. r.Findings.Select(f => f.SubKey == "ipRules/0" ? f with { Suppressed = Suppression } : f)] });
        var results = marked.Select(r => baseline.Compare(r, null)).ToList();
        var expired = new ExpiredSuppression(Suppression with { Until = new DateOnly(2026, 10, 1) }, 1, "ashlar-suppressions.yaml", 9);
        return (results, Sample.Footer with
        {
            Baseline = baseline.Finish(),
            Suppressions = new SuppressionSummary(1, Suppression.Until, [expired]),
        });
    }

    public static byte[] Json(IReadOnlyList<ControlResult> results, ReportHeader? header = null) => Sample.Run(f => new FindingsJsonWriter(f), header, InOrder(results));

    private static List<ControlResult> InOrder(IReadOnlyList<ControlResult> results) => [.. results.OrderBy(r => r.Control.Id, StringComparer.Ordinal)];
}

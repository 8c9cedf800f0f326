using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What the Markdown keeps of one control: counts, and the first of each kind.</summary>
internal sealed record MarkdownControl(
    ControlTally Tally,
    IReadOnlyList<Finding> Failures,
    IReadOnlyList<Finding> Unknown,
    IReadOnlyList<Finding> Suppressed,
    IReadOnlyList<GoneFinding> Gone)
{
    private const int Most = 20;
    private const int MostUnknown = 3;

    public Control Control => Tally.Control;

    public static MarkdownControl Of(ControlResult result) => new(
        ControlTally.Of(result),
        First(result.Findings.Where(f => f.Counts), Most),
        First(result.Findings.Where(f => f.Verdict == Verdict.Unknown), MostUnknown),
        First(result.Findings.Where(f => f.Suppressed is not null), Most),
        [.. result.Gone.OrderByDescending(g => g.Severity).Take(Most)]);

    private static List<Finding> First(IEnumerable<Finding> findings, int most) => [.. findings.OrderByDescending(f => f.Severity).Take(most)];
}

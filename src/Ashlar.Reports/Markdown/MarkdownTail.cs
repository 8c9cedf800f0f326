using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What does not count, folded: no answer, suppressed, gone, not seen.</summary>
internal static class MarkdownTail
{
    private const int Room = 5_000;

    public static string Write(IReadOnlyList<MarkdownControl> controls, ReportFooter footer, Inventory inventory) =>
        Unknown(controls) + Suppressed(controls) + Gone(controls, footer) + Gaps(footer, inventory);

    private static string Unknown(IReadOnlyList<MarkdownControl> controls)
    {
        var total = controls.Sum(c => (long)c.Tally.Unknown);
        var list = new MarkdownList($"No answer: {Count.Of(total, "check")}", total, Room);
        foreach (var control in controls.Where(c => c.Tally.Unknown > 0))
        {
            var subjects = string.Join("; ", control.Unknown.Select(f => MarkdownFailures.Place(f) + " " + MarkdownText.Code(f.Reasons.Count == 0 ? "what was read does not decide it" : f.Reasons[0])));
            var more = control.Tally.Unknown > control.Unknown.Count ? $"; and {Count.Of(control.Tally.Unknown - control.Unknown.Count)} more" : "";
            list.Add($"{MarkdownText.Prose(control.Control.Title)} ({Count.Of(control.Tally.Unknown)} of {Count.Of(control.Tally.Asked)}): {subjects}{more}", control.Tally.Unknown);
        }

        return list.Text();
    }

    private static string Suppressed(IReadOnlyList<MarkdownControl> controls)
    {
        var total = controls.Sum(c => (long)c.Tally.Suppressed);
        var list = new MarkdownList($"Suppressed: {Count.Of(total, "failure")}", total, Room);
        foreach (var (control, finding) in controls.SelectMany(c => c.Suppressed.Select(f => (c.Control, f))).OrderByDescending(s => s.f.Severity))
        {
            var by = finding.Suppressed!;
            list.Add($"{finding.Severity.Name()}: {MarkdownFailures.Place(finding)} {MarkdownText.Prose(control.Title)}; until {Times.Day(by.Until)}, {MarkdownText.Code(by.Owner)}: {MarkdownText.Code(by.Reason)}{(by.Ticket is null ? "" : " " + MarkdownText.Code(by.Ticket))}");
        }

        return list.Text();
    }

    private static string Gone(IReadOnlyList<MarkdownControl> controls, ReportFooter footer)
    {
        var total = footer.Baseline?.Gone ?? 0;
        var list = new MarkdownList($"Gone since the baseline: {Count.Of(total, "failure")}", total, Room);
        foreach (var gone in controls.SelectMany(c => c.Gone).OrderByDescending(g => g.Severity))
        {
            var now = gone.Now switch
            {
                Verdict.Pass => "passes now",
                null => "is not in what was read now",
                _ => "does not apply any more",
            };
            list.Add($"{gone.Severity.Name()}: {MarkdownText.Code(OriginWords.Name(gone.ResourceId, gone.SubKey))} {now}: {MarkdownText.Prose(gone.Title)}");
        }

        return list.Text();
    }

    private static string Gaps(ReportFooter footer, Inventory inventory)
    {
        var list = new MarkdownList($"Not seen: {Count.Of(footer.Gaps.Count, "gap")}", footer.Gaps.Count, Room);
        foreach (var gap in footer.Gaps)
        {
            var path = gap.Path is null ? "" : ", " + gap.Path;
            var closes = gap.Permission is null ? "" : $" Would close it: {MarkdownText.Code(gap.Permission)}";
            list.Add($"{GapWords.Words(gap.Reason)}: {MarkdownText.Code(gap.DataSet + path + " " + GapWords.Where(gap.Scope, inventory))} {MarkdownText.Code(gap.Detail)}{closes}");
        }

        return list.Text();
    }
}

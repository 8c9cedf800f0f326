using Ashlar.Model;
using Cell = Ashlar.Reports.TerminalText.Cell;

namespace Ashlar.Reports;

/// <summary>"What is at risk": failures that count by control, then everything that is not counted and why.</summary>
internal sealed class TerminalRisks(TerminalText text, IReadOnlyList<ControlTally> tallies)
{
    private const int MostControls = 15;
    private const int MostExpired = 10;
    private const string Bold = "1";
    private const string Dim = "2";

    public void Write(ReportFooter footer)
    {
        var failing = tallies.Where(t => t.Counted > 0).ToList();
        var fails = failing.Select(t => $"{Count.Of(t.Counted)} of {Count.Of(t.Asked)}").ToList();
        var failWidth = TerminalWriter.Column(fails, 8, 24);
        var titleWidth = Math.Max(30, text.Width - 12 - failWidth - 10);
        text.Row(new Cell("What is at risk", 12 + titleWidth, Bold), new Cell(footer.Baseline is null ? "fail" : "new", failWidth, Dim, true), new Cell("unknown", 10, Dim, true));
        for (var i = 0; i < Math.Min(failing.Count, MostControls); i++)
        {
            var tally = failing[i];
            var severity = tally.Worst!.Value;
            text.Row(
                new Cell("  " + severity.Name(), 12, TerminalText.Style(severity)),
                new Cell(tally.Control.Title, titleWidth),
                new Cell(fails[i], failWidth, null, true),
                new Cell(tally.Unknown == 0 ? "-" : Count.Of(tally.Unknown), 10, null, true));
            Places(tally);
        }

        if (failing.Count == 0)
            text.Row(new Cell(Nothing(footer)));
        if (failing.Count > MostControls)
            text.Row(new Cell($"  and {Count.Of(failing.Count - MostControls, "control")} more with failures", 0, Dim));
        NotCounted(footer);
        text.Line();
    }

    private void Places(ControlTally tally)
    {
        foreach (var place in tally.Places)
            text.Row(new Cell("", 12), new Cell(place, 0, Dim));
        if (tally.Places.Count > 0 && tally.Counted > tally.Places.Count)
            text.Row(new Cell("", 12), new Cell($"and {Count.Of(tally.Counted - tally.Places.Count)} more", 0, Dim));
    }

    private string Nothing(ReportFooter footer) =>
        tallies.Any(t => t.Fail > 0) ? footer.Baseline is null ? "  Every failure is suppressed." : "  No new failure."
        : tallies.Sum(t => (long)t.Pass) == 0 ? "  Nothing could be judged." : "  No check fails.";

    private void NotCounted(ReportFooter footer)
    {
        if (footer.Baseline is { } baseline)
        {
            text.Row(new Cell($"  {StandingWords.Counts(baseline)}: against {baseline.Title} as of {Times.Words(baseline.AsOf)}"));
            foreach (var note in StandingWords.Notes(baseline))
                text.Row(new Cell("  " + note, 0, TerminalText.Style(Severity.Medium)));
        }

        if (footer.Suppressions is { } suppressions)
        {
            if (StandingWords.Suppressed(suppressions) is { } words)
                text.Row(new Cell("  " + words));
            foreach (var expired in suppressions.Expired.Take(MostExpired))
                text.Row(new Cell("  suppression " + StandingWords.Expired(expired), 0, TerminalText.Style(Severity.High)));
            if (suppressions.Expired.Count > MostExpired)
                text.Row(new Cell($"  and {Count.Of(suppressions.Expired.Count - MostExpired)} more expired suppressions", 0, TerminalText.Style(Severity.High)));
        }

        var silent = tallies.Where(t => t.Counted == 0 && t.Unknown > 0).ToList();
        if (silent.Count > 0)
            text.Row(new Cell($"  {Count.Of(silent.Count, "control")} without a failure{(silent.Exists(t => t.Fail > 0) ? " that counts" : "")} but with {Count.Of(silent.Sum(t => (long)t.Unknown), "unknown")}: not the same as passed", 0, Dim));
        var broken = tallies.Count(t => t.Errors > 0);
        if (broken > 0)
            text.Row(new Cell($"  {Count.Of(broken, "control")} could not run: see \"problems\" in findings.json", 0, TerminalText.Style(Severity.High)));
    }
}

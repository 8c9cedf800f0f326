using System.Text;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>The head of the comment: one sentence, counts by severity, what a reader must know beside them.</summary>
internal sealed class MarkdownTotals
{
    private const int Kinds = 3;
    private const int MostExpired = 10;
    private readonly int[,] _fails = new int[5, Kinds];

    public void Add(ControlResult result)
    {
        foreach (var finding in result.Findings)
        {
            if (finding.Verdict == Verdict.Fail)
                _fails[(int)finding.Severity, finding.Counts ? 0 : finding.Suppressed is null ? 1 : 2]++;
        }
    }

    public string Head(ReportHeader header, ReportFooter footer, IReadOnlyList<ControlTally> tallies)
    {
        var text = new StringBuilder();
        var counted = tallies.Sum(t => (long)t.Counted);
        var word = footer.Baseline is null ? "" : "new ";
        text.Append("## Ashlar: ").Append(counted == 0 ? $"no {word}failure" : Count.Of(counted, word + "failure")).Append("\n\n");
        text.Append(MarkdownText.Code(header.Title)).Append($", as of {Times.Words(header.AsOf)}. ");
        var seen = Seen.Of(tallies);
        var unknown = tallies.Sum(t => (long)t.Unknown);
        text.Append($"{Count.Of(tallies.Sum(t => (long)t.Fail))} of {Count.Of(seen.Checks, "check")} fail, {Count.Of(unknown)} {(unknown == 1 ? "has" : "have")} no answer, {Count.Of(footer.Gaps.Count, "gap")}.");
        if (unknown > 0)
            text.Append(" No answer is never a pass.");
        text.Append("\n\n");
        Table(text, footer);
        Notes(text, footer, tallies);
        return text.ToString();
    }

    private void Table(StringBuilder text, ReportFooter footer)
    {
        int[] kinds = (footer.Baseline, footer.Suppressions) switch
        {
            (null, null) => [0],
            (_, null) => [0, 1],
            (null, _) => [0, 2],
            _ => [0, 1, 2],
        };
        string[] names = [footer.Baseline is null ? "Failures" : "New", "Known", "Suppressed"];
        var rows = Enumerable.Range(0, 5).Reverse().Where(s => kinds.Any(k => _fails[s, k] > 0)).ToList();
        if (rows.Count == 0)
            return;
        text.Append("| Severity |").AppendJoin("", kinds.Select(k => $" {names[k]} |")).Append("\n|---|").AppendJoin("", kinds.Select(_ => "--:|")).Append('\n');
        foreach (var severity in rows)
            text.Append($"| {((Severity)severity).Name()} |").AppendJoin("", kinds.Select(k => $" {Count.Of(_fails[severity, k])} |")).Append('\n');
        text.Append('\n');
    }

    private static void Notes(StringBuilder text, ReportFooter footer, IReadOnlyList<ControlTally> tallies)
    {
        var notes = new List<string>();
        if (footer.Baseline is { } baseline)
        {
            notes.Add($"{StandingWords.Counts(baseline)}: against {MarkdownText.Code(baseline.Title)} as of {Times.Words(baseline.AsOf)}");
            notes.AddRange(StandingWords.Notes(baseline));
        }

        if (footer.Suppressions is { } suppressions)
        {
            if (StandingWords.Suppressed(suppressions) is { } words)
                notes.Add(words);
            notes.AddRange(suppressions.Expired.Take(MostExpired).Select(e => "**Suppression expired:** " + MarkdownText.Code(StandingWords.Expired(e))));
            if (suppressions.Expired.Count > MostExpired)
                notes.Add($"and {Count.Of(suppressions.Expired.Count - MostExpired)} more expired suppressions");
        }

        var broken = tallies.Count(t => t.Errors > 0);
        if (broken > 0)
            notes.Add($"**{Count.Of(broken, "control")} could not run:** see \"problems\" in findings.json");
        foreach (var note in notes)
            text.Append("- ").Append(note).Append('\n');
        if (notes.Count > 0)
            text.Append('\n');
    }
}

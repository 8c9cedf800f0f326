using Ashlar.Model;
using Cell = Ashlar.Reports.TerminalText.Cell;

namespace Ashlar.Reports;

/// <summary>The summary on standard output: what is there, what is at risk, what to do first, what could not be seen. Keeps counts only.</summary>
public sealed class TerminalWriter(TextWriter writer, TerminalOptions options) : IReportWriter
{
    private const int MostGaps = 5;
    private const string Bold = "1";
    private const string Dim = "2";

    private readonly TerminalText _text = new(writer, options);
    private readonly List<ControlTally> _tallies = [];
    private ReportHeader? _header;

    public void Begin(ReportHeader header) => _header = header;

    public void Write(ControlResult result) => _tallies.Add(ControlTally.Of(result));

    public void End(ReportFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("End was called before Begin.");
        _tallies.Sort(ControlTally.ByUrgency);
        Headline(header, footer);
        new TerminalWorkloads(_text, header).Write();
        new TerminalRisks(_text, _tallies).Write(footer);
        new TerminalPaths(_text).Write(header);
        new TerminalFirst(_text, _tallies).Write(header.Picture);
        NotSeen(header, footer);
        Pointers(footer);
        writer.Flush();
    }

    public void Dispose() => writer.Flush();

    private void Headline(ReportHeader header, ReportFooter footer)
    {
        var seen = Seen.Of(_tallies);
        _text.Row(
            new Cell(header.Title, Math.Min(TextWidth.Of(SafeText.OneLine(header.Title)) + 4, 40), Bold),
            new Cell(string.Join("   ",
                Count.Of(header.Inventory.Subscriptions.Count, "subscription"),
                Count.Of(header.Inventory.Resources, "resource"),
                Count.Of(header.Workloads.Count, "AI workload"))));
        _text.Row(
            new Cell(seen.Percent is { } percent
                ? $"seen: {percent} % ({Count.Of(seen.Answered)} of {Count.Of(seen.Checks, "check")} answered), {Count.Of(footer.Gaps.Count, "gap")}"
                : $"seen: nothing to check, {Count.Of(footer.Gaps.Count, "gap")}", 60),
            new Cell($"   as of {Times.Words(header.AsOf)}", 0, Dim));
        _text.Line();
    }

    private void NotSeen(ReportHeader header, ReportFooter footer)
    {
        if (footer.Gaps.Count == 0)
            return;
        _text.Row(new Cell("What we could not see", 0, Bold));
        foreach (var gap in footer.Gaps.Take(MostGaps))
        {
            var path = gap.Path is null ? "" : ", " + gap.Path;
            _text.Row(new Cell($"  {GapWords.Words(gap.Reason)}: {gap.DataSet}{path} {GapWords.Where(gap.Scope, header.Inventory)}"));
            _text.Row(new Cell("     " + gap.Detail, 0, Dim));
            if (gap.Permission is not null)
                _text.Row(new Cell("     would close it: " + gap.Permission, 0, Dim));
        }

        if (footer.Gaps.Count > MostGaps)
            _text.Row(new Cell($"  and {Count.Of(footer.Gaps.Count - MostGaps, "gap")} more", 0, Dim));
        _text.Line();
    }

    private void Pointers(ReportFooter footer)
    {
        if (footer.Files.Count > 0)
            _text.Row(new Cell(string.Join("    ", footer.Files.Select(f => $"{f.Label}: {f.Target}"))));
    }

    internal static int Column(IEnumerable<string> texts, int least, int most) =>
        Math.Clamp(texts.Select(t => TextWidth.Of(SafeText.OneLine(t)) + 2).DefaultIfEmpty(0).Max(), least, most);
}

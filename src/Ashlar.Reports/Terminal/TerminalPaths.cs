using Ashlar.Model;
using Cell = Ashlar.Reports.TerminalText.Cell;

namespace Ashlar.Reports;

/// <summary>Attack paths in the summary: how many, and the worst of them in a line each.</summary>
internal sealed class TerminalPaths(TerminalText text)
{
    private const int Most = 3;
    private const string Bold = "1";
    private const string Dim = "2";

    public void Write(ReportHeader header)
    {
        var picture = header.Picture;
        if (picture.PathCount == 0)
            return;
        var goalWidth = Math.Max(30, text.Width - 20);
        text.Row(new Cell("Attack paths", 12 + goalWidth - 4, Bold), new Cell("hops", 8, Dim, true));
        var shown = picture.Paths.Take(Most).ToList();
        foreach (var path in shown)
        {
            text.Row(
                new Cell("  " + path.Severity.Name(), 12, TerminalText.Style(path.Severity)),
                new Cell(PathWords.Of(path, header.Inventory), goalWidth - 4),
                new Cell(Count.Of(path.Steps.Count - 1), 8, null, true));
        }

        if (picture.PathCount > shown.Count)
            text.Row(new Cell($"  and {Count.Of(picture.PathCount - shown.Count)} more, with proof: ashlar paths", 0, Dim));
        text.Line();
    }
}

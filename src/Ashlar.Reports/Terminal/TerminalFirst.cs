using Cell = Ashlar.Reports.TerminalText.Cell;

namespace Ashlar.Reports;

/// <summary>"Do first": the changes that cut the most attack paths; where there is no path, those that close the most severe failures.</summary>
internal sealed class TerminalFirst(TerminalText text, IReadOnlyList<ControlTally> tallies)
{
    private const int Most = 3;
    private const string Bold = "1";
    private const string Dim = "2";

    public void Write(TenantPicture picture)
    {
        if (picture.Changes.Count > 0)
            Cut(picture);
        else
            Close();
    }

    private void Cut(TenantPicture picture)
    {
        var first = picture.Changes.Take(Most).ToList();
        var cuts = first.Select(c => $"{Count.Of(c.Cuts)} of {Count.Of(c.Total)} paths").ToList();
        var cutWidth = TerminalWriter.Column(cuts, 14, 30);
        var changeWidth = Math.Max(30, text.Width - cutWidth);
        text.Row(new Cell("Do first", changeWidth, Bold), new Cell("cuts", cutWidth, Dim, true));
        for (var i = 0; i < first.Count; i++)
        {
            text.Row(new Cell($"  {i + 1}  {first[i].Change}", changeWidth), new Cell(cuts[i], cutWidth, null, true));
            if (first[i].Breaks.Count > 0)
                text.Row(new Cell("     may break: " + string.Join(' ', first[i].Breaks), 0, Dim));
        }

        if (picture.ChangeCount > first.Count)
            text.Row(new Cell($"  and {Count.Of(picture.ChangeCount - first.Count, "change")} more; each counts what those before it leave", 0, Dim));
        text.Line();
    }

    private void Close()
    {
        var first = tallies.Where(t => t.Counted > 0).Take(Most).ToList();
        if (first.Count == 0)
            return;
        text.Row(new Cell("Do first", 0, Bold));
        for (var i = 0; i < first.Count; i++)
        {
            var fix = first[i].Control.Fix;
            text.Row(new Cell($"  {i + 1}  {fix.Summary.TrimEnd('.')} (closes {Count.Of(first[i].Counted, "failure")})"));
            if (fix.Breaks is not null)
                text.Row(new Cell("     may break: " + fix.Breaks, 0, Dim));
        }

        text.Line();
    }
}

using Ashlar.Model;
using Cell = Ashlar.Reports.TerminalText.Cell;

namespace Ashlar.Reports;

/// <summary>The summary on standard output: what is there, what is at risk, what to do first, what could not be seen. Keeps counts only.</summary>
public sealed class TerminalWriter(TextWriter writer, TerminalOptions options) : IReportWriter
{
    private const int MostWorkloads = 12;
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
        WhatIsThere(header);
        new TerminalRisks(_text, _tallies).Write(footer);
        DoFirst();
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

    private void WhatIsThere(ReportHeader header)
    {
        if (header.Workloads.Count == 0)
        {
            _text.Row(new Cell("What is there", 0, Bold));
            _text.Row(new Cell("  No AI workload in what was read."));
            _text.Line();
            return;
        }

        var shown = header.Workloads.Take(MostWorkloads).ToList();
        var access = header.Access.ToDictionary(a => (a.WorkloadId, a.Capability));
        string Who(AiWorkload workload, string capability) => AccessWords.Of(access.GetValueOrDefault((workload.Id, capability)));
        string Number(AiWorkload workload, string capability) => AccessWords.Short(access.GetValueOrDefault((workload.Id, capability)));
        var name = Column(shown.Select(w => "  " + Named(w)), 18, 34);
        var data = Column(shown.Select(WorkloadWords.Data), 17, 30);
        var call = Column(shown.Select(w => Who(w, AccessWords.Call)), 14, Math.Max(14, _text.Width / 5));
        var keys = Column(shown.Select(w => Number(w, AccessWords.MintKeys)), 12, 14);
        var filter = Column(shown.Select(w => Number(w, AccessWords.ChangeFilter)), 16, 16);
        var models = Math.Max(16, _text.Width - name - call - keys - filter - data);
        _text.Row(new Cell("What is there", name, Bold), new Cell("models", models, Dim), new Cell("who can call", call, Dim), new Cell("read keys", keys, Dim), new Cell("change filter", filter, Dim), new Cell("data it reaches", 0, Dim));
        foreach (var workload in shown)
        {
            _text.Row(
                new Cell("  " + Named(workload), name),
                new Cell(WorkloadWords.Models(workload), models),
                new Cell(Who(workload, AccessWords.Call), call),
                new Cell(Number(workload, AccessWords.MintKeys), keys),
                new Cell(Number(workload, AccessWords.ChangeFilter), filter),
                new Cell(WorkloadWords.Data(workload)));
        }

        if (header.Workloads.Count > shown.Count)
            _text.Row(new Cell($"  and {Count.Of(header.Workloads.Count - shown.Count)} more", 0, Dim));
        _text.Line();
    }

    private static string Named(AiWorkload workload) => workload.Environment is null ? workload.Name : $"{workload.Name} ({workload.Environment})";

    private void DoFirst()
    {
        var first = _tallies.Where(t => t.Counted > 0).Take(3).ToList();
        if (first.Count == 0)
            return;
        _text.Row(new Cell("Do first", 0, Bold));
        for (var i = 0; i < first.Count; i++)
        {
            var fix = first[i].Control.Fix;
            _text.Row(new Cell($"  {i + 1}  {fix.Summary.TrimEnd('.')} (closes {Count.Of(first[i].Counted, "failure")})"));
            if (fix.Breaks is not null)
                _text.Row(new Cell("     may break: " + fix.Breaks, 0, Dim));
        }

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

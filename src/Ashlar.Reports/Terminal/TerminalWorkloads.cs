using Ashlar.Model;
using Cell = Ashlar.Reports.TerminalText.Cell;

namespace Ashlar.Reports;

/// <summary>"What is there": a row for each workload; columns that have no room are left out, the least telling first.</summary>
internal sealed class TerminalWorkloads(TerminalText text, ReportHeader header)
{
    private const int MostWorkloads = 12;
    private const int LeastModels = 16;
    private const string Bold = "1";
    private const string Dim = "2";

    private readonly Dictionary<(string, string), WorkloadAccess> _access = header.Access.ToDictionary(a => (a.WorkloadId, a.Capability));

    public void Write()
    {
        if (header.Workloads.Count == 0)
        {
            text.Row(new Cell("What is there", 0, Bold));
            text.Row(new Cell("  No AI workload in what was read."));
            text.Line();
            return;
        }

        var shown = Math.Min(header.Workloads.Count, MostWorkloads);
        var columns = Columns(shown);
        text.Row([new Cell("What is there", columns[0].Width, Bold), .. columns.Skip(1).Select(c => new Cell(c.Title, c.Width, Dim))]);
        for (var i = 0; i < shown; i++)
            text.Row([.. columns.Select(c => new Cell(c.Texts[i], c.Width))]);
        if (header.Workloads.Count > shown)
            text.Row(new Cell($"  and {Count.Of(header.Workloads.Count - shown)} more", 0, Dim));
        text.Line();
    }

    private List<Column> Columns(int shown)
    {
        var pictures = new WorkloadPictures(header.Workloads, header.Picture);
        Column Of(string title, Func<int, string> words, int least, int most)
        {
            var texts = Enumerable.Range(0, shown).Select(words).ToArray();
            return new Column(title, texts, TerminalWriter.Column([title, .. texts], least, most));
        }

        string Who(int workload, string capability) => AccessWords.Of(_access.GetValueOrDefault((header.Workloads[workload].Id, capability)));
        string Number(int workload, string capability) => AccessWords.Short(_access.GetValueOrDefault((header.Workloads[workload].Id, capability)));
        var models = new Column("models", [.. header.Workloads.Take(shown).Select(WorkloadWords.Models)], 0);
        var filter = Of("change filter", i => Number(i, AccessWords.ChangeFilter), 10, 16);
        var keys = Of("read keys", i => Number(i, AccessWords.MintKeys), 10, 14);
        var fall = Of("if taken over", i => FallWords.Of(pictures.Fall(i)), 10, 18);
        List<Column> columns =
        [
            Of("What is there", i => "  " + Named(header.Workloads[i]), 15, 34),
            Of("exposure", i => ExposureWords.Of(pictures.Exposure(i)), 10, 24),
            models,
            Of("who can call", i => Who(i, AccessWords.Call), 14, Math.Max(14, text.Width / 5)),
            keys,
            filter,
            Of("data it reaches", i => pictures.Data(i), 17, 32),
            fall,
        ];
        if (header.Picture.Doors.Count == 0)
            columns.RemoveAt(1);
        if (header.Picture.Falls.Count == 0)
            columns.Remove(fall);
        foreach (var least in new[] { filter, keys, fall })
        {
            if (text.Width - columns.Sum(c => c.Width) < LeastModels)
                columns.Remove(least);
        }

        columns[columns.IndexOf(models)] = models with { Width = Math.Max(LeastModels, text.Width - columns.Sum(c => c.Width)) };
        return columns;
    }

    private static string Named(AiWorkload workload) => workload.Environment is null ? workload.Name : $"{workload.Name} ({workload.Environment})";

    private sealed record Column(string Title, IReadOnlyList<string> Texts, int Width);
}

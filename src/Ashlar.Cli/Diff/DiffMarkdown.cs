using Ashlar.Model;
using Ashlar.Reports;

namespace Ashlar.Cli.Diff;

/// <summary>A comparison for a pull request, a ticket or a wiki.</summary>
internal static class DiffMarkdown
{
    private const int Most = 20;

    public static async Task WriteAsync(DiffReport report, TextWriter writer)
    {
        await writer.WriteLineAsync($"# Drift of {MarkdownText.Prose(report.After.Name)}\n");
        await writer.WriteLineAsync($"{MarkdownText.Prose(report.Before.Name)} {report.Before.AsOf:yyyy-MM-dd HH:mm} UTC to {MarkdownText.Prose(report.After.Name)} {report.After.AsOf:yyyy-MM-dd HH:mm} UTC. **{report.Counts}**");
        foreach (var note in report.Notes.Concat(report.Omitted.Select(o => $"Not compared: {o.Area.Name()}. {o.Why}")))
            await writer.WriteLineAsync($"\n> {MarkdownText.Prose(note)}");
        foreach (var turn in DiffReport.Turns)
        {
            var count = report.Count(turn);
            if (count == 0)
                continue;
            await writer.WriteLineAsync($"\n## {DiffReport.Heading(turn)} ({count:N0})\n");
            foreach (var (area, lines) in DiffLine.Of(report.Changes.Where(c => c.Turn == turn)))
            {
                foreach (var line in lines.Take(Most))
                {
                    var by = line.By.Length > 0 ? $" *by {MarkdownText.Prose(line.By)}*" : "";
                    var missing = line.Missing.Length > 0 ? $" *{DiffReport.Unread(turn)}: {MarkdownText.Prose(line.Missing)}*" : "";
                    await writer.WriteLineAsync($"- **{area.Name()}** {(line.Severity is { } severity ? severity.Name() + " " : "")}{MarkdownText.Prose(line.Subjects)}: {MarkdownText.Prose(line.Says)}{by}{missing}");
                }

                if (lines.Count > Most)
                    await writer.WriteLineAsync($"- **{area.Name()}** and {lines.Skip(Most).Sum(l => l.Changes.Count):N0} more");
            }
        }
    }
}

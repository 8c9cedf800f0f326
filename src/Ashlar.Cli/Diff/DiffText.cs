using Ashlar.Cli.Rules;
using Ashlar.Model;

namespace Ashlar.Cli.Diff;

/// <summary>A comparison as a person reads it.</summary>
internal static class DiffText
{
    private const int Most = 5;

    public static async Task WriteAsync(DiffReport report, TextWriter writer)
    {
        await LineAsync(writer, $"{report.Before.Name} {report.Before.AsOf:yyyy-MM-dd HH:mm} UTC -> {report.After.Name} {report.After.AsOf:yyyy-MM-dd HH:mm} UTC");
        await LineAsync(writer, report.Counts);
        foreach (var note in report.Notes)
            await LineAsync(writer, "Note: " + note);
        foreach (var omission in report.Omitted)
            await LineAsync(writer, $"Not compared: {omission.Area.Name()}. {omission.Why}");
        foreach (var turn in DiffReport.Turns)
            await SectionAsync(report, turn, writer);
    }

    private static async Task SectionAsync(DiffReport report, DriftTurn turn, TextWriter writer)
    {
        var count = report.Count(turn);
        if (count == 0)
            return;
        await writer.WriteLineAsync();
        await LineAsync(writer, $"{DiffReport.Heading(turn)}  {count:N0}");
        foreach (var (area, lines) in DiffLine.Of(report.Changes.Where(c => c.Turn == turn)))
        {
            foreach (var line in lines.Take(Most))
            {
                await LineAsync(writer, $"  {area.Name(),-10} {(line.Severity is { } severity ? severity.Name() + " " : "")}{line.Subjects}: {line.Says}");
                if (line.By.Length > 0)
                    await LineAsync(writer, $"             by {line.By}");
                if (line.Missing.Length > 0)
                    await LineAsync(writer, $"             {DiffReport.Unread(turn)}: {line.Missing}");
            }

            if (lines.Count > Most)
                await LineAsync(writer, $"  {area.Name(),-10} and {lines.Skip(Most).Sum(l => l.Changes.Count):N0} more; --format json has all.");
        }
    }

    private static Task LineAsync(TextWriter writer, string text) => writer.WriteLineAsync(DiagnosticText.Printable(text));
}

using System.Text;
using System.Text.Json;
using Ashlar.Model;
using Ashlar.Reports;

namespace Ashlar.Cli.Scan;

/// <summary>The summary as one JSON object on standard output: counts by verdict and control, workloads, files.</summary>
internal sealed class SummaryJsonWriter(TextWriter writer) : IReportWriter
{
    private readonly List<(Control Control, int[] Counts, int Counted)> _controls = [];
    private ReportHeader? _header;

    public void Begin(ReportHeader header) => _header = header;

    public void Write(ControlResult result)
    {
        var counts = new int[Enum.GetValues<Verdict>().Length];
        foreach (var finding in result.Findings)
        {
            counts[(int)finding.Verdict]++;
        }

        _controls.Add((result.Control, counts, result.Findings.Count(f => f.Counts)));
    }

    public void End(ReportFooter footer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("title", _header!.Title);
            json.WriteString("asOf", _header.AsOf);
            json.WriteNumber("resources", _header.Inventory.Resources);
            json.WriteNumber("subscriptions", _header.Inventory.Subscriptions.Count);
            json.WriteNumber("workloads", _header.Workloads.Count);
            json.WriteNumber("gaps", footer.Gaps.Count);
            Standing(json, footer);
            json.WriteStartArray("controls");
            foreach (var (control, counts, counted) in _controls)
            {
                json.WriteStartObject();
                json.WriteString("id", control.Id);
                json.WriteString("severity", control.Severity.Name());
                foreach (var verdict in Enum.GetValues<Verdict>())
                {
                    json.WriteNumber(verdict.Name(), counts[(int)verdict]);
                }

                json.WriteNumber("counted", counted);

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("files");
            foreach (var file in footer.Files)
            {
                json.WriteString(file.Label.ToLowerInvariant(), file.Target);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Standing(Utf8JsonWriter json, ReportFooter footer)
    {
        if (footer.Baseline is { } baseline)
        {
            json.WriteStartObject("baseline");
            json.WriteNumber("new", baseline.New);
            json.WriteNumber("known", baseline.Known);
            json.WriteNumber("absent", baseline.Gone);
            json.WriteNumber("lostSight", baseline.LostSight);
            json.WriteEndObject();
        }

        if (footer.Suppressions is { } suppressions)
        {
            json.WriteStartObject("suppressions");
            json.WriteNumber("suppressed", suppressions.Suppressed);
            json.WriteNumber("expired", suppressions.Expired.Count);
            json.WriteEndObject();
        }
    }

    public void Dispose()
    {
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>One self-contained page: everything the reader sees is in it, nothing is fetched. Streamed; see <see cref="HtmlCaps"/> for what it leaves to findings.json.</summary>
public sealed class HtmlWriter : IReportWriter
{
    private readonly ReportFile _file;
    private readonly Utf8JsonWriter _json;
    private readonly List<ControlTally> _tallies = [];
    private readonly List<(string Control, Diagnostic Problem)> _errors = [];
    private readonly HtmlResources _resources = new();
    private readonly HtmlTexts _texts = new();
    private readonly HtmlStanding _standing = new();
    private ReportHeader? _header;
    private WorkloadIndex _workloads = new([]);
    private WorkloadCounts[] _counts = [];

    public HtmlWriter(ReportFile file)
    {
        _file = file;
        _json = new Utf8JsonWriter(file.Stream, ReportJson.Options);
    }

    public void Begin(ReportHeader header)
    {
        _header = header;
        _workloads = new WorkloadIndex(header.Workloads);
        _counts = [.. header.Workloads.Select(_ => new WorkloadCounts())];
        Text(PageParts.Start(header.Title));
        _json.WriteStartObject();
        _json.WriteString("title", header.Title);
        _json.WriteString("asOf", Times.Iso(header.AsOf));
        _json.WriteString("asOfWords", Times.Words(header.AsOf));
        _json.WriteString("asOfSource", header.AsOfSource);
        _json.WriteString("version", header.Version);
        ReportJson.Array(_json, "sources", [.. header.Sources.Select(ShownPath.Of)]);
        InventoryJson.Write(_json, header.Inventory);
        _json.WriteStartArray("controls");
    }

    public void Write(ControlResult result)
    {
        _tallies.Add(ControlTally.Of(result));
        foreach (var error in result.Errors)
            _errors.Add((result.Control.Id, error));
        _standing.Add(result);
        HtmlControl.Write(_json, result, _tallies[^1], _workloads, _counts, _resources, _texts);
        _json.Flush();
    }

    public void End(ReportFooter footer)
    {
        _json.WriteEndArray();
        _resources.Write(_json, footer.Region);
        _json.WriteStartObject("safe");
        _json.WriteString("shell", FixPatch.SafeInShell);
        _json.WriteString("template", FixPatch.SafeInTemplate);
        _json.WriteEndObject();
        new HtmlWorkloads(_json, _texts).Write(_header!, _counts);
        new HtmlPicture(_json, _texts).Write(_header!.Picture);
        _texts.Write(_json);
        Gaps(footer.Gaps);
        Problems(footer.Diagnostics);
        var seen = Seen.Of(_tallies);
        _json.WriteStartObject("seen");
        _json.WriteNumber("answered", seen.Answered);
        _json.WriteNumber("checks", seen.Checks);
        _json.WriteEndObject();
        _standing.Write(_json, footer);
        _json.WriteStartObject("caps");
        _json.WriteNumber("fail", HtmlCaps.Fails);
        _json.WriteNumber("unknown", HtmlCaps.Unknowns);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        NoScript();
        Text(PageParts.End);
        _json.Dispose();
        _file.Commit();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void Gaps(IReadOnlyList<Gap> gaps)
    {
        _json.WriteNumber("gapCount", gaps.Count);
        _json.WriteStartArray("gaps");
        foreach (var gap in gaps.Take(HtmlCaps.Gaps))
            GapJson.Write(_json, gap);
        _json.WriteEndArray();
    }

    private void Problems(IReadOnlyList<Diagnostic> diagnostics)
    {
        _json.WriteStartArray("problems");
        foreach (var (control, problem) in _errors.Select(e => ((string?)e.Control, e.Problem)).Concat(diagnostics.Select(d => ((string?)null, d))).Take(HtmlCaps.Problems))
            DiagnosticJson.Write(_json, control, problem);
        _json.WriteEndArray();
    }

    // For a reader whose browser runs no script: the counts, plainly.
    private void NoScript()
    {
        var page = new StringBuilder("</script>\n<noscript><div class=\"wrap\"><p>This page needs its own script to show details. The counts, without it:</p>\n<table><tr><th>Severity</th><th>Control</th><th>Fail</th><th>Unknown</th><th>Pass</th></tr>\n");
        foreach (var tally in _tallies.Order(Comparer<ControlTally>.Create(ControlTally.ByUrgency)))
        {
            page.Append("<tr><td>").Append((tally.WorstFail ?? tally.Control.Severity).Name())
                .Append("</td><td>").Append(HtmlEncoder.Default.Encode(tally.Control.Title))
                .Append("</td><td>").Append(tally.Fail).Append("</td><td>").Append(tally.Unknown).Append("</td><td>").Append(tally.Pass).Append("</td></tr>\n");
        }

        Text(page.Append("</table></div></noscript>\n").ToString());
    }

    private void Text(string text) => _file.Stream.Write(Encoding.UTF8.GetBytes(text));
}

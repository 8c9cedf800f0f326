using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>SARIF 2.1.0. Results are what a reader must act on: fail, unknown (kind <c>open</c>), manual (kind <c>review</c>); the rest are counts per rule. Streamed, rules last.</summary>
public sealed class SarifWriter : IReportWriter
{
    private readonly ReportFile _file;
    private readonly Utf8JsonWriter _json;
    private readonly List<ControlTally> _rules = [];
    private readonly List<(string Control, Diagnostic Problem)> _errors = [];
    private ReportHeader? _header;

    public SarifWriter(ReportFile file)
    {
        _file = file;
        _json = new Utf8JsonWriter(file.Stream, ReportJson.Options with { Indented = true });
    }

    public void Begin(ReportHeader header)
    {
        _header = header;
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartArray("results");
    }

    public void Write(ControlResult result)
    {
        var index = _rules.Count;
        _rules.Add(ControlTally.Of(result));
        foreach (var error in result.Errors)
            _errors.Add((result.Control.Id, error));
        foreach (var finding in result.Findings)
        {
            if (finding.Verdict is Verdict.Pass or Verdict.NotApplicable)
                continue;
            SarifResult.Write(_json, finding, result.Control, index);
            Drain();
        }

        foreach (var gone in result.Gone)
        {
            SarifResult.Write(_json, gone, index);
            Drain();
        }
    }

    public void End(ReportFooter footer)
    {
        _json.WriteEndArray();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "Ashlar");
        _json.WriteString("semanticVersion", _header!.Version);
        _json.WriteStartArray("rules");
        foreach (var rule in _rules)
            SarifRule.Write(_json, rule);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        SarifInvocation.Write(_json, footer, _errors);
        Artifacts(_header.Sources);
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartObject("properties");
        _json.WriteString("title", _header.Title);
        _json.WriteString("asOf", Times.Iso(_header.AsOf));
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _json.Dispose();
        _file.Commit();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void Drain()
    {
        if (_json.BytesPending > 1 << 16)
            _json.Flush();
    }

    // The schema wants each artifact once.
    private void Artifacts(IReadOnlyList<string> sources)
    {
        _json.WriteStartArray("artifacts");
        foreach (var source in sources.Select(ShownPath.Of).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal))
        {
            _json.WriteStartObject();
            _json.WriteStartObject("location");
            _json.WriteString("uri", string.Join('/', source.Split('/').Select(Uri.EscapeDataString)));
            _json.WriteEndObject();
            _json.WriteStartArray("roles");
            _json.WriteStringValue("analysisTarget");
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}

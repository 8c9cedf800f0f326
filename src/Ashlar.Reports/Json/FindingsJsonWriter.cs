using System.Buffers;
using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>findings.json: every verdict of every control, one a line, then the gaps. Streamed.</summary>
public sealed class FindingsJsonWriter : IReportWriter
{
    public const string Schema = "ashlar/findings/1";

    private readonly ReportFile _file;
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 18);
    private readonly Utf8JsonWriter _json;
    private readonly List<(string Control, Diagnostic Problem)> _errors = [];
    private bool _first = true;

    public FindingsJsonWriter(ReportFile file)
    {
        _file = file;
        _json = new Utf8JsonWriter(_buffer, ReportJson.Options);
    }

    public void Begin(ReportHeader header)
    {
        Text("{\"schema\":"u8);
        Value(json => json.WriteStringValue(Schema));
        Text(",\"asOf\":"u8);
        Value(json => json.WriteStringValue(Times.Iso(header.AsOf)));
        Text(",\"title\":"u8);
        Value(json => json.WriteStringValue(header.Title));
        Text(",\n\"findings\":["u8);
    }

    public void Write(ControlResult result)
    {
        foreach (var error in result.Errors)
            _errors.Add((result.Control.Id, error));
        foreach (var finding in result.Findings)
        {
            Text(_first ? "\n"u8 : ",\n"u8);
            _first = false;
            Write(finding, result.Control.Title);
            _json.Flush();
            _json.Reset();
            if (_buffer.WrittenCount > 1 << 17)
                Drain();
        }
    }

    public void End(ReportFooter footer)
    {
        Text("\n],\n\"gaps\":["u8);
        var first = true;
        foreach (var gap in footer.Gaps)
        {
            Text(first ? "\n"u8 : ",\n"u8);
            first = false;
            Value(json => GapJson.Write(json, gap));
        }

        Text("\n],\n\"problems\":["u8);
        first = true;
        foreach (var (control, problem) in footer.Diagnostics.Select(d => ((string?)null, d)).Concat(_errors.Select(e => ((string?)e.Control, e.Problem))))
        {
            Text(first ? "\n"u8 : ",\n"u8);
            first = false;
            Value(json => DiagnosticJson.Write(json, control, problem));
        }

        Text("\n]}\n"u8);
        Drain();
        _file.Commit();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void Write(Finding finding, string title)
    {
        _json.WriteStartObject();
        _json.WriteString("control", finding.Control);
        _json.WriteString("title", title);
        _json.WriteString("resourceId", finding.ResourceId);
        if (finding.SubKey is not null)
            _json.WriteString("subKey", finding.SubKey);
        _json.WriteString("verdict", finding.Verdict.Name());
        _json.WriteString("severity", finding.Severity.Name());
        _json.WriteString("severityBase", finding.SeverityBase.Name());
        ReportJson.Array(_json, "severityReasons", finding.SeverityReasons);
        _json.WriteString("fingerprint", finding.Fingerprint);
        _json.WritePropertyName("evidence");
        ReportJson.Raw(_json, finding.Evidence);
        ReportJson.Array(_json, "reasons", finding.Reasons);
        if (finding.Origin is { } origin)
            OriginJson.Write(_json, origin);
        _json.WriteEndObject();
    }

    private void Value(Action<Utf8JsonWriter> write)
    {
        write(_json);
        _json.Flush();
        _json.Reset();
        if (_buffer.WrittenCount > 1 << 17)
            Drain();
    }

    private void Text(ReadOnlySpan<byte> text) => _buffer.Write(text);

    private void Drain()
    {
        _file.Stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}

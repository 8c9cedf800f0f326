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
    private Stream? _gone;

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
        if (header.Redaction is { } mark)
        {
            Text(",\"redaction\":"u8);
            Value(json => json.WriteStringValue(mark));
        }

        Text(",\n\"findings\":["u8);
    }

    public void Write(ControlResult result)
    {
        foreach (var error in result.Errors)
            _errors.Add((result.Control.Id, error));
        foreach (var gone in result.Gone)
            Later(gone);
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
        Text("\n]"u8);
        Standing(footer);
        Text(",\n\"gaps\":["u8);
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
        _gone?.Dispose();
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
        StandingJson.Write(_json, finding);
        _json.WriteEndObject();
    }

    // They come control by control and stand after the last finding: kept on disk, since there may be many.
    private void Later(GoneFinding gone)
    {
        _gone ??= _file.Spool();
        using var json = new Utf8JsonWriter(_gone, ReportJson.Options);
        _gone.Write(_gone.Position == 0 ? "\n"u8 : ",\n"u8);
        StandingJson.Write(json, gone);
    }

    private void Standing(ReportFooter footer)
    {
        if (footer.Baseline is { } baseline)
        {
            Text(",\n\"absent\":["u8);
            if (_gone is not null)
            {
                Drain();
                _gone.Position = 0;
                _gone.CopyTo(_file.Stream);
            }

            Text("\n],\n\"baseline\":"u8);
            Value(json => StandingJson.Write(json, baseline));
        }

        if (footer.Suppressions is { } suppressions)
        {
            Text(",\n\"suppressions\":"u8);
            Value(json => StandingJson.Write(json, suppressions));
        }
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

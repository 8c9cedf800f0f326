using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

internal static class SarifResult
{
    public static void Write(Utf8JsonWriter json, Finding finding, Control control, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", control.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("kind", finding.Verdict switch
        {
            Verdict.Fail => "fail",
            Verdict.Unknown => "open",
            Verdict.Manual => "review",
            Verdict.Pass => "pass",
            _ => "notApplicable",
        });
        // SARIF 3.27.10: level is "none" unless kind is "fail".
        json.WriteString("level", finding.Verdict == Verdict.Fail ? SarifLevel.Of(finding.Severity) : "none");
        json.WriteStartObject("message");
        json.WriteString("text", Message(finding, control));
        json.WriteEndObject();
        Location(json, finding.Origin, finding.ResourceId, finding.SubKey);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("ashlar/v1", finding.Fingerprint);
        json.WriteEndObject();
        if (finding.Compared is { } compared)
            json.WriteString("baselineState", compared.State.Name());
        if (finding.Suppressed is { } suppression)
            SarifSuppression.Write(json, suppression);
        json.WriteStartObject("properties");
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("severityBase", finding.SeverityBase.Name());
        if (finding.SeverityReasons.Count > 0)
            ReportJson.Array(json, "severityReasons", finding.SeverityReasons);
        if (finding.Reasons.Count > 0)
            ReportJson.Array(json, "reasons", finding.Reasons);
        json.WritePropertyName("evidence");
        ReportJson.Raw(json, finding.Evidence);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A failure of the baseline that is none now.</summary>
    public static void Write(Utf8JsonWriter json, GoneFinding gone, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", gone.Control);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("kind", gone.Now switch
        {
            Verdict.Pass => "pass",
            Verdict.NotApplicable => "notApplicable",
            _ => "informational",
        });
        json.WriteString("level", "none");
        json.WriteStartObject("message");
        json.WriteString("text", $"{Literal(OriginWords.Name(gone.ResourceId, gone.SubKey))} failed in the baseline and {(gone.Now is null ? "is not in what was read now" : "does not fail now")}: {gone.Title}.");
        json.WriteEndObject();
        Location(json, null, gone.ResourceId, gone.SubKey);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("ashlar/v1", gone.Fingerprint);
        json.WriteEndObject();
        json.WriteString("baselineState", BaselineState.Absent.Name());
        json.WriteEndObject();
    }

    private static string Message(Finding finding, Control control)
    {
        var subject = Literal(OriginWords.Name(finding));
        var said = finding.Verdict switch
        {
            Verdict.Fail => $"{subject} fails: {control.Title}.",
            Verdict.Unknown => $"{subject} could not be judged: {control.Title}.",
            _ => $"{subject} needs a person's answer: {control.Title}.",
        };
        return finding.Reasons.Count == 0 ? said : said + " " + Literal(string.Join(" ", finding.Reasons));
    }

    // In a message [text](target) is a link and {0} a place for an argument (SARIF 3.11.5, 3.11.6): a name is neither.
    private static string Literal(string text) => SafeText.OneLine(text)
        .Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("[", @"\[", StringComparison.Ordinal)
        .Replace("]", @"\]", StringComparison.Ordinal)
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal);

    private static void Location(Utf8JsonWriter json, Origin? origin, string resourceId, string? subKey)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (origin is not null)
            Physical(json, origin);
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", subKey ?? ResourceIds.Name(resourceId));
        json.WriteString("fullyQualifiedName", subKey is null ? resourceId : resourceId + "#" + subKey);
        json.WriteString("kind", "resource");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // A URI: what is no plain character of a path is written in percent form.
    private static void Physical(Utf8JsonWriter json, Origin origin)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', origin.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        if (origin.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", origin.Line);
            json.WriteNumber("startColumn", origin.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

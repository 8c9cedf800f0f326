using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A finding on the page; short names, for there may be many.</summary>
internal static class HtmlFinding
{
    public static void Write(Utf8JsonWriter json, Finding finding, int[] workloads, HtmlResources resources)
    {
        json.WriteStartObject();
        json.WriteNumber("r", resources.IndexOf(finding.ResourceId));
        if (finding.SubKey is not null)
            json.WriteString("k", finding.SubKey);
        json.WriteString("v", finding.Verdict.Name());
        json.WriteNumber("s", (int)finding.Severity);
        json.WriteNumber("sb", (int)finding.SeverityBase);
        ReportJson.Array(json, "sr", finding.SeverityReasons);
        ReportJson.Array(json, "why", finding.Reasons);
        json.WriteStartArray("w");
        foreach (var workload in workloads)
            json.WriteNumberValue(workload);
        json.WriteEndArray();
        if (finding.Origin is { } origin)
            json.WriteString("o", OriginWords.Words(origin));
        if (finding.Compared is { } compared)
            json.WriteString("b", finding.Verdict == Verdict.Fail && !finding.Counts && finding.Suppressed is null ? "known" : compared.State.Name());
        if (finding.Suppressed is { } by)
            json.WriteString("x", $"until {Times.Day(by.Until)}, {by.Owner}: {by.Reason}{(by.Ticket is null ? "" : $" ({by.Ticket})")}");
        json.WritePropertyName("e");
        if (finding.Evidence.Length <= HtmlCaps.Evidence && finding.Evidence.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            ReportJson.Raw(json, finding.Evidence);
        }
        else
        {
            json.WriteStartObject();
            json.WriteString("(long, whole in findings.json)", finding.Evidence[..Math.Min(finding.Evidence.Length, HtmlCaps.Evidence)]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

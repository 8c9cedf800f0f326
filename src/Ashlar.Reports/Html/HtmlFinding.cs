using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A finding on the page; short names, for there may be many.</summary>
internal static class HtmlFinding
{
    public static void Write(Utf8JsonWriter json, Finding finding, int[] workloads, HtmlResources resources, HtmlTexts texts)
    {
        json.WriteStartObject();
        json.WriteNumber("r", resources.IndexOf(finding.ResourceId));
        if (finding.SubKey is not null)
            json.WriteString("k", finding.SubKey);
        json.WriteString("v", finding.Verdict.Name());
        json.WriteNumber("s", (int)finding.Severity);
        json.WriteNumber("sb", (int)finding.SeverityBase);
        Texts(json, "sr", finding.SeverityReasons, texts);
        Texts(json, "why", finding.Reasons, texts);
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
        json.WriteStartArray("e");
        Evidence(json, finding.Evidence, texts);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> sentences, HtmlTexts texts)
    {
        json.WriteStartArray(name);
        foreach (var sentence in sentences)
            json.WriteNumberValue(texts.IndexOf(sentence));
        json.WriteEndArray();
    }

    // Name, value, name, value: both as positions.
    private static void Evidence(Utf8JsonWriter json, string evidence, HtmlTexts texts)
    {
        try
        {
            if (evidence.Length <= HtmlCaps.Evidence)
            {
                using var read = JsonDocument.Parse(evidence, new JsonDocumentOptions { MaxDepth = 512 });
                if (read.RootElement.ValueKind == JsonValueKind.Object)
                {
                    foreach (var member in read.RootElement.EnumerateObject())
                    {
                        json.WriteNumberValue(texts.IndexOf(member.Name));
                        json.WriteNumberValue(texts.IndexOfValue(member.Value.GetRawText()));
                    }

                    return;
                }
            }
        }
        catch (JsonException)
        {
            // Shown as it is.
        }

        json.WriteNumberValue(texts.IndexOf(evidence.Length <= HtmlCaps.Evidence ? "text" : "(long, whole in findings.json)"));
        json.WriteNumberValue(texts.IndexOfValue(JsonSerializer.Serialize(evidence[..Math.Min(evidence.Length, HtmlCaps.Evidence)])));
    }
}

using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What baseline and suppressions say, the same in every output. A run without them writes nothing of it.</summary>
internal static class StandingJson
{
    public static void Write(Utf8JsonWriter writer, Finding finding)
    {
        if (finding.Compared is { } compared)
        {
            writer.WriteString("baselineState", compared.State.Name());
            if (compared.Before is { } before && (before != finding.Verdict || compared.State == BaselineState.New))
                writer.WriteString("baselineVerdict", before.Name());
            if (compared.SeverityBefore is { } severity && severity != finding.Severity)
                writer.WriteString("baselineSeverity", severity.Name());
        }

        if (finding.Suppressed is { } suppression)
            Write(writer, "suppressed", suppression);
    }

    public static void Write(Utf8JsonWriter writer, GoneFinding gone)
    {
        writer.WriteStartObject();
        writer.WriteString("control", gone.Control);
        writer.WriteString("title", gone.Title);
        writer.WriteString("resourceId", gone.ResourceId);
        if (gone.SubKey is not null)
            writer.WriteString("subKey", gone.SubKey);
        writer.WriteString("severity", gone.Severity.Name());
        writer.WriteString("fingerprint", gone.Fingerprint);
        writer.WriteString("baselineState", BaselineState.Absent.Name());
        if (gone.Now is { } now)
            writer.WriteString("verdict", now.Name());
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, BaselineSummary baseline)
    {
        writer.WriteStartObject();
        writer.WriteString("title", baseline.Title);
        writer.WriteString("asOf", Times.Iso(baseline.AsOf));
        writer.WriteNumber("new", baseline.New);
        writer.WriteNumber("known", baseline.Known);
        writer.WriteNumber("moreSevere", baseline.MoreSevere);
        writer.WriteNumber("absent", baseline.Gone);
        writer.WriteNumber("lostSight", baseline.LostSight);
        writer.WriteStartArray("notRun");
        foreach (var (control, fails) in baseline.NotRun)
        {
            writer.WriteStartObject();
            writer.WriteString("control", control);
            writer.WriteNumber("fail", fails);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, SuppressionSummary suppressions)
    {
        writer.WriteStartObject();
        writer.WriteNumber("suppressed", suppressions.Suppressed);
        if (suppressions.NextExpiry is { } next)
            writer.WriteString("nextExpiry", Times.Day(next));
        writer.WriteStartArray("expired");
        foreach (var expired in suppressions.Expired)
        {
            writer.WriteStartObject();
            Write(writer, "suppression", expired.Suppression);
            writer.WriteNumber("fail", expired.Fails);
            writer.WriteString("file", ShownPath.Of(expired.File));
            writer.WriteNumber("line", expired.Line);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Suppression suppression)
    {
        writer.WriteStartObject(name);
        writer.WriteString("owner", suppression.Owner);
        writer.WriteString("reason", suppression.Reason);
        writer.WriteString("until", Times.Day(suppression.Until));
        if (suppression.Ticket is not null)
            writer.WriteString("ticket", suppression.Ticket);
        writer.WriteEndObject();
    }
}

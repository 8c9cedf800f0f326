using System.Globalization;
using System.Text.Json;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli.Diff;

/// <summary>A comparison as JSON; docs/diff.md is its description.</summary>
internal static class DiffJson
{
    public const string Schema = "ashlar/diff/1";
    private const int FlushAt = 1 << 16;

    public static void Write(DiffReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Side(json, "before", report.Before);
        Side(json, "after", report.After);
        json.WriteBoolean("same", report.Same);
        Texts(json, "areas", report.Areas.Select(a => a.Name()));
        json.WriteStartArray("notCompared");
        foreach (var omission in report.Omitted)
        {
            json.WriteStartObject();
            json.WriteString("area", omission.Area.Name());
            json.WriteString("why", omission.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "notes", report.Notes);
        Summary(json, report);
        json.WriteStartArray("changes");
        foreach (var change in report.Changes)
        {
            Change(json, change);
            if (json.BytesPending > FlushAt)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, SnapshotInfo info)
    {
        json.WriteStartObject(name);
        json.WriteString("name", info.Name);
        json.WriteString("asOf", Time(info.AsOf));
        json.WriteString("producerVersion", info.ProducerVersion);
        json.WriteEndObject();
    }

    private static void Summary(Utf8JsonWriter json, DiffReport report)
    {
        var counts = report.Changes.GroupBy(c => (c.Turn, c.Area)).ToDictionary(g => g.Key, g => g.Count());
        json.WriteStartObject("summary");
        foreach (var turn in DiffReport.Turns)
        {
            json.WriteStartObject(turn.Name());
            foreach (var area in report.Areas)
                json.WriteNumber(area.Name(), counts.GetValueOrDefault((turn, area)));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, DriftChange change)
    {
        json.WriteStartObject();
        json.WriteString("id", change.Id);
        json.WriteString("area", change.Area.Name());
        json.WriteString("turn", change.Turn.Name());
        json.WriteString("kind", change.Kind);
        json.WriteString("subjectId", change.SubjectId);
        json.WriteString("subjectName", change.SubjectName);
        json.WriteString("subjectType", change.SubjectType);
        json.WriteString("detail", change.Detail);
        json.WriteString("says", change.Says);
        Raw(json, "before", change.Before);
        Raw(json, "after", change.After);
        if (change.Severity is { } severity)
            json.WriteString("severity", severity.Name());
        if (change.PrincipalCount > 0)
        {
            json.WriteNumber("principalCount", change.PrincipalCount);
            json.WriteStartArray("principals");
            foreach (var principal in change.Principals)
            {
                json.WriteStartObject();
                json.WriteString("id", principal.Id);
                json.WriteString("name", principal.Name);
                json.WriteString("kind", principal.Kind);
                json.WriteString("before", principal.Before);
                json.WriteString("after", principal.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Texts(json, "workloadIds", change.WorkloadIds);
        By(json, change.By);
        Texts(json, "missing", change.Missing);
        json.WriteEndObject();
    }

    private static void By(Utf8JsonWriter json, IReadOnlyList<DriftAuthor> authors)
    {
        json.WriteStartArray("by");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            json.WriteString("by", author.By);
            json.WriteString("name", author.Name);
            json.WriteString("at", Time(author.At));
            json.WriteString("client", author.Client);
            json.WriteString("operation", author.Operation);
            json.WriteString("source", author.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Raw(Utf8JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        if (value is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(value);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

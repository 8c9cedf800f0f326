using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>How the run went: gaps are what it could not read, diagnostics what was wrong with inputs and controls. Neither clock, machine nor command line.</summary>
internal static class SarifInvocation
{
    public static void Write(Utf8JsonWriter json, ReportFooter footer, IReadOnlyList<(string Control, Diagnostic Problem)> errors)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var gap in footer.Gaps)
            Notification(json, "gap/" + gap.Reason.Name(), "warning", Words(gap));
        foreach (var problem in footer.Diagnostics)
            Notification(json, problem.Code, Level(problem), Words(problem));
        json.WriteEndArray();
        json.WriteStartArray("toolConfigurationNotifications");
        foreach (var (control, problem) in errors)
            Notification(json, problem.Code, Level(problem), $"{control}: {Words(problem)}");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notification(Utf8JsonWriter json, string id, string level, string text)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", SafeText.OneLine(text));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Words(Gap gap)
    {
        var path = gap.Path is null ? "" : $", {gap.Path}";
        var closes = gap.Permission is null ? "" : $" Would close it: {gap.Permission}";
        return $"{gap.DataSet} at {gap.Scope}{path}: {GapWords.Words(gap.Reason)}. {gap.Detail}{closes}";
    }

    private static string Words(Diagnostic problem) =>
        problem.File is null ? problem.Message : $"{ShownPath.Of(problem.File)}{(problem.Line > 0 ? $":{problem.Line}" : "")}: {problem.Message}";

    private static string Level(Diagnostic problem) => problem.Level switch
    {
        DiagnosticLevel.Error => "error",
        DiagnosticLevel.Warning => "warning",
        _ => "note",
    };
}

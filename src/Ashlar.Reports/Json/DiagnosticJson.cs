using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A problem of an input or a control as an object, the same in every output.</summary>
internal static class DiagnosticJson
{
    public static void Write(Utf8JsonWriter writer, string? control, Diagnostic problem)
    {
        writer.WriteStartObject();
        writer.WriteString("code", problem.Code);
        writer.WriteString("level", problem.Level switch
        {
            DiagnosticLevel.Error => "error",
            DiagnosticLevel.Warning => "warning",
            _ => "note",
        });
        if (control is not null)
            writer.WriteString("control", control);
        writer.WriteString("message", problem.Message);
        if (problem.File is not null)
        {
            writer.WriteString("file", ShownPath.Of(problem.File));
            if (problem.Line > 0)
                writer.WriteNumber("line", problem.Line);
        }

        writer.WriteEndObject();
    }
}

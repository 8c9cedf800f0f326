using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Cli.Rules;

/// <summary>Diagnostics as compilers print them, and as JSON.</summary>
internal static class DiagnosticText
{
    public static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.File is null ? "" : diagnostic.Line == 0 ? diagnostic.File + ": " : diagnostic.Column == 0 ? $"{diagnostic.File}:{diagnostic.Line}: " : $"{diagnostic.File}:{diagnostic.Line}:{diagnostic.Column}: ";
        return Printable($"{place}{Level(diagnostic.Level)} {diagnostic.Code}: {diagnostic.Message}");
    }

    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("level", Level(diagnostic.Level));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("file", diagnostic.File);
        json.WriteNumber("line", diagnostic.Line);
        json.WriteNumber("column", diagnostic.Column);
        json.WriteEndObject();
    }

    /// <summary>Content is anybody's: no control character of it reaches a terminal, and none that turns the order of what follows.</summary>
    public static string Printable(string text) =>
        text.Any(IsUnprintable) ? string.Concat(text.Select(c => IsUnprintable(c) ? ' ' : c)) : text;

    // unicode.org/reports/tr9: the bidirectional marks; and the line and paragraph separators.
    private static bool IsUnprintable(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Level(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => "error",
        DiagnosticLevel.Warning => "warning",
        _ => "note",
    };
}

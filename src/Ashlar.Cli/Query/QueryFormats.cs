using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Cli.Rules;
using Ashlar.Kql;

namespace Ashlar.Cli.Query;

/// <summary>Rows as a table, as JSON objects, or as CSV.</summary>
internal static class QueryFormats
{
    private const int MostWidth = 80;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false };

    public static Task WriteAsync(KqlResult result, string format, TextWriter writer) => format switch
    {
        "json" => WriteJsonAsync(result, writer),
        "csv" => WriteCsvAsync(result, writer),
        _ => WriteTableAsync(result, writer),
    };

    private static async Task WriteTableAsync(KqlResult result, TextWriter writer)
    {
        var rows = result.Rows.Select(row => row.Select(Cell).ToArray()).Prepend([.. result.Columns.Select(c => Cell(c.Name))]).ToList();
        var widths = result.Columns.Select((_, i) => rows.Max(row => row[i].Length)).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            await writer.WriteLineAsync(string.Join("  ", rows[i].Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
            if (i == 0)
                await writer.WriteLineAsync(string.Join("  ", widths.Select(w => new string('-', w))));
        }

        await writer.WriteLineAsync($"{result.Rows.Count} row{(result.Rows.Count == 1 ? "" : "s")}");
    }

    private static string Cell(object? value)
    {
        var text = DiagnosticText.Printable(KqlValue.Text(value));
        return text.Length <= MostWidth ? text : text[..(MostWidth - 1)] + "…";
    }

    private static async Task WriteJsonAsync(KqlResult result, TextWriter writer)
    {
        await writer.WriteLineAsync("[");
        using var buffer = new MemoryStream();
        for (var i = 0; i < result.Rows.Count; i++)
        {
            buffer.SetLength(0);
            using (var json = new Utf8JsonWriter(buffer, Relaxed))
            {
                json.WriteStartObject();
                for (var c = 0; c < result.Columns.Count; c++)
                {
                    json.WritePropertyName(result.Columns[c].Name);
                    KqlValue.Write(json, result.Rows[i][c], result.Columns[c].Type);
                }

                json.WriteEndObject();
            }

            await writer.WriteAsync("  " + Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            await writer.WriteLineAsync(i + 1 < result.Rows.Count ? "," : "");
        }

        await writer.WriteLineAsync("]");
    }

    private static async Task WriteCsvAsync(KqlResult result, TextWriter writer)
    {
        await writer.WriteAsync(string.Join(",", result.Columns.Select(c => Field(c.Name))) + "\r\n");
        foreach (var row in result.Rows)
            await writer.WriteAsync(string.Join(",", row.Select(v => Field(KqlValue.Text(v), v is string))) + "\r\n");
    }

    /// <summary>A cell that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    private static string Field(string text, bool guard = true)
    {
        if (guard && text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'))
            text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}

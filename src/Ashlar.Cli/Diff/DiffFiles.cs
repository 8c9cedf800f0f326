using System.Text;
using System.Text.Json;
using Ashlar.Reports;

namespace Ashlar.Cli.Diff;

/// <summary>diff.json and diff.md, each whole or not at all, readable by their owner alone.</summary>
internal static class DiffFiles
{
    /// <exception cref="IOException">They cannot be written.</exception>
    public static async Task WriteAsync(DiffReport report, string folder)
    {
        using var file = ReportFile.Create(Path.Combine(folder, "diff.json"));
        await using (var json = new Utf8JsonWriter(file.Stream, new JsonWriterOptions { Indented = true }))
            DiffJson.Write(report, json);
        using var page = ReportFile.Create(Path.Combine(folder, "diff.md"));
        await using (var writer = new StreamWriter(page.Stream, new UTF8Encoding(false), leaveOpen: true))
            await DiffMarkdown.WriteAsync(report, writer);
        file.Commit();
        page.Commit();
    }
}

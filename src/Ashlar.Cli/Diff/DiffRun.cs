using System.Text;
using System.Text.Json;
using Ashlar.Cli.Rules;
using Ashlar.Cli.Scan;
using Ashlar.Cli.Terminal;
using Ashlar.Content;
using Ashlar.Model;
using Ashlar.Rules;
using Ashlar.Store;

namespace Ashlar.Cli.Diff;

/// <summary>One comparison from two files to a report: both are opened, derived by the same edges, judged by the same controls, and laid side by side.</summary>
internal static class DiffRun
{
    public static async Task<int> RunAsync(DiffRequest request, CliOutput output, CancellationToken cancellationToken)
    {
        var progress = new Progress(output);
        var library = ContentLibrary.Load([ContentRoot.Content, .. request.Content], Snapshot.EmptyCatalog);
        var (settings, problems, readable) = await ScanSettings.ReadAsync(request.SettingsFile, cancellationToken);
        foreach (var problem in library.Diagnostics.Where(d => d.Level != DiagnosticLevel.Note).Concat(problems))
            await output.Error.WriteLineAsync(DiagnosticText.Line(problem));
        if (!readable || (request.Areas.Contains(DriftArea.Verdicts) && library.Controls.Count == 0))
            return ExitCodes.Unusable;
        try
        {
            var report = Compare(request, library, settings, progress, cancellationToken);
            progress.Done();
            if (request.Out is { } folder)
                await DiffFiles.WriteAsync(report, folder);
            await WriteAsync(report, request.Format, output);
            // What both do not see is no difference; what one of them saw and the other did not leaves the answer open.
            var incomplete = report.Count(DriftTurn.NoLongerSeen) > 0;
            return ExitCodes.Of(assessed: true, found: request.FailOnWorse && report.Count(DriftTurn.Worse) > 0, incomplete, strict: false);
        }
        catch (SnapshotException e)
        {
            progress.Done();
            await output.Error.WriteLineAsync("ashlar: " + DiagnosticText.Printable(e.Message));
            return ExitCodes.Unusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Done();
            await output.Error.WriteLineAsync($"ashlar: a file cannot be read or written: {DiagnosticText.Printable(e.Message)} Check the paths, make room, or choose another folder with --out.");
            return ExitCodes.Unusable;
        }
    }

    private static DiffReport Compare(DiffRequest request, ContentLibrary library, Settings settings, Progress progress, CancellationToken cancellationToken)
    {
        progress.Say("Opening " + request.Before);
        var reads = request.Areas.Contains(DriftArea.Verdicts) ? ControlRun.Shred(library.Controls) : [];
        using var before = Snapshot.Open(request.Before, reads, cancellationToken);
        if (!File.Exists(request.After))
            throw new SnapshotException($"{request.After}: there is no such file. Make a snapshot with `ashlar scan`.");
        // The cache of a file that is open twice would be built twice at once.
        if (SameRows.AreSameFile(request.Before, request.After))
            return Same(request, before.Info, before.Info, "The two files are the same.");
        progress.Say("Opening " + request.After);
        using var after = Snapshot.Open(request.After, reads, cancellationToken);
        progress.Say("Comparing tables");
        return SameRows.AreSame(before, after, cancellationToken)
            ? Same(request, before.Info, after.Info, "The two snapshots hold the same rows.")
            : DiffWork.Compare(before, after, request.Areas, library, settings, progress, cancellationToken);
    }

    private static DiffReport Same(DiffRequest request, SnapshotInfo before, SnapshotInfo after, string note) => new(before, after, true, request.Areas, [], [note], []);

    private static async Task WriteAsync(DiffReport report, string format, CliOutput output)
    {
        switch (format)
        {
            case "json":
                using (var buffer = new MemoryStream())
                {
                    await using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
                        DiffJson.Write(report, json);
                    await output.Out.WriteLineAsync(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
                }

                break;
            case "markdown":
                await DiffMarkdown.WriteAsync(report, output.Out);
                break;
            default:
                await DiffText.WriteAsync(report, output.Out);
                break;
        }
    }
}

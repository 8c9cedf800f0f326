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
        try
        {
            progress.Say("Comparing tables");
            var report = Same(request, cancellationToken);
            if (report is null)
            {
                var library = ContentLibrary.Load([ContentRoot.Content, .. request.Content], Snapshot.EmptyCatalog);
                var (settings, problems, readable) = await ScanSettings.ReadAsync(request.SettingsFile, cancellationToken);
                foreach (var problem in library.Diagnostics.Where(d => d.Level != DiagnosticLevel.Note).Concat(problems))
                    await output.Error.WriteLineAsync(DiagnosticText.Line(problem));
                if (!readable || (request.Areas.Contains(DriftArea.Verdicts) && library.Controls.Count == 0))
                    return ExitCodes.Unusable;
                report = Compare(request, library, settings, progress, cancellationToken);
            }

            progress.Done();
            if (request.Out is { } folder)
                await DiffFiles.WriteAsync(report, folder);
            await WriteAsync(report, request.Format, output);
            // What both do not see is no difference; what one of them saw and the other did not leaves the answer open.
            return ExitCodes.Of(assessed: true, found: request.FailOnWorse && report.Count(DriftTurn.Worse) > 0, incomplete: report.Count(DriftTurn.NoLongerSeen) > 0, strict: false);
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

    /// <summary>Null: they differ. Controls are not loaded for snapshots that do not.</summary>
    private static DiffReport? Same(DiffRequest request, CancellationToken cancellationToken)
    {
        using var before = Snapshot.Open(request.Before, [], cancellationToken);
        if (!File.Exists(request.After))
            throw new SnapshotException($"{request.After}: there is no such file. Make a snapshot with `ashlar scan`.");
        // One file is not opened twice: its cache would be built twice at once.
        if (SameRows.AreSameFile(request.Before, request.After))
            return new DiffReport(before.Info, before.Info, true, request.Areas, [], ["The two files are the same."], []);
        using var after = Snapshot.Open(request.After, [], cancellationToken);
        return SameRows.AreSame(before, after, cancellationToken) ? new DiffReport(before.Info, after.Info, true, request.Areas, [], ["The two snapshots hold the same rows."], []) : null;
    }

    private static DiffReport Compare(DiffRequest request, ContentLibrary library, Settings settings, Progress progress, CancellationToken cancellationToken)
    {
        progress.Say("Opening");
        var reads = request.Areas.Contains(DriftArea.Verdicts) ? ControlRun.Shred(library.Controls) : [];
        using var before = Snapshot.Open(request.Before, reads, cancellationToken);
        using var after = Snapshot.Open(request.After, reads, cancellationToken);
        return DiffWork.Compare(before, after, request.Areas, library, settings, progress, cancellationToken);
    }

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

using Ashlar.Cli.Rules;
using Ashlar.Cli.Terminal;
using Ashlar.Content;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Reports;
using Ashlar.Rules;
using Ashlar.Sources.Terraform;
using Ashlar.Store;

namespace Ashlar.Cli.Scan;

/// <summary>One assessment from inputs to files: sources, snapshot, derived tables, verdicts, reports.</summary>
internal static class ScanRun
{
    public static async Task<int> RunAsync(ScanOptions options, CliOutput output, CancellationToken cancellationToken)
    {
        var progress = new Progress(output);
        var library = ContentLibrary.Load([ContentRoot.Content, .. options.Content], Snapshot.EmptyCatalog);
        var (settings, settingsProblems, settingsReadable) = await ScanSettings.ReadAsync(options.SettingsFile, cancellationToken);
        var problems = library.Diagnostics.Where(d => d.Level != DiagnosticLevel.Note).Concat(settingsProblems).ToList();
        if (!settingsReadable || library.Controls.Count == 0 || !OutFolder.TryCreate(options.Out, problems))
        {
            Say(output, problems);
            return ExitCodes.Unusable;
        }

        try
        {
            var reads = ControlRun.Shred(library.Controls);
            using var input = ScanInput.Open(options, reads, new TerraformOptions(library.Terraform, new PathsByType(reads).Of), progress, cancellationToken);
            problems.AddRange(input.Diagnostics);
            Say(output, problems);
            if (input.Snapshot is not { } snapshot)
            {
                return ExitCodes.Unusable;
            }

            progress.Say("Joining workloads");
            var inventory = InventoryReader.Read(snapshot, cancellationToken);
            var workloads = AiWorkloads.Derive(snapshot, cancellationToken);
            var outcome = Report(options, output, progress, input, library, settings, inventory, workloads, problems, cancellationToken);
            progress.Done();
            return ExitCodes.Of(assessed: true, outcome.WorstFail, options.FailOn, outcome.Incomplete && !options.GapsAreExpected, options.Strict);
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
            await output.Error.WriteLineAsync($"ashlar: the results cannot be written to {options.Out}: {DiagnosticText.Printable(e.Message)} Make room or choose another folder with --out.");
            return ExitCodes.Unusable;
        }
    }

    private static Outcome Report(
        ScanOptions options,
        CliOutput output,
        Progress progress,
        ScanInput input,
        ContentLibrary library,
        Settings settings,
        Inventory inventory,
        IReadOnlyList<AiWorkload> workloads,
        List<Diagnostic> problems,
        CancellationToken cancellationToken)
    {
        var snapshot = input.Snapshot!;
        var redaction = options.Redact
            ? new Redaction(PrincipalReader.Read(snapshot, cancellationToken), inventory.Subscriptions.Select(s => s.Id), Environment.GetEnvironmentVariable("ASHLAR_REDACT_SALT"))
            : null;
        var outcome = new Outcome();
        using var writers = ScanWriters.Open(options, output, redaction);
        writers.Begin(new ReportHeader(
            options.Title ?? snapshot.Info.Name, snapshot.Info.AsOf, snapshot.Info.AsOfSource, snapshot.Info.Sources, ProgramVersion.Text, inventory, workloads));
        var done = 0;
        foreach (var result in ControlRun.Run(snapshot, library.Controls, settings, cancellationToken))
        {
            progress.Say("Assessing", ++done, library.Controls.Count);
            outcome.Add(result);
            writers.Write(result);
        }

        outcome.Add(snapshot.Gaps);
        progress.Done();
        writers.End(new ReportFooter(snapshot.Gaps, problems, writers.Pointers(input.KeptAs)) { Region = RegionReader.Read(snapshot, cancellationToken) });
        return outcome;
    }

    private static void Say(CliOutput output, IEnumerable<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            output.Error.WriteLine(DiagnosticText.Line(problem));
        }
    }
}

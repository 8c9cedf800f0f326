using Ashlar.Cli.Rules;
using Ashlar.Cli.Terminal;
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
        using var rules = await ScanRules.ReadAsync(options, output.Clock, cancellationToken);
        var problems = rules.Problems.ToList();
        if (!rules.Usable || !OutPaths.AreUsable(options, problems) || !OutFolder.TryCreate(options.Out, problems))
        {
            Say(output, problems);
            return ExitCodes.Unusable;
        }

        try
        {
            var reads = ControlRun.Shred(rules.Library.Controls);
            using var input = ScanInput.Open(options, reads, new TerraformOptions(rules.Library.Terraform, new PathsByType(reads).Of), output.Clock, progress, cancellationToken);
            problems.AddRange(input.Diagnostics);
            Say(output, problems);
            if (input.Snapshot is not { } snapshot)
            {
                return ExitCodes.Unusable;
            }

            progress.Say("Joining workloads, and working out who can do what");
            var inventory = InventoryReader.Read(snapshot, cancellationToken);
            var (workloads, access) = DerivedData.Derive(snapshot, rules.Library.Edges, rules.Settings, cancellationToken);
            var outcome = Report(options, output, progress, input, rules, inventory, workloads, access, problems, cancellationToken);
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
        ScanRules rules,
        Inventory inventory,
        IReadOnlyList<AiWorkload> workloads,
        IReadOnlyList<WorkloadAccess> access,
        List<Diagnostic> problems,
        CancellationToken cancellationToken)
    {
        var snapshot = input.Snapshot!;
        Redaction Redact() => new(PrincipalReader.Read(snapshot, cancellationToken), inventory.Subscriptions.Select(s => s.Id), Environment.GetEnvironmentVariable("ASHLAR_REDACT_SALT"));
        var before = problems.Count;
        var standing = ScanStanding.Create(rules.Ledger(ScanSuppressions.Today(output.Clock)), rules.Baseline, Redact, problems);
        Say(output, problems.Skip(before));
        var outcome = new Outcome();
        var redaction = options.Redact ? Redact() : null;
        using var writers = ScanWriters.Open(options, output, redaction);
        writers.Begin(new ReportHeader(
            options.Title ?? snapshot.Info.Name, snapshot.Info.AsOf, snapshot.Info.AsOfSource, snapshot.Info.Sources, ProgramVersion.Text, inventory, workloads)
        {
            Access = access,
            Picture = PictureReader.Read(snapshot, cancellationToken),
        });
        var done = 0;
        foreach (var result in ControlRun.Run(snapshot, rules.Library.Controls, rules.Settings, rules.Library.Severities, cancellationToken))
        {
            progress.Say("Assessing", ++done, rules.Library.Controls.Count);
            var compared = standing.Of(result);
            outcome.Add(compared);
            writers.Write(compared);
        }

        outcome.Add(snapshot.Gaps);
        progress.Done();
        var footer = standing.AddTo(new ReportFooter(snapshot.Gaps, problems, writers.Pointers(input.KeptAs)) { Region = RegionReader.Read(snapshot, cancellationToken) }, out var said);
        Say(output, said.Select(d => redaction is null ? d : d with { Message = redaction.Text(d.Message) }));
        // The baseline may be the very file that is written now.
        rules.Dispose();
        writers.End(footer);
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

using Ashlar.Content;
using Ashlar.Model;
using Ashlar.Reports;
using Ashlar.Rules;
using Ashlar.Store;

namespace Ashlar.Cli.Scan;

/// <summary>What a run judges by, beside its input: controls, settings, suppressions, baseline.</summary>
/// <param name="Usable">False when running on would answer another question than was asked; <paramref name="Problems"/> says why.</param>
internal sealed record ScanRules(
    ContentLibrary Library,
    Settings Settings,
    string? SuppressionFile,
    IReadOnlyList<SuppressionEntry> Suppressions,
    Baseline? Baseline,
    IReadOnlyList<Diagnostic> Problems,
    bool Usable) : IDisposable
{
    public static async Task<ScanRules> ReadAsync(ScanOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var library = ContentLibrary.Load([ContentRoot.Content, .. options.Content], Snapshot.EmptyCatalog);
        var (settings, settingsProblems, settingsReadable) = await ScanSettings.ReadAsync(options.SettingsFile, cancellationToken);
        var (file, entries, entryProblems, entriesReadable) = await ScanSuppressions.ReadAsync(options.Suppressions, library, clock, cancellationToken);
        var (baseline, baselineProblem) = options.Baseline is { } path ? Baseline.Open(path) : default;
        var problems = library.Diagnostics.Where(d => d.Level != DiagnosticLevel.Note).Concat(settingsProblems).Concat(entryProblems).ToList();
        if (baselineProblem is not null)
        {
            problems.Add(baselineProblem);
        }

        return new ScanRules(library, settings, file, entries, baseline, problems,
            settingsReadable && entriesReadable && baselineProblem is null && library.Controls.Count > 0);
    }

    public SuppressionLedger? Ledger(DateOnly today) => SuppressionFile is null ? null : new SuppressionLedger(SuppressionFile, Suppressions, today);

    public void Dispose() => Baseline?.Dispose();
}

using Ashlar.Model;
using Ashlar.Reports;
using Ashlar.Rules;

namespace Ashlar.Cli.Scan;

/// <summary>What the findings of a run stand against: suppressions and baseline.</summary>
internal sealed class ScanStanding
{
    private readonly SuppressionLedger? _ledger;
    private readonly Baseline? _baseline;
    private readonly Func<Finding, string>? _fingerprint;

    private ScanStanding(SuppressionLedger? ledger, Baseline? baseline, Func<Finding, string>? fingerprint) =>
        (_ledger, _baseline, _fingerprint) = (ledger, baseline, fingerprint);

    /// <param name="baseline">Read already; null when there is none.</param>
    /// <param name="redaction">Needed when the baseline is redacted; asked for only then.</param>
    public static ScanStanding Create(SuppressionLedger? ledger, Baseline? baseline, Func<Redaction> redaction, List<Diagnostic> problems)
    {
        if (baseline?.Head.Redaction is not { } mark)
        {
            return new ScanStanding(ledger, baseline, null);
        }

        var own = redaction();
        if (own.Mark == mark)
        {
            return new ScanStanding(ledger, baseline, own.Fingerprint);
        }

        problems.Add(new Diagnostic("ASH5007", DiagnosticLevel.Warning, "The baseline was redacted with another ASHLAR_REDACT_SALT than is set now. What has a pseudonym in it cannot be found again: its failures count as new. Set the salt of that run."));
        return new ScanStanding(ledger, baseline, null);
    }

    // A suppression comes first: a known failure that nobody answers for any more is new.
    public ControlResult Of(ControlResult result)
    {
        var marked = _ledger?.Mark(result) ?? result;
        return _baseline?.Compare(marked, _fingerprint) ?? marked;
    }

    /// <summary>To be asked for after the last control.</summary>
    public ReportFooter AddTo(ReportFooter footer, out IReadOnlyList<Diagnostic> said)
    {
        said = _ledger?.Diagnostics() ?? [];
        return footer with
        {
            Diagnostics = [.. footer.Diagnostics, .. said],
            Baseline = _baseline?.Finish(),
            Suppressions = _ledger?.Summary(),
        };
    }
}

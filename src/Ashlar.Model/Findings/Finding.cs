namespace Ashlar.Model;

/// <summary>One verdict of one control about one subject.</summary>
/// <param name="Control">Id of the control.</param>
/// <param name="ResourceId">Id of the subject as the source reported it.</param>
/// <param name="SubKey">Part of the subject the verdict is about (a rule, a port), when there are several; else null.</param>
/// <param name="Severity">Severity in context; equals <paramref name="SeverityBase"/> when nothing raised or lowered it.</param>
/// <param name="SeverityBase">The control's own severity.</param>
/// <param name="SeverityReasons">One sentence for each step between base and severity; empty when equal.</param>
/// <param name="Fingerprint">See <see cref="Fingerprints"/>.</param>
/// <param name="Evidence">JSON object text: what was read, path to value. Never a secret.</param>
/// <param name="Reasons">Why the verdict is not what the query said (a gap, no body, an undecided value); empty when it is.</param>
public sealed record Finding(
    string Control,
    string ResourceId,
    string? SubKey,
    Verdict Verdict,
    Severity Severity,
    Severity SeverityBase,
    IReadOnlyList<string> SeverityReasons,
    string Fingerprint,
    string Evidence,
    IReadOnlyList<string> Reasons)
{
    /// <summary>Where the subject is declared, when it comes from a file that deploys it.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Against the baseline; null when the run has none.</summary>
    public Comparison? Compared { get; init; }

    /// <summary>Of a failure that somebody answers for; else null.</summary>
    public Suppression? Suppressed { get; init; }

    /// <summary>A failure that summaries and exit codes count: not suppressed, and not known from the baseline.</summary>
    public bool Counts => Verdict == Verdict.Fail && Suppressed is null && (Compared is null || Compared.State == BaselineState.New);
}

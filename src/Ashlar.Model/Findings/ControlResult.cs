namespace Ashlar.Model;

/// <summary>All verdicts of one control, ordered by resource key then sub-key, and what was wrong with the control itself.</summary>
public sealed record ControlResult(Control Control, IReadOnlyList<Finding> Findings, IReadOnlyList<Diagnostic> Errors)
{
    /// <summary>Failures of the baseline that are none now; empty without a baseline.</summary>
    public IReadOnlyList<GoneFinding> Gone { get; init; } = [];
}

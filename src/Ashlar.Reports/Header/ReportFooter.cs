using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What is known after the last verdict.</summary>
/// <param name="Gaps">Everything that could not be read.</param>
/// <param name="Diagnostics">Problems of inputs and settings; those of controls come with their <see cref="ControlResult"/>.</param>
/// <param name="Files">Files of this run that a reader may open, for the last line of the terminal.</param>
public sealed record ReportFooter(
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<ReportPointer> Files)
{
    /// <summary>Region of a resource by its id; null when it was not reported. Patches name it.</summary>
    public Func<string, string?> Region { get; init; } = _ => null;

    /// <summary>Null when the run has no baseline.</summary>
    public BaselineSummary? Baseline { get; init; }

    /// <summary>Null when the run has no suppressions.</summary>
    public SuppressionSummary? Suppressions { get; init; }
}

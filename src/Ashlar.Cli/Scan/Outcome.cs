using Ashlar.Model;

namespace Ashlar.Cli.Scan;

/// <summary>What the exit code needs to know of a run.</summary>
internal sealed class Outcome
{
    /// <summary>Worst severity of the failures that count.</summary>
    public Severity? WorstFail { get; private set; }

    /// <summary>There are gaps, or a control could not be run.</summary>
    public bool Incomplete { get; private set; }

    public void Add(ControlResult result)
    {
        Incomplete |= result.Errors.Any(e => e.Level == DiagnosticLevel.Error);
        foreach (var finding in result.Findings)
        {
            if (finding.Counts && (WorstFail is not { } worst || finding.Severity > worst))
            {
                WorstFail = finding.Severity;
            }
        }
    }

    public void Add(IReadOnlyList<Gap> gaps) => Incomplete |= gaps.Count > 0;
}

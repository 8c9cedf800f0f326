using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>The verdicts of one control, counted.</summary>
/// <param name="Worst">Worst severity among its failures; null when nothing fails.</param>
internal sealed record ControlTally(Control Control, int Pass, int Fail, int Unknown, int NotApplicable, int Manual, Severity? Worst, int Errors)
{
    /// <summary>Subjects the control had to answer for: those it does not apply to are left out.</summary>
    public int Asked => Pass + Fail + Unknown + Manual;

    public static ControlTally Of(ControlResult result)
    {
        Span<int> counts = stackalloc int[5];
        Severity? worst = null;
        foreach (var finding in result.Findings)
        {
            counts[(int)finding.Verdict]++;
            if (finding.Verdict == Verdict.Fail && (worst is null || finding.Severity > worst))
                worst = finding.Severity;
        }

        return new ControlTally(
            result.Control,
            counts[(int)Verdict.Pass],
            counts[(int)Verdict.Fail],
            counts[(int)Verdict.Unknown],
            counts[(int)Verdict.NotApplicable],
            counts[(int)Verdict.Manual],
            worst,
            result.Errors.Count);
    }

    /// <summary>What to look at first: worst severity, then most failures, then most unknowns, then the id.</summary>
    public static int ByUrgency(ControlTally left, ControlTally right)
    {
        var order = ((int?)right.Worst ?? -1).CompareTo((int?)left.Worst ?? -1);
        if (order == 0 && left.Worst is null)
            order = right.Control.Severity.CompareTo(left.Control.Severity);
        if (order == 0)
            order = right.Fail.CompareTo(left.Fail);
        if (order == 0)
            order = right.Unknown.CompareTo(left.Unknown);
        return order != 0 ? order : string.CompareOrdinal(left.Control.Id, right.Control.Id);
    }
}

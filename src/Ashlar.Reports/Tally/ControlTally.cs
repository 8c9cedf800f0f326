using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>The verdicts of one control, counted.</summary>
/// <param name="Worst">Worst severity among the failures that count; null when none does.</param>
internal sealed record ControlTally(Control Control, int Pass, int Fail, int Unknown, int NotApplicable, int Manual, Severity? Worst, int Errors)
{
    private const int MostPlaces = 3;

    /// <summary>Failures that are neither known from the baseline nor suppressed.</summary>
    public int Counted { get; init; }

    public int Suppressed { get; init; }

    public int Known => Fail - Counted - Suppressed;

    /// <summary>Worst severity among all failures; null when nothing fails.</summary>
    public Severity? WorstFail { get; init; }


    /// <summary>The first failures that count, the most severe first, where there is a place or a baseline to tell them by.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Subjects the control had to answer for: those it does not apply to are left out.</summary>
    public int Asked => Pass + Fail + Unknown + Manual;

    public static ControlTally Of(ControlResult result)
    {
        Span<int> counts = stackalloc int[5];
        Severity? worst = null;
        Severity? worstFail = null;
        var counted = 0;
        var suppressed = 0;
        foreach (var finding in result.Findings)
        {
            counts[(int)finding.Verdict]++;
            if (finding.Verdict != Verdict.Fail)
                continue;
            if (worstFail is null || finding.Severity > worstFail)
                worstFail = finding.Severity;
            if (finding.Suppressed is not null)
                suppressed++;
            if (!finding.Counts)
                continue;
            counted++;
            if (worst is null || finding.Severity > worst)
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
            result.Errors.Count)
        {
            Counted = counted,
            Suppressed = suppressed,
            WorstFail = worstFail,
            Places = PlacesOf(result),
        };
    }

    /// <summary>What to look at first: worst severity, then most failures, then most unknowns, then the id.</summary>
    public static int ByUrgency(ControlTally left, ControlTally right)
    {
        var order = ((int?)right.Worst ?? -1).CompareTo((int?)left.Worst ?? -1);
        if (order == 0 && left.Worst is null)
            order = right.Control.Severity.CompareTo(left.Control.Severity);
        if (order == 0)
            order = right.Counted.CompareTo(left.Counted);
        if (order == 0)
            order = right.Unknown.CompareTo(left.Unknown);
        return order != 0 ? order : string.CompareOrdinal(left.Control.Id, right.Control.Id);
    }

    private static List<string> PlacesOf(ControlResult result) =>
        [.. result.Findings.Where(f => f.Counts && (f.Origin is not null || f.Compared is not null)).OrderByDescending(f => f.Severity).Take(MostPlaces).Select(OriginWords.Subject)];
}

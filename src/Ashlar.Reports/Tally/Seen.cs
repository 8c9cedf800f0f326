namespace Ashlar.Reports;

/// <summary>How much of what was asked has an answer. A check is one control on one subject; pass, fail and not applicable are answers, unknown is none, manual is not asked of the data.</summary>
/// <param name="Answered">Checks that are not unknown.</param>
/// <param name="Checks">All checks: the denominator.</param>
internal sealed record Seen(long Answered, long Checks)
{
    /// <summary>Whole per cent, rounded down so that 100 means all; null when nothing was asked.</summary>
    public int? Percent => Checks == 0 ? null : (int)(Answered * 100 / Checks);

    public static Seen Of(IEnumerable<ControlTally> tallies)
    {
        long answered = 0;
        long checks = 0;
        foreach (var tally in tallies)
        {
            answered += tally.Pass + tally.Fail + tally.NotApplicable;
            checks += tally.Pass + tally.Fail + tally.NotApplicable + tally.Unknown;
        }

        return new Seen(answered, checks);
    }
}

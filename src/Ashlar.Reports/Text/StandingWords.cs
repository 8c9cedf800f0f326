using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Baseline and suppressions in the words of terminal, page and Markdown.</summary>
internal static class StandingWords
{
    /// <summary><c>3 new, 12 known, 2 gone</c>.</summary>
    public static string Counts(BaselineSummary baseline) =>
        $"{Count.Of(baseline.New)} new, {Count.Of(baseline.Known)} known, {Count.Of(baseline.Gone)} gone";

    /// <summary>What a reader of <see cref="Counts"/> has to know beside it; empty when nothing.</summary>
    public static IReadOnlyList<string> Notes(BaselineSummary baseline)
    {
        var notes = new List<string>();
        if (baseline.MoreSevere > 0)
            notes.Add($"{Count.Of(baseline.MoreSevere)} of the known {(baseline.MoreSevere == 1 ? "is" : "are")} more severe now");
        if (baseline.LostSight > 0)
            notes.Add($"{Count.Of(baseline.LostSight, "check")} had an answer in the baseline and {(baseline.LostSight == 1 ? "is" : "are")} unknown now");
        if (baseline.NotRun.Count > 0)
            notes.Add($"{Count.Of(baseline.NotRun.Count, "control")} of the baseline gave no answer now, so {Count.Of(baseline.NotRun.Sum(n => (long)n.Fails), "failure")} of it {(baseline.NotRun.Sum(n => n.Fails) == 1 ? "is" : "are")} neither known nor gone");
        return notes;
    }

    /// <summary><c>4 suppressed (next expires 2026-09-01)</c>; null when there is none.</summary>
    public static string? Suppressed(SuppressionSummary suppressions) =>
        suppressions.NextExpiry is { } next ? $"{Count.Of(suppressions.Suppressed)} suppressed (next expires {Times.Day(next)})" : null;

    public static string Expired(ExpiredSuppression expired) =>
        $"expired {Times.Day(expired.Suppression.Until)}, {(expired.Fails == 0 ? "covers nothing" : Count.Of(expired.Fails, "failure counts again", "failures count again"))}: {expired.Suppression.Reason} ({expired.Suppression.Owner}, {ShownPath.Of(expired.File)}:{expired.Line})";
}

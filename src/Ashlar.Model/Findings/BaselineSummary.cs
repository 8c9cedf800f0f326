namespace Ashlar.Model;

/// <summary>A run against its baseline, counted. New, known and suppressed failures are all failures there are.</summary>
/// <param name="Title">Title of the baseline.</param>
/// <param name="AsOf">Time of collection of the baseline, UTC.</param>
/// <param name="New">Failures that count: no failures then, or suppressed then and not any more.</param>
/// <param name="Known">Failures then and now.</param>
/// <param name="MoreSevere">Those of <paramref name="Known"/> whose severity rose.</param>
/// <param name="Gone">Failures then that are none now.</param>
/// <param name="LostSight">Unknown now, pass or fail then.</param>
/// <param name="NotRun">Controls of the baseline that gave no answer in this run, with their failures then: neither known nor gone.</param>
public sealed record BaselineSummary(string Title, DateTime AsOf, int New, int Known, int MoreSevere, int Gone, int LostSight, IReadOnlyList<(string Control, int Fails)> NotRun);

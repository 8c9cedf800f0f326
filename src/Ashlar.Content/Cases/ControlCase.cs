using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Tiny tables in, verdicts out: the proof beside a query.</summary>
/// <param name="AsOf">The clock, UTC.</param>
/// <param name="Incomplete">Data sets (<c>table</c> or <c>table/type</c>) whose lists are not complete; all others are.</param>
public sealed record ControlCase(
    string Name,
    int Line,
    DateTime AsOf,
    IReadOnlyList<CaseRow> Rows,
    Settings Settings,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<string> Incomplete,
    IReadOnlyList<CaseExpectation> Expect)
{
    /// <summary>Failing subjects that the Bicep patch of the fix does not mend, with the reason: the proof of the patch holds them to it.</summary>
    public IReadOnlyDictionary<string, string> NotMended { get; init; } = new Dictionary<string, string>();

    /// <summary>In place of the examples of the fix, where they do not fit this case.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();

    /// <summary>The clock of a case that names none.</summary>
    public static DateTime DefaultAsOf { get; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
}

using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Principals whose access to something changed in one way.</summary>
/// <param name="First">Twenty at most, groups first.</param>
/// <param name="By">Who made or changed the assignments.</param>
internal sealed record PeopleMove(int Count, IReadOnlyList<DriftPrincipal> First, IReadOnlyList<DriftAuthor> By)
{
    private const int Shown = 3;

    public static PeopleMove None { get; } = new(0, [], []);

    /// <summary>As they stand in a sentence.</summary>
    public string Names { get; } = Of(Count, First);

    private static string Of(int count, IReadOnlyList<DriftPrincipal> first)
    {
        var names = string.Join(", ", first.Take(Shown).Select(p => (p.Name.Length > 0 ? p.Name : p.Id) + Standing(p)));
        return count > Shown ? $"{names} and {count - Shown} more" : names;
    }

    private static string Standing(DriftPrincipal principal) => (principal.Before, principal.After) switch
    {
        (null or "active", "active") or ("active", null) => "",
        (_, "eligible") or ("eligible", null) => " (after activation)",
        (_, "conditional") or ("conditional", null) => " (under a condition)",
        (_, "unknown") or ("unknown", null) => " (if a setting that was not reported lets it)",
        ({ } before, _) => $" (was {before})",
        _ => "",
    };
}

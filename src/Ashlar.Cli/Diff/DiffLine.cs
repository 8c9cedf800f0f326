using Ashlar.Model;

namespace Ashlar.Cli.Diff;

/// <summary>Changes that say the same of several subjects, as one line.</summary>
internal sealed record DiffLine(DriftArea Area, Severity? Severity, string Says, IReadOnlyList<DriftChange> Changes)
{
    private const int Named = 3;

    // What a reader asks first: what an attacker would use, then what it rests on.
    private static readonly List<DriftArea> Order = [DriftArea.Paths, DriftArea.Exposure, DriftArea.Access, DriftArea.Flows, DriftArea.Workloads, DriftArea.Verdicts];

    public string Subjects => List([.. Changes.Select(c => c.SubjectName).Distinct(StringComparer.Ordinal)], Named);

    /// <summary>Who did it, when all of them know the same one; else empty.</summary>
    public string By => Changes.Select(c => c.By.Count == 0 ? null : c.By[0]).Distinct().ToList() is [{ } author] ? Words(author) : "";

    /// <summary>What was not read, the first sentence.</summary>
    public string Missing => Changes.Where(c => c.Missing.Count > 0).Select(c => c.Missing[0]).FirstOrDefault() ?? "";

    /// <summary>Lines of one section by area, the most severe first. Verdicts that came or went with their subject are one line.</summary>
    public static IReadOnlyList<(DriftArea Area, IReadOnlyList<DiffLine> Lines)> Of(IEnumerable<DriftChange> changes) =>
        [.. changes.GroupBy(c => c.Area).OrderBy(g => Order.IndexOf(g.Key)).Select(area => (area.Key, Lines(area)))];

    private static IReadOnlyList<DiffLine> Lines(IEnumerable<DriftChange> changes) =>
    [
        .. changes.Where(c => !Follows(c) && c.PrincipalCount == 0).GroupBy(c => (c.Severity, c.Says)).Select(g => new DiffLine(g.First().Area, g.Key.Severity, g.Key.Says, [.. g]))
            .Concat(changes.Where(Follows).GroupBy(Along).Select(g => new DiffLine(DriftArea.Verdicts, g.Max(c => c.Severity), $"{g.Count():N0} {g.Key}", [.. g.DistinctBy(c => c.SubjectId, StringComparer.OrdinalIgnoreCase)])))
            .Concat(changes.Where(c => c.PrincipalCount > 0).GroupBy(c => (c.Kind, Who: string.Join(',', c.Principals.Select(p => p.Id)), c.PrincipalCount)).Select(g => new DiffLine(DriftArea.Access, null, Can([.. g]), [.. g])))
            .OrderByDescending(l => l.Severity).ThenByDescending(l => l.Changes.Count).ThenBy(l => l.Says, StringComparer.Ordinal),
    ];

    /// <summary>One sentence of all that the same people gained, or lost.</summary>
    private static string Can(IReadOnlyList<DriftChange> changes)
    {
        var names = changes[0].Principals.Take(Named).Select(p => p.Name.Length > 0 ? p.Name : p.Id).ToList();
        var who = string.Join(", ", names) + (changes[0].PrincipalCount > names.Count ? $" and {changes[0].PrincipalCount - names.Count:N0} more" : "");
        var what = List([.. changes.Select(c => c.Detail).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], 2 * Named);
        return changes.Select(c => c.Says).Distinct().Skip(1).Any() ? $"{who} {Verb(changes[0].Turn)}: {what}" : changes[0].Says;
    }

    private static string Verb(DriftTurn turn) => turn switch
    {
        DriftTurn.Worse => "can now",
        DriftTurn.Better => "can no more",
        DriftTurn.NowSeen => "can, as is seen now",
        _ => "may or may not be able to any more",
    };

    private static string List(IReadOnlyList<string> texts, int most) => string.Join(", ", texts.Take(most)) + (texts.Count > most ? $" and {texts.Count - most:N0} more" : "");

    private static bool Follows(DriftChange change) => change.Area == DriftArea.Verdicts && (change.Before is null || change.After is null);

    private static string Along(DriftChange change) => (change.Severity is null ? "verdicts " : "failures ") + change.Turn switch
    {
        DriftTurn.NoLongerSeen => "are out of sight with it",
        DriftTurn.NowSeen => "came into sight with it",
        _ => change.Before is null ? "came with it" : "went with it",
    };

    private static string Words(DriftAuthor author)
    {
        var who = author.Name.Length > 0 && author.Name != author.By ? $"{author.Name} ({author.By})" : author.By;
        return $"{who}, {author.At:yyyy-MM-dd HH:mm} UTC{(author.Client.Length > 0 ? ", " + author.Client : "")}";
    }
}

using Ashlar.Model;

namespace Ashlar.Cli.Diff;

/// <summary>Changes that say the same of several subjects, as one line.</summary>
internal sealed record DiffLine(DriftArea Area, Severity? Severity, string Says, IReadOnlyList<DriftChange> Changes)
{
    private const int Named = 3;

    // What a reader asks first: what an attacker would use, then what it rests on.
    private static readonly List<DriftArea> Order = [DriftArea.Paths, DriftArea.Exposure, DriftArea.Access, DriftArea.Flows, DriftArea.Workloads, DriftArea.Verdicts];

    public string Subjects => string.Join(", ", Changes.Take(Named).Select(c => c.SubjectName)) + (Changes.Count > Named ? $" and {Changes.Count - Named:N0} more" : "");

    /// <summary>Who did it, when all of them know the same one; else empty.</summary>
    public string By => Changes.Select(c => c.By.Count == 0 ? null : c.By[0]).Distinct().ToList() is [{ } author] ? Words(author) : "";

    /// <summary>What was not read, the first sentence.</summary>
    public string Missing => Changes.Where(c => c.Missing.Count > 0).Select(c => c.Missing[0]).FirstOrDefault() ?? "";

    /// <summary>Lines of one section by area, the most severe first. Verdicts that came or went with their subject are one line.</summary>
    public static IReadOnlyList<(DriftArea Area, IReadOnlyList<DiffLine> Lines)> Of(IEnumerable<DriftChange> changes) =>
        [.. changes.GroupBy(c => c.Area).OrderBy(g => Order.IndexOf(g.Key)).Select(area => (area.Key, Lines(area)))];

    private static IReadOnlyList<DiffLine> Lines(IEnumerable<DriftChange> changes) =>
    [
        .. changes.Where(c => !Follows(c)).GroupBy(c => (c.Severity, c.Says)).Select(g => new DiffLine(g.First().Area, g.Key.Severity, g.Key.Says, [.. g]))
            .Concat(changes.Where(Follows).GroupBy(Along).Select(g => new DiffLine(DriftArea.Verdicts, g.Max(c => c.Severity), $"{g.Count():N0} {g.Key}", [.. g.DistinctBy(c => c.SubjectId, StringComparer.OrdinalIgnoreCase)])))
            .OrderByDescending(l => l.Severity).ThenByDescending(l => l.Changes.Count).ThenBy(l => l.Says, StringComparer.Ordinal),
    ];

    private static bool Follows(DriftChange change) => change.Area == DriftArea.Verdicts && (change.Before is null || change.After is null);

    private static string Along(DriftChange change) => (change.Severity is null ? "verdicts " : "failures ") + (change.Before is null ? "came with it" : "went with it");

    private static string Words(DriftAuthor author)
    {
        var who = author.Name.Length > 0 && author.Name != author.By ? $"{author.Name} ({author.By})" : author.By;
        return $"{who}, {author.At:yyyy-MM-dd HH:mm} UTC{(author.Client.Length > 0 ? ", " + author.Client : "")}";
    }
}

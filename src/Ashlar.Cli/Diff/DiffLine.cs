using Ashlar.Model;

namespace Ashlar.Cli.Diff;

/// <summary>Changes that say the same of several subjects, as one line.</summary>
internal sealed record DiffLine(DriftArea Area, Severity? Severity, string Says, IReadOnlyList<DriftChange> Changes)
{
    private const int Named = 3;

    public string Subjects => string.Join(", ", Changes.Take(Named).Select(c => c.SubjectName)) + (Changes.Count > Named ? $" and {Changes.Count - Named:N0} more" : "");

    /// <summary>Who did it, when all of them know the same one; else empty.</summary>
    public string By => Changes.Select(c => c.By.Count == 0 ? null : c.By[0]).Distinct().ToList() is [{ } author] ? Words(author) : "";

    /// <summary>What was not read, the first sentence.</summary>
    public string Missing => Changes.Where(c => c.Missing.Count > 0).Select(c => c.Missing[0]).FirstOrDefault() ?? "";

    /// <summary>Lines of one section, the most severe first; what came or went with a resource is one line.</summary>
    public static IReadOnlyList<DiffLine> Of(IEnumerable<DriftChange> changes, DriftTurn turn)
    {
        var along = turn is DriftTurn.New or DriftTurn.Gone;
        return [.. changes.GroupBy(c => (c.Area, c.Severity, Says: along && c.Area == DriftArea.Verdicts ? "verdicts about it" : c.Says))
            .Select(g => new DiffLine(g.Key.Area, g.Key.Severity, g.Key.Says, along && g.Key.Area == DriftArea.Verdicts ? [.. g.DistinctBy(c => c.SubjectId, StringComparer.OrdinalIgnoreCase)] : [.. g]))
            .OrderByDescending(l => l.Severity).ThenBy(l => l.Area).ThenByDescending(l => l.Changes.Count).ThenBy(l => l.Says, StringComparer.Ordinal)];
    }

    private static string Words(DriftAuthor author)
    {
        var who = author.Name.Length > 0 && author.Name != author.By ? $"{author.Name} ({author.By})" : author.By;
        return $"{who}, {author.At:yyyy-MM-dd HH:mm} UTC{(author.Client.Length > 0 ? ", " + author.Client : "")}";
    }
}

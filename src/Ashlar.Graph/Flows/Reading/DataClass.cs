using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Flows.Reading;

/// <summary>A class of data and where it is stated.</summary>
/// <param name="Name">public, internal, confidential or restricted; else as written.</param>
internal sealed record DataClass(string Name, int Rank, string Source)
{
    // Names that organisations and Microsoft's own guides use; docs/flows.md.
    private static readonly string[] TagNames =
    [
        "dataclassification", "data-classification", "data_classification", "data classification", "dataclass", "data-class", "classification", "informationclassification", "information-classification",
        "sensitivity", "datasensitivity", "data-sensitivity", "data_sensitivity", "confidentiality", "dataconfidentiality",
    ];

    private static readonly (string Name, string[] Words)[] Ranks =
    [
        ("public", ["public", "nonbusiness", "unclassified", "unrestricted", "c0", "open"]),
        ("internal", ["internal", "general", "internaluse", "internalonly", "private", "low", "c1", "official"]),
        ("confidential", ["confidential", "sensitive", "medium", "moderate", "c2", "personal", "pii", "officialsensitive"]),
        ("restricted", ["restricted", "highlyconfidential", "strictlyconfidential", "secret", "topsecret", "high", "critical", "c3", "phi", "pci", "highlyrestricted"]),
    ];

    /// <summary>A word that is not known ranks above all others: it may be the highest.</summary>
    private static readonly int Unranked = Ranks.Length;

    public static DataClass Of(string text, string source)
    {
        var word = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var rank = Array.FindIndex(Ranks, r => Array.IndexOf(r.Words, word) >= 0);
        return rank < 0 ? new(text.Trim(), Unranked, source) : new(Ranks[rank].Name, rank, source);
    }

    public static DataClass? OfTags(JsonElement tags)
    {
        DataClass? found = null;
        foreach (var tag in tags.Members())
        {
            if (Array.IndexOf(TagNames, tag.Name.ToLowerInvariant()) >= 0 && tag.Value.Text() is { } value && !string.IsNullOrWhiteSpace(value))
                found = Higher(found, Of(value, $"tag {tag.Name}={value.Trim()}"));
        }

        return found;
    }

    public static DataClass? Higher(DataClass? left, DataClass? right)
    {
        if (left is null || right is null)
            return left ?? right;
        return right.Rank > left.Rank || (right.Rank == left.Rank && string.CompareOrdinal(right.Source, left.Source) < 0) ? right : left;
    }
}

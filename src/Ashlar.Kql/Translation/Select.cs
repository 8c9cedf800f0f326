using Ashlar.Kql.Binding;

namespace Ashlar.Kql.Translation;

internal readonly record struct OrderTerm(string Sql, bool Ascending, bool NullsFirst)
{
    public override string ToString() => Sql + (Ascending ? " ASC" : " DESC") + (NullsFirst ? " NULLS FIRST" : " NULLS LAST");
}

/// <summary>One SELECT while it is being put together.</summary>
internal sealed class Select(string from)
{
    public string From { get; } = from;

    public List<string> Where { get; init; } = [];

    /// <summary>What each column is in terms of <see cref="From"/>.</summary>
    public Dictionary<ColumnSymbol, string> Columns { get; init; } = [];

    /// <summary>Columns whose expression must be evaluated once: window functions, random values.</summary>
    public HashSet<ColumnSymbol> Frozen { get; } = [];

    public List<string>? GroupBy { get; set; }

    public List<string>? DistinctOn { get; set; }

    public List<OrderTerm> Order { get; set; } = [];

    public string? Limit { get; set; }

    /// <summary>Whether a further filter or grouping needs a SELECT around this one.</summary>
    public bool Closed => GroupBy is not null || DistinctOn is not null || Limit is not null;

    public string Render(IReadOnlyList<string> items, bool ordered)
    {
        var distinct = DistinctOn is null ? "" : "DISTINCT ON (" + string.Join(", ", DistinctOn) + ") ";
        // One row without keys, also when nothing of it is asked for.
        var list = items.Count > 0 ? string.Join(", ", items) : GroupBy is { Count: 0 } ? "count(*)" : "1";
        return "SELECT " + distinct + list + (From.Length > 0 ? " FROM " : "") + From + Clause(" WHERE ", Where, " AND ") + Clause(" GROUP BY ", GroupBy, ", ")
            + Clause(" ORDER BY ", ordered ? Order : null, ", ") + (Limit is null ? "" : " LIMIT " + Limit);
    }

    private static string Clause<T>(string words, List<T>? terms, string between) => terms is { Count: > 0 } ? words + string.Join(between, terms) : "";
}

using System.Text;
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
        var sql = new StringBuilder("SELECT ");
        if (DistinctOn is not null)
            sql.Append("DISTINCT ON (").AppendJoin(", ", DistinctOn).Append(") ");
        if (items.Count == 0)
            // One row without keys, also when nothing of it is asked for.
            sql.Append(GroupBy is { Count: 0 } ? "count(*)" : "1");
        else
            sql.AppendJoin(", ", items);
        if (From.Length > 0)
            sql.Append(" FROM ").Append(From);
        if (Where.Count > 0)
            sql.Append(" WHERE ").AppendJoin(" AND ", Where);
        if (GroupBy is { Count: > 0 })
            sql.Append(" GROUP BY ").AppendJoin(", ", GroupBy);
        if (ordered && Order.Count > 0)
            sql.Append(" ORDER BY ").AppendJoin(", ", Order);
        if (Limit is not null)
            sql.Append(" LIMIT ").Append(Limit);
        return sql.ToString();
    }
}

namespace Ashlar.Kql.Tests.Reference;

internal sealed record SortKey(string Column, bool Ascending, bool? NullsFirst)
{
    public string Text => Scalar.Quote(Column) + (Ascending ? " asc" : " desc") + NullsFirst switch { true => " nulls first", false => " nulls last", _ => "" };
}

/// <summary>sort page: descending unless said; nulls first when ascending, last when descending, unless said.</summary>
internal sealed record Sort(IReadOnlyList<SortKey> Keys) : Step
{
    public override string Text => "sort by " + string.Join(", ", Keys.Select(k => k.Text));

    public override Table Apply(Table input) => Order(input, Keys);

    public override IEnumerable<Step> Smaller() =>
        Keys.Count > 1 ? Keys.Select((_, i) => new Sort([.. Keys.Where((_, at) => at != i)])) : [];

    public static Table Order(Table input, IReadOnlyList<SortKey> keys)
    {
        var ties = false;
        var rows = input.Rows.ToList();
        // Plain insertion sort: stable, and short enough to be seen right.
        for (var i = 1; i < rows.Count; i++)
        {
            for (var at = i; at > 0; at--)
            {
                var order = Compare(input, keys, rows[at - 1], rows[at]);
                ties |= order == 0;
                if (order <= 0)
                    break;
                (rows[at - 1], rows[at]) = (rows[at], rows[at - 1]);
            }
        }

        for (var i = 1; i < rows.Count; i++)
            ties |= Compare(input, keys, rows[i - 1], rows[i]) == 0;
        return input with { Rows = rows, Ordered = !ties };
    }

    private static int Compare(Table table, IReadOnlyList<SortKey> keys, object?[] left, object?[] right)
    {
        foreach (var key in keys)
        {
            var at = table.IndexOf(key.Column);
            var (a, b) = (left[at], right[at]);
            var nullsFirst = key.NullsFirst ?? key.Ascending;
            var order = (a, b) switch
            {
                (null, null) => 0,
                (null, _) => nullsFirst ? -1 : 1,
                (_, null) => nullsFirst ? 1 : -1,
                _ => key.Ascending ? Cells.Order(a, b) : Cells.Order(b, a),
            };
            if (order != 0)
                return order;
        }

        return 0;
    }
}

internal sealed record Top(int Count, SortKey Key) : Step
{
    public override string Text => $"top {Count} by {Key.Text}";

    public override Table Apply(Table input)
    {
        var sorted = Sort.Order(input, [Key]);
        return sorted.Ordered || sorted.Rows.Count <= Count ? sorted with { Rows = [.. sorted.Rows.Take(Count)] } : throw new Undocumented("top with ties");
    }
}

internal sealed record Take(int Count) : Step
{
    public override string Text => $"take {Count}";

    public override Table Apply(Table input) =>
        input.Ordered || input.Rows.Count <= Count ? input with { Rows = [.. input.Rows.Take(Count)] } : throw new Undocumented("take without an order");
}

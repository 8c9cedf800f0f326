namespace Ashlar.Kql.Tests.Reference;

internal sealed record Distinct(IReadOnlyList<string> Names) : Step
{
    public override string Text => "distinct " + string.Join(", ", Names.Select(Scalar.Quote));

    public override Table Apply(Table input)
    {
        var at = Names.Select(input.IndexOf).ToArray();
        var rows = input.Rows.Select(r => at.Select(i => r[i]).ToArray()).DistinctBy(r => string.Join("|", r.Select(Cells.Show)));
        return new Table([.. at.Select(i => input.Columns[i])], [.. rows]);
    }
}

/// <summary>One row, one column named Count.</summary>
internal sealed record Count : Step
{
    public override string Text => "count";

    public override Table Apply(Table input) => new([new KqlColumn("Count", KqlType.Long)], [[(long)input.Rows.Count]], true);
}

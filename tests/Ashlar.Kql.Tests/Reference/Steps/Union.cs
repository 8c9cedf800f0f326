namespace Ashlar.Kql.Tests.Reference;

/// <summary>union page: one column for each name and type; where one name has two types, each column is named name_type; what a side lacks is null.</summary>
internal sealed record Union(Pipe Other) : Step
{
    public override string Text => "union (" + Other.Text + ")";

    public override Table Apply(Table input)
    {
        var other = Other.Evaluate();
        var columns = new List<(KqlColumn Column, int Left, int Right)>();
        for (var l = 0; l < input.Columns.Count; l++)
        {
            var mine = input.Columns[l];
            var r = other.Columns.ToList().FindIndex(c => c.Name == mine.Name);
            if (r < 0 || other.Columns[r].Type == mine.Type)
            {
                columns.Add((mine, l, r));
            }
            else
            {
                columns.Add((Suffixed(mine), l, -1));
                columns.Add((Suffixed(other.Columns[r]), -1, r));
            }
        }

        columns.AddRange(other.Columns.Select((c, r) => (c, -1, r)).Where(x => !input.Has(x.c.Name)));
        if (columns.Select(c => c.Column.Name).Distinct().Count() != columns.Count)
            throw new Undocumented("a second clash of names");
        var left = input.Rows.Select(row => columns.Select(c => c.Left < 0 ? Table.Missing(c.Column.Type) : row[c.Left]).ToArray());
        var right = other.Rows.Select(row => columns.Select(c => c.Right < 0 ? Table.Missing(c.Column.Type) : row[c.Right]).ToArray());
        return new Table([.. columns.Select(c => c.Column)], [.. left, .. right]);
    }

    public override IEnumerable<Step> Smaller() => Other.Smaller().Select(o => new Union(o));

    private static KqlColumn Suffixed(KqlColumn column) => column with { Name = column.Name + "_" + Literals.Name(column.Type) };
}

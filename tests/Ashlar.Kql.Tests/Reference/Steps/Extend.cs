namespace Ashlar.Kql.Tests.Reference;

/// <summary>A known name is replaced where it stands, a new one is appended. All expressions see the input.</summary>
internal sealed record Extend(IReadOnlyList<Named> List) : Step
{
    public override string Text => "extend " + string.Join(", ", List.Select(n => n.Text));

    public override Table Apply(Table input)
    {
        var columns = input.Columns.ToList();
        var places = new List<int>();
        foreach (var named in List)
        {
            var at = columns.FindIndex(c => c.Name == named.Name);
            if (at < 0)
            {
                at = columns.Count;
                columns.Add(named.Column);
            }

            columns[at] = named.Column;
            places.Add(at);
        }

        var rows = new List<object?[]>();
        foreach (var row in input.Each)
        {
            var cells = new object?[columns.Count];
            row.Cells.CopyTo(cells, 0);
            for (var i = 0; i < List.Count; i++)
                cells[places[i]] = List[i].Value.Value(row);
            rows.Add(cells);
        }

        return new Table(columns, rows, input.Ordered);
    }

    public override IEnumerable<Step> Smaller() => Named.Smaller(List).Select(l => new Extend(l));
}

namespace Ashlar.Kql.Tests.Reference;

/// <summary>
/// mv-expand page: an array gives a row per element, a bag one per slot as a bag of one, null one row of null, an empty array or bag none;
/// several columns go side by side, the shorter filled with null. "to typeof" casts and does not convert: what does not fit becomes null.
/// Left out: single values, the order of a bag's slots.
/// </summary>
internal sealed record MvExpand(string? Index, IReadOnlyList<(string Name, Scalar Value, KqlType? To)> List) : Step
{
    public override string Text => "mv-expand " + (Index is null ? "" : $"with_itemindex={Index} ")
        + string.Join(", ", List.Select(e => (e.Value.Column == e.Name ? e.Value.Text : Scalar.Quote(e.Name) + " = " + e.Value.Text)
            + (e.To is { } type ? $" to typeof({Literals.Name(type)})" : "")));

    public override Table Apply(Table input)
    {
        var columns = input.Columns.ToList();
        var places = new List<int>();
        foreach (var (name, _, to) in List)
        {
            var column = new KqlColumn(name, to ?? KqlType.Dynamic);
            var at = columns.FindIndex(c => c.Name == name);
            if (at < 0)
            {
                at = columns.Count;
                columns.Add(column);
            }

            columns[at] = column;
            places.Add(at);
        }

        if (Index is not null)
            columns.Add(new KqlColumn(Index, KqlType.Long));
        var rows = new List<object?[]>();
        foreach (var row in input.Each)
        {
            var expanded = List.Select(e => Elements(e.Value.Value(row))).ToList();
            var count = expanded.Max(e => e.Count);
            for (var i = 0; i < count; i++)
            {
                var cells = new object?[columns.Count];
                row.Cells.CopyTo(cells, 0);
                for (var e = 0; e < List.Count; e++)
                    cells[places[e]] = Cast(i < expanded[e].Count ? expanded[e][i] : null, List[e].To);
                if (Index is not null)
                    cells[^1] = (long)i;
                rows.Add(cells);
            }
        }

        return new Table(columns, rows);
    }

    public override IEnumerable<Step> Smaller()
    {
        if (Index is not null)
            yield return this with { Index = null };
        for (var i = 0; i < List.Count && List.Count > 1; i++)
            yield return this with { List = [.. List.Where((_, at) => at != i)] };
    }

    private static List<Dyn?> Elements(object? value) => value switch
    {
        null => [null],
        Dyn { Array: { } array } => [.. array.Select(a => a.Unwrapped)],
        Dyn { Bag: { } bag } => bag.Length <= 1 ? [.. bag.Select(s => Dyn.OfBag((s.Key, s.Value)))] : throw new Undocumented("the order of a bag"),
        _ => throw new Undocumented("mv-expand of a single value"),
    };

    private static object? Cast(Dyn? element, KqlType? to) => to is null ? element : (to, element?.Value) switch
    {
        (KqlType.Long, long whole) => whole,
        (KqlType.String, string text) => text,
        (KqlType.Bool, bool truth) => truth,
        (KqlType.String, null) => "",
        (_, null) => null,
        (KqlType.Long, string text) when !text.Any(char.IsDigit) => null,
        _ => throw new Undocumented("what conforms with the declared type"),
    };
}

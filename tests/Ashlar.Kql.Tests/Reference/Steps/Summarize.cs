namespace Ashlar.Kql.Tests.Reference;

/// <summary>Keys first, then the aggregations; null is a key like any other; without keys there is always one row.</summary>
internal sealed record Summarize(IReadOnlyList<Aggregate> Aggregates, IReadOnlyList<Named> Keys) : Step
{
    public override string Text => "summarize " + string.Join(", ", Aggregates.Select(a => a.Text))
        + (Keys.Count == 0 ? "" : (Aggregates.Count == 0 ? "" : " ") + "by " + string.Join(", ", Keys.Select(k => k.Value.Column == k.Name ? k.Value.Text : k.Text)));

    public override Table Apply(Table input)
    {
        var groups = Keys.Count == 0
            ? [[.. input.Each]]
            : input.Each.GroupBy(r => string.Join("|", Keys.Select(k => Cells.Show(k.Value.Value(r))))).Select(g => g.ToList()).ToList();
        var rows = groups.Select(g => Keys.Select(k => k.Value.Value(g[0])).Concat(Aggregates.SelectMany(a => a.Apply(g))).ToArray());
        return new Table([.. Keys.Select(k => k.Column), .. Aggregates.SelectMany(a => a.Columns)], [.. rows]);
    }

    public override IEnumerable<Step> Smaller()
    {
        for (var i = 0; i < Aggregates.Count && Aggregates.Count + Keys.Count > 1; i++)
            yield return this with { Aggregates = [.. Aggregates.Where((_, at) => at != i)] };
        for (var i = 0; i < Keys.Count && Aggregates.Count + Keys.Count > 1; i++)
            yield return this with { Keys = [.. Keys.Where((_, at) => at != i)] };
    }
}

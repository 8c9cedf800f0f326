namespace Ashlar.Kql.Tests.Reference;

internal sealed record Project(IReadOnlyList<Named> List) : Step
{
    public override string Text => "project " + string.Join(", ", List.Select(n => n.Value.Column == n.Name ? n.Value.Text : n.Text));

    public override Table Apply(Table input) =>
        new([.. List.Select(n => n.Column)], [.. input.Each.Select(r => List.Select(n => n.Value.Value(r)).ToArray())], input.Ordered);

    public override IEnumerable<Step> Smaller() => Named.Smaller(List).Select(l => new Project(l));
}

internal sealed record ProjectAway(IReadOnlyList<string> Names) : Step
{
    public override string Text => "project-away " + string.Join(", ", Names.Select(Scalar.Quote));

    public override Table Apply(Table input)
    {
        foreach (var name in Names)
            input.IndexOf(name);
        var keep = input.Columns.Select((c, i) => (c, i)).Where(x => !Names.Contains(x.c.Name)).ToList();
        return new Table([.. keep.Select(k => k.c)], [.. input.Rows.Select(r => keep.Select(k => r[k.i]).ToArray())], input.Ordered);
    }
}

internal sealed record ProjectRename(string From, string To) : Step
{
    public override string Text => "project-rename " + Scalar.Quote(To) + " = " + Scalar.Quote(From);

    public override Table Apply(Table input)
    {
        var at = input.IndexOf(From);
        return input with { Columns = [.. input.Columns.Select((c, i) => i == at ? c with { Name = To } : c)] };
    }
}

namespace Ashlar.Kql.Tests.Reference;

/// <summary>A query over the tables of a world, with the lets before it.</summary>
internal sealed record Case(World World, IReadOnlyList<string> Lets, Pipe Query)
{
    public string Text => string.Concat(Lets.Select(l => l + ";\n")) + Query.Text;

    public Table Expected() => Query.Evaluate();

    public IEnumerable<Case> Smaller()
    {
        foreach (var query in Query.Smaller())
            yield return this with { Query = query };
        for (var i = 0; i < Lets.Count; i++)
            yield return this with { Lets = [.. Lets.Where((_, at) => at != i)] };
    }
}

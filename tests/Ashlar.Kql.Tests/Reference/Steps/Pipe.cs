namespace Ashlar.Kql.Tests.Reference;

/// <summary>A source and the operators behind it.</summary>
/// <param name="Name">A table, or a let that holds rows.</param>
internal sealed record Pipe(string Name, Func<Table> Source, IReadOnlyList<Step> Steps)
{
    public string Text => string.Join(" | ", Steps.Select(s => s.Text).Prepend(Name));

    public Table Evaluate() => Steps.Aggregate(Source(), (table, step) => step.Apply(table));

    public IEnumerable<Pipe> Smaller()
    {
        for (var i = 0; i < Steps.Count; i++)
            yield return this with { Steps = [.. Steps.Where((_, at) => at != i)] };
        for (var i = 0; i < Steps.Count; i++)
        {
            foreach (var step in Steps[i].Smaller())
                yield return this with { Steps = [.. Steps.Select((s, at) => at == i ? step : s)] };
        }
    }
}

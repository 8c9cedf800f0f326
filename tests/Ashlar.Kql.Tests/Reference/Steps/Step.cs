namespace Ashlar.Kql.Tests.Reference;

/// <summary>One operator of a pipe.</summary>
internal abstract record Step
{
    public abstract string Text { get; }

    public abstract Table Apply(Table input);

    /// <summary>Simpler forms of the same operator.</summary>
    public virtual IEnumerable<Step> Smaller() => [];
}

/// <summary>A column that an operator makes: a name and what it holds.</summary>
internal sealed record Named(string Name, Scalar Value)
{
    public string Text => Scalar.Quote(Name) + " = " + Value.Text;

    public KqlColumn Column => new(Name, Value.Type);

    /// <summary>Each list with one entry made simpler, or left out where more than one remains.</summary>
    public static IEnumerable<IReadOnlyList<Named>> Smaller(IReadOnlyList<Named> list)
    {
        for (var i = 0; i < list.Count && list.Count > 1; i++)
            yield return [.. list.Where((_, at) => at != i)];
        for (var i = 0; i < list.Count; i++)
        {
            foreach (var value in list[i].Value.Smaller())
                yield return [.. list.Select((n, at) => at == i ? n with { Value = value } : n)];
        }
    }
}

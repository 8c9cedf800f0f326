namespace Ashlar.Kql.Binding;

/// <summary>What a scalar expression may name.</summary>
internal sealed record RowScope(Scope Lets, IReadOnlyList<ColumnSymbol> Columns)
{
    public static RowScope None(Scope lets) => new(lets, []);

    /// <summary>The right side of a join, for <c>$right</c>.</summary>
    public IReadOnlyList<ColumnSymbol>? Right { get; init; }

    /// <summary>Whether aggregates may stand here (summarize).</summary>
    public bool Aggregates { get; init; }

    /// <summary>Set while the arguments of an aggregate are bound.</summary>
    public bool InAggregate { get; init; }

    /// <summary>Columns that summarize groups by: <c>*</c> does not repeat them.</summary>
    public IReadOnlyCollection<ColumnSymbol> Keys { get; init; } = [];

    public bool Serialized { get; init; }
}

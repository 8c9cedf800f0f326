namespace Ashlar.Kql.Binding;

/// <summary>A bound query: its columns in order, and how its rows come about.</summary>
internal abstract class Relation(IReadOnlyList<ColumnSymbol> columns)
{
    public IReadOnlyList<ColumnSymbol> Columns { get; } = columns;

    /// <summary>The scan whose rows alone these are (filtered, widened, expanded): a filter on its type column here is a limit of what is read.</summary>
    public ScanRelation? Limits { get; init; }

    /// <summary>Whether row order means something: sorted, or serialized.</summary>
    public bool Serialized { get; init; }
}

internal sealed class ScanRelation(KqlTable table, IReadOnlyList<ColumnSymbol> columns) : Relation(columns)
{
    public KqlTable Table { get; } = table;

    /// <summary>Hidden columns by physical name, made when a path meets a shredded one.</summary>
    public Dictionary<string, ColumnSymbol> Hidden { get; } = new(StringComparer.Ordinal);

    /// <summary>Null: any type.</summary>
    public HashSet<string>? Types { get; set; }

    public SortedSet<string> Paths { get; } = new(StringComparer.Ordinal);
}

internal sealed class RowsRelation(IReadOnlyList<ColumnSymbol> columns, IReadOnlyList<IReadOnlyList<BoundExpression>> rows) : Relation(columns)
{
    public IReadOnlyList<IReadOnlyList<BoundExpression>> Rows { get; } = rows;
}

internal sealed class RangeRelation(ColumnSymbol column, BoundExpression from, BoundExpression to, BoundExpression step) : Relation([column])
{
    public BoundExpression From { get; } = from;

    public BoundExpression To { get; } = to;

    public BoundExpression Step { get; } = step;
}

internal sealed class FilterRelation(Relation input, BoundExpression predicate) : Relation(input.Columns)
{
    public Relation Input { get; } = input;

    public BoundExpression Predicate { get; } = predicate;
}

internal readonly record struct Assignment(ColumnSymbol Column, BoundExpression Value);

/// <summary>extend, project and all that only choose, rename or compute columns.</summary>
internal sealed class ComputeRelation(Relation input, IReadOnlyList<ColumnSymbol> columns, IReadOnlyList<Assignment> assignments) : Relation(columns)
{
    public Relation Input { get; } = input;

    public IReadOnlyList<Assignment> Assignments { get; } = assignments;
}

internal readonly record struct OrderKey(BoundExpression Value, bool Ascending, bool NullsFirst);

internal sealed class SortRelation(Relation input, IReadOnlyList<OrderKey> keys) : Relation(input.Columns)
{
    public Relation Input { get; } = input;

    public IReadOnlyList<OrderKey> Keys { get; } = keys;
}

internal sealed class TakeRelation(Relation input, BoundExpression count) : Relation(input.Columns)
{
    public Relation Input { get; } = input;

    public BoundExpression Count { get; } = count;
}

/// <summary>summarize and distinct (no aggregates).</summary>
internal sealed class AggregateRelation(Relation input, IReadOnlyList<ColumnSymbol> columns, IReadOnlyList<Assignment> keys, IReadOnlyList<Assignment> aggregates) : Relation(columns)
{
    public Relation Input { get; } = input;

    public IReadOnlyList<Assignment> Keys { get; } = keys;

    public IReadOnlyList<Assignment> Aggregates { get; } = aggregates;
}

internal enum JoinKind
{
    Inner,
    InnerUnique,
    LeftOuter,
    RightOuter,
    FullOuter,
    LeftSemi,
    RightSemi,
    LeftAnti,
    RightAnti,
}

/// <param name="mapped">Output column to the input column it repeats, for the side that an outer join may leave empty.</param>
internal sealed class JoinRelation(JoinKind kind, Relation left, Relation right, IReadOnlyList<(BoundExpression Left, BoundExpression Right)> on, IReadOnlyList<ColumnSymbol> columns, IReadOnlyDictionary<ColumnSymbol, ColumnSymbol> mapped) : Relation(columns)
{
    public JoinKind Kind { get; } = kind;

    public Relation Left { get; } = left;

    public Relation Right { get; } = right;

    public IReadOnlyList<(BoundExpression Left, BoundExpression Right)> On { get; } = on;

    public IReadOnlyDictionary<ColumnSymbol, ColumnSymbol> Mapped { get; } = mapped;
}

/// <param name="sources">For each input, the value of each output column.</param>
internal sealed class UnionRelation(IReadOnlyList<Relation> inputs, IReadOnlyList<ColumnSymbol> columns, IReadOnlyList<IReadOnlyList<BoundExpression>> sources) : Relation(columns)
{
    public IReadOnlyList<Relation> Inputs { get; } = inputs;

    public IReadOnlyList<IReadOnlyList<BoundExpression>> Sources { get; } = sources;
}

internal readonly record struct Expansion(ColumnSymbol Element, BoundExpression List);

/// <param name="elements">New dynamic columns, one element a row.</param>
internal sealed class ExpandRelation(Relation input, IReadOnlyList<ColumnSymbol> columns, IReadOnlyList<Expansion> elements, ColumnSymbol? index, BoundExpression? limit, bool arrayKind) : Relation(columns)
{
    public Relation Input { get; } = input;

    public IReadOnlyList<Expansion> Elements { get; } = elements;

    public ColumnSymbol? Index { get; } = index;

    public BoundExpression? Limit { get; } = limit;

    public bool ArrayKind { get; } = arrayKind;
}

/// <summary>The rows one outer row expands to, inside mv-apply.</summary>
internal sealed class ElementsRelation(IReadOnlyList<ColumnSymbol> columns, IReadOnlyList<Expansion> elements, ColumnSymbol? index, BoundExpression? limit) : Relation(columns)
{
    public IReadOnlyList<Expansion> Elements { get; } = elements;

    public ColumnSymbol? Index { get; } = index;

    public BoundExpression? Limit { get; } = limit;
}

internal sealed class ApplyRelation(Relation input, Relation body, IReadOnlyList<ColumnSymbol> columns) : Relation(columns)
{
    public Relation Input { get; } = input;

    public Relation Body { get; } = body;
}

namespace Ashlar.Kql.Syntax;

/// <summary>What stands after a pipe.</summary>
internal abstract record OperatorSyntax(TextSpan Span);

internal sealed record WhereSyntax(TextSpan Span, Expression Predicate) : OperatorSyntax(Span);

internal sealed record ExtendSyntax(TextSpan Span, IReadOnlyList<Expression> Items) : OperatorSyntax(Span);

internal sealed record ProjectSyntax(TextSpan Span, IReadOnlyList<Expression> Items) : OperatorSyntax(Span);

internal enum ColumnPick
{
    Away,
    Keep,
    Reorder,
    ByNames,
}

internal sealed record PickSyntax(TextSpan Span, ColumnPick Pick, IReadOnlyList<PickItem> Items) : OperatorSyntax(Span);

/// <param name="Order">null, asc, desc, granny-asc, granny-desc.</param>
internal sealed record PickItem(Expression Column, string? Order);

internal sealed record RenameSyntax(TextSpan Span, IReadOnlyList<Expression> Items) : OperatorSyntax(Span);

internal sealed record SummarizeSyntax(TextSpan Span, IReadOnlyList<Expression> Aggregates, IReadOnlyList<Expression> Keys) : OperatorSyntax(Span);

internal sealed record DistinctSyntax(TextSpan Span, IReadOnlyList<Expression> Items) : OperatorSyntax(Span);

internal sealed record SortKey(Expression Key, bool Ascending, bool NullsFirst);

internal sealed record SortSyntax(TextSpan Span, IReadOnlyList<SortKey> Keys) : OperatorSyntax(Span);

internal sealed record TopSyntax(TextSpan Span, Expression Count, IReadOnlyList<SortKey> Keys) : OperatorSyntax(Span);

internal sealed record TakeSyntax(TextSpan Span, Expression Count) : OperatorSyntax(Span);

internal sealed record SampleSyntax(TextSpan Span, Expression Count, Expression? Distinct) : OperatorSyntax(Span);

internal sealed record CountSyntax(TextSpan Span) : OperatorSyntax(Span);

internal sealed record PrintSyntax(TextSpan Span, IReadOnlyList<Expression> Items) : OperatorSyntax(Span);

internal sealed record RangeSyntax(TextSpan Span, string Name, Expression From, Expression To, Expression Step) : OperatorSyntax(Span);

internal sealed record UnionSyntax(TextSpan Span, bool Inner, bool Fuzzy, string? SourceColumn, IReadOnlyList<Expression> Tables) : OperatorSyntax(Span);

internal sealed record JoinSyntax(TextSpan Span, bool IsLookup, string Kind, TextSpan KindSpan, Expression Right, IReadOnlyList<Expression> On) : OperatorSyntax(Span);

internal sealed record ExpandItem(TextSpan Span, string? Name, Expression Value, KqlType? Type);

internal sealed record ExpandSyntax(TextSpan Span, bool ArrayKind, string? IndexName, IReadOnlyList<ExpandItem> Items, Expression? Limit, bool Old) : OperatorSyntax(Span);

internal sealed record ApplySyntax(TextSpan Span, string? IndexName, IReadOnlyList<ExpandItem> Items, Expression? Limit, IReadOnlyList<OperatorSyntax> Body) : OperatorSyntax(Span);

/// <param name="Literal">Text to match; null for a column or a star.</param>
/// <param name="Column">Name of the column; null for a literal or a star.</param>
internal sealed record ParsePart(TextSpan Span, string? Literal, string? Column, KqlType Type);

internal sealed record ParseSyntax(TextSpan Span, bool Filter, string Kind, string? Flags, Expression Text, IReadOnlyList<ParsePart> Parts) : OperatorSyntax(Span);

internal sealed record ParseKvSyntax(TextSpan Span, Expression Text, IReadOnlyList<ColumnSyntax> Columns, IReadOnlyDictionary<string, Expression> Options) : OperatorSyntax(Span);

internal sealed record AsSyntax(TextSpan Span, string Name) : OperatorSyntax(Span);

internal sealed record SerializeSyntax(TextSpan Span, IReadOnlyList<Expression> Items) : OperatorSyntax(Span);

internal sealed record RenderSyntax(TextSpan Span) : OperatorSyntax(Span);

internal sealed record InvokeSyntax(TextSpan Span, CallExpression Call) : OperatorSyntax(Span);

internal sealed record SearchSyntax(TextSpan Span, IReadOnlyList<Expression> Tables, bool CaseSensitive, Expression Predicate) : OperatorSyntax(Span);

internal sealed record SeriesItem(TextSpan Span, string? Name, Expression Aggregate, Expression? Default);

internal sealed record MakeSeriesSyntax(TextSpan Span, IReadOnlyList<SeriesItem> Items, Expression On, Expression? From, Expression? To, Expression Step, IReadOnlyList<Expression> Keys) : OperatorSyntax(Span);

internal sealed record TopNestedLevel(TextSpan Span, Expression? Count, string? Name, Expression Key, Expression? Others, string? AggregateName, Expression Aggregate, bool Ascending);

internal sealed record TopNestedSyntax(TextSpan Span, IReadOnlyList<TopNestedLevel> Levels) : OperatorSyntax(Span);

internal sealed record EvaluateSyntax(TextSpan Span, CallExpression Call, IReadOnlyList<ColumnSyntax>? Schema) : OperatorSyntax(Span);

/// <summary>An operator that KQL has and Ashlar refuses.</summary>
internal sealed record RefusedSyntax(TextSpan Span, string Name) : OperatorSyntax(Span);

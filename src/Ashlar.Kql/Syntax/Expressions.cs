namespace Ashlar.Kql.Syntax;

internal abstract record Expression(TextSpan Span);

internal sealed record LiteralExpression(TextSpan Span, KqlType Type, object? Value) : Expression(Span);

internal sealed record NameExpression(TextSpan Span, string Name) : Expression(Span);

/// <summary>A column pattern such as <c>*</c>, <c>abc*</c>.</summary>
internal sealed record PatternExpression(TextSpan Span, string Pattern) : Expression(Span);

internal sealed record PathExpression(TextSpan Span, Expression Target, string Name) : Expression(Span);

internal sealed record ElementExpression(TextSpan Span, Expression Target, Expression Index) : Expression(Span);

internal sealed record CallExpression(TextSpan Span, string Name, TextSpan NameSpan, IReadOnlyList<Expression> Arguments) : Expression(Span);

internal sealed record UnaryExpression(TextSpan Span, string Operator, Expression Operand) : Expression(Span);

internal sealed record BinaryExpression(TextSpan Span, string Operator, TextSpan OperatorSpan, Expression Left, Expression Right) : Expression(Span);

/// <summary><c>in</c>, <c>in~</c>, <c>has_any</c>, <c>has_all</c> and their negations.</summary>
internal sealed record ListExpression(TextSpan Span, string Operator, TextSpan OperatorSpan, Expression Left, IReadOnlyList<Expression> Items) : Expression(Span);

internal sealed record BetweenExpression(TextSpan Span, bool Negated, Expression Value, Expression Low, Expression High) : Expression(Span);

/// <summary><c>a = e</c> or <c>(a, b) = e</c>.</summary>
internal sealed record NamedExpression(TextSpan Span, IReadOnlyList<NameExpression> Names, Expression Value) : Expression(Span);

internal sealed record TypeOfExpression(TextSpan Span, IReadOnlyList<ColumnSyntax> Columns) : Expression(Span);

internal sealed record PipeExpression(TextSpan Span, Expression Source, IReadOnlyList<OperatorSyntax> Operators) : Expression(Span);

/// <summary>An operator that starts a query: print, range, union, search, find.</summary>
internal sealed record HeadExpression(TextSpan Span, OperatorSyntax Operator) : Expression(Span);

internal sealed record DatatableExpression(TextSpan Span, IReadOnlyList<ColumnSyntax> Columns, IReadOnlyList<Expression> Values) : Expression(Span);

internal sealed record FunctionExpression(TextSpan Span, IReadOnlyList<ParameterSyntax> Parameters, IReadOnlyList<Statement> Body) : Expression(Span);

/// <summary>Stands where the text could not be read; a diagnostic has been given.</summary>
internal sealed record MissingExpression(TextSpan Span) : Expression(Span);

/// <param name="Type">Null: <c>*</c> or not given.</param>
internal sealed record ColumnSyntax(TextSpan Span, string Name, KqlType? Type);

/// <param name="Table">Columns of a tabular parameter; null for a scalar one.</param>
internal sealed record ParameterSyntax(TextSpan Span, string Name, KqlType? Type, IReadOnlyList<ColumnSyntax>? Table, bool AnyColumns, Expression? Default);

internal abstract record Statement(TextSpan Span);

internal sealed record LetStatement(TextSpan Span, string Name, TextSpan NameSpan, Expression Value) : Statement(Span);

internal sealed record QueryStatement(TextSpan Span, Expression Query) : Statement(Span);

internal sealed record ParametersStatement(TextSpan Span, IReadOnlyList<ParameterSyntax> Parameters) : Statement(Span);

internal sealed record IgnoredStatement(TextSpan Span) : Statement(Span);

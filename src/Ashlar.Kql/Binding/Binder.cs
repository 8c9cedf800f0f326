using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

/// <summary>Syntax to bound relations: names to columns, functions to overloads, types checked and conversions written out.</summary>
internal sealed partial class Binder(KqlCatalog catalog, KqlOptions options, DiagnosticBag diagnostics)
{
    /// <summary>Lets that name lets can double the query at each step; past this many operators it is refused.</summary>
    private const int MaxOperators = 1000;
    private const int MaxOperands = 4000;
    private const long MaxParts = 100_000;

    private int _columns;
    private int _operators;

    public long NowTicks => options.Now.Ticks;

    public Relation? Bind(IReadOnlyList<Statement> statements)
    {
        var scope = new Scope(null);
        var result = Statements(statements, scope, true);
        if (result is null && diagnostics.Count == 0)
            diagnostics.Add(new TextSpan(0, 0), "KQL1005", "There is no query to run.", "A query starts with a table or with print.");
        return result;
    }

    private Relation? Statements(IReadOnlyList<Statement> statements, Scope scope, bool scalarAllowed)
    {
        Relation? result = null;
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case LetStatement let:
                    Let(let, scope);
                    break;
                case ParametersStatement parameters:
                    foreach (var parameter in parameters.Parameters)
                        scope.Add(parameter.Name, new LetScalar(parameter.Default is null ? new BoundLiteral(parameter.Type ?? KqlType.String, parameter.Type is null or KqlType.String ? "" : null) : Scalar(parameter.Default, RowScope.None(scope))));
                    break;
                case QueryStatement query when result is not null:
                    diagnostics.Add(query.Span, "KQL1006", "Only one query can be run at a time.", "Remove what stands after the first query.");
                    break;
                case QueryStatement query:
                    if (IsTabular(query.Query, scope))
                    {
                        result = Table(query.Query, scope);
                    }
                    else if (scalarAllowed && query.Query is not NameExpression)
                    {
                        var value = Scalar(query.Query, RowScope.None(scope));
                        result = new RowsRelation([Column("print_0", value)], [[value]]);
                    }
                    else
                    {
                        result = Table(query.Query, scope);
                    }

                    break;
            }
        }

        return result;
    }

    private void Let(LetStatement let, Scope scope)
    {
        switch (let.Value)
        {
            case FunctionExpression function:
                scope.Add(let.Name, new LetFunction(function, scope));
                break;
            case var value when IsTabular(value, scope):
                var home = new Scope(scope);
                var table = new LetTable(value, home);
                table.Fresh = Table(value, home);
                scope.Add(let.Name, table);
                break;
            default:
                var before = _parts;
                var scalar = Scalar(let.Value, RowScope.None(scope));
                scope.Add(let.Name, new LetScalar(scalar, _parts - before));
                break;
        }
    }

    /// <summary>Whether an expression gives rows; decided by its form and the names in force.</summary>
    internal bool IsTabular(Expression expression, Scope scope) => expression switch
    {
        PipeExpression or HeadExpression or DatatableExpression => true,
        NameExpression name => scope.Find(name.Name) switch
        {
            LetTable or LetInput => true,
            LetScalar => false,
            LetFunction function => function.Syntax.Parameters.Count == 0 && IsTabularBody(function),
            _ => catalog.Find(name.Name, options.Dialect) is not null,
        },
        CallExpression { Name: "materialize" or "table" or "view" } => true,
        CallExpression call => scope.Find(call.Name) is LetFunction function && IsTabularBody(function),
        _ => false,
    };

    private bool IsTabularBody(LetFunction function)
    {
        var scope = new Scope(function.Home);
        foreach (var parameter in function.Syntax.Parameters)
            scope.Add(parameter.Name, parameter.Table is null ? new LetScalar(new BoundError(parameter.Type ?? KqlType.Dynamic)) : new LetTable(new DatatableExpression(parameter.Span, [], []), scope));
        foreach (var statement in function.Syntax.Body)
        {
            if (statement is LetStatement let)
                scope.Add(let.Name, let.Value is FunctionExpression inner ? new LetFunction(inner, scope) : IsTabular(let.Value, scope) ? new LetTable(let.Value, scope) : new LetScalar(new BoundError(KqlType.Dynamic)));
            else if (statement is QueryStatement query)
                return IsTabular(query.Query, scope);
        }

        return false;
    }

    internal ColumnSymbol Column(string name, KqlType type, bool nullable) => new(++_columns, name, type) { Nullable = nullable && type != KqlType.String };

    /// <summary>A new column that holds an expression, with what is known of where it comes from.</summary>
    internal ColumnSymbol Column(string name, BoundExpression value) =>
        new(++_columns, name, value.Type) { Nullable = value.Nullable && value.Type != KqlType.String, Origins = Lineage.Origins(value), Alias = Lineage.Alias(value) };

    /// <summary>As above, for rows that are no longer those of the scan: the reads go on, the alias does not.</summary>
    internal ColumnSymbol Detached(string name, BoundExpression value) =>
        new(++_columns, name, value.Type) { Nullable = value.Nullable && value.Type != KqlType.String, Origins = Lineage.Origins(value) };

    internal void Report(TextSpan span, string code, string message, string? hint = null) => diagnostics.Add(span, code, message, hint);
}

using System.Runtime.CompilerServices;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>Stands for a table that could not be bound: a row scope in which nothing more is complained about.</summary>
    private static readonly Relation Broken = new RowsRelation([], []);

    internal Relation Table(Expression expression, Scope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case NameExpression name:
                return Named(name, scope);
            case PipeExpression pipe:
                return Pipe(pipe, scope);
            case HeadExpression head:
                return Head(head.Operator, scope);
            case DatatableExpression datatable:
                return Datatable(datatable, scope);
            case CallExpression { Name: "materialize" or "view", Arguments: [var inner] }:
                return Table(inner, scope);
            case CallExpression { Name: "table", Arguments: [LiteralExpression { Value: string name } literal, ..] }:
                return Named(new NameExpression(literal.Span, name), scope);
            case CallExpression { Name: "table", Arguments: [var named, ..] }:
                if (Scalar(named, RowScope.None(scope)) is BoundLiteral { Value: string constant })
                    return Named(new NameExpression(named.Span, constant), scope);
                Report(named.Span, "KQL3012", "The name of the table must be a constant string.");
                return Broken;
            case CallExpression call when scope.Find(call.Name) is LetFunction function:
                return Invoke(call, function, scope, null) ?? Broken;
            case CallExpression call:
                Report(call.NameSpan, "KQL2002", $"There is no table function '{call.Name}'.", Near(call.Name, scope.Names));
                return Broken;
            case PathExpression { Target: CallExpression { Name: "cluster" or "database" or "workspace" or "app" } } path:
                Report(path.Span, "KQL4004", "A query here cannot reach another cluster, database or workspace.", "Name the table alone.");
                return Broken;
            case MissingExpression:
                return Broken;
            default:
                Report(expression.Span, "KQL3004", "A table is expected here.");
                return Broken;
        }
    }

    private Relation Named(NameExpression name, Scope scope)
    {
        switch (scope.Find(name.Name))
        {
            case LetTable table:
                return table.TakeFresh() ?? Table(table.Syntax, table.Home);
            case LetInput input:
                return input.Bind();
            case LetFunction function:
                return Invoke(new CallExpression(name.Span, name.Name, name.Span, []), function, scope, null) ?? Broken;
            case LetScalar:
                Report(name.Span, "KQL3004", $"'{name.Name}' is a scalar; a table is expected here.");
                return Broken;
        }

        if (catalog.Find(name.Name, options.Dialect) is { } found)
            return Scan(found);
        Report(name.Span, "KQL2001", $"There is no table '{name.Name}'.", Near(name.Name, scope.Names.Concat(catalog.Tables.Select(t => t.Name))));
        return Broken;
    }

    private static string? Near(string name, IEnumerable<string> candidates) =>
        Suggestions.Near(name, candidates) is { } near ? $"Did you mean '{near}'?" : null;

    private ScanRelation Scan(KqlTable table)
    {
        var columns = new List<ColumnSymbol>(table.Columns.Count);
        ScanRelation? scan = null;
        scan = new ScanRelation(table, columns);
        foreach (var column in table.Columns)
        {
            var origin = new Origin(scan, column.Name);
            columns.Add(new ColumnSymbol(++_columns, column.Name, column.Type) { Origins = [origin], Alias = origin });
        }

        return scan;
    }

    private Relation Pipe(PipeExpression pipe, Scope scope)
    {
        var relation = Table(pipe.Source, scope);
        for (var i = 0; i < pipe.Operators.Count; i++)
        {
            if (++_operators > MaxOperators)
            {
                if (_operators == MaxOperators + 1)
                    Report(pipe.Operators[i].Span, "KQL5001", $"With its let statements written out the query has more than {MaxOperators} operators.", null);
                return Broken;
            }

            if (pipe.Operators[i] is AsSyntax name)
            {
                scope.Add(name.Name, new LetTable(new PipeExpression(pipe.Span, pipe.Source, [.. pipe.Operators.Take(i)]), scope));
                continue;
            }

            if (ReferenceEquals(relation, Broken))
                return Broken;
            relation = pipe.Operators[i] is InvokeSyntax invoke
                ? Invoke(invoke, relation, new PipeExpression(pipe.Span, pipe.Source, [.. pipe.Operators.Take(i)]), scope)
                : Operator(pipe.Operators[i], relation, scope);
        }

        return relation;
    }

    private RowsRelation Datatable(DatatableExpression datatable, Scope scope)
    {
        var columns = datatable.Columns.Select(c => Column(c.Name, c.Type!.Value, true)).ToList();
        var rows = new List<IReadOnlyList<BoundExpression>>();
        if (columns.Count == 0 || datatable.Values.Count % columns.Count != 0)
        {
            if (columns.Count > 0)
                Report(datatable.Span, "KQL3006", $"The datatable has {columns.Count} columns, but {datatable.Values.Count} values do not fill whole rows.");
            return new RowsRelation(columns, rows);
        }

        var none = RowScope.None(scope);
        for (var i = 0; i < datatable.Values.Count; i += columns.Count)
        {
            var row = new BoundExpression[columns.Count];
            for (var j = 0; j < columns.Count; j++)
                row[j] = Convert(Scalar(datatable.Values[i + j], none), columns[j].Type);
            rows.Add(row);
        }

        return new RowsRelation(columns, rows);
    }

    private Relation Invoke(InvokeSyntax invoke, Relation relation, PipeExpression before, Scope scope)
    {
        if (scope.Find(invoke.Call.Name) is not LetFunction function)
        {
            Report(invoke.Call.NameSpan, "KQL2002", $"There is no function '{invoke.Call.Name}' to invoke.", Near(invoke.Call.Name, scope.Names));
            return Broken;
        }

        var first = true;
        return Invoke(invoke.Call, function, scope, () =>
        {
            if (!first)
                return Pipe(before, scope);
            first = false;
            return relation;
        }) ?? Broken;
    }

    /// <param name="input">The piped table of <c>invoke</c>, bound to the first table parameter.</param>
    private Relation? Invoke(CallExpression call, LetFunction function, Scope scope, Func<Relation>? input)
    {
        var inner = Arguments(call, function, RowScope.None(scope), input);
        return inner is null ? null : Statements(function.Syntax.Body, inner, false);
    }
}

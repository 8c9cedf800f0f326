using System.Runtime.CompilerServices;
using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private long _parts;

    /// <summary>Lets that name lets can stand for more text than any machine holds.</summary>
    private bool Grown(long by, TextSpan span)
    {
        if (_parts <= MaxParts && (_parts += by) > MaxParts)
            Report(span, "KQL5001", $"With its let statements written out the query has more than {MaxParts} parts.");
        return _parts <= MaxParts;
    }

    internal BoundExpression Scalar(Expression expression, RowScope row)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!Grown(1, expression.Span))
            return new BoundError(KqlType.Dynamic);
        switch (expression)
        {
            case LiteralExpression literal:
                return new BoundLiteral(literal.Type, literal.Value);
            case NameExpression name:
                return Name(name, row);
            case PathExpression path:
                return Path(path, row);
            case ElementExpression element:
                return Element(element, row);
            case CallExpression call:
                return Call(call, row);
            case UnaryExpression unary:
                return Unary(unary, row);
            case BinaryExpression { Operator: "and" or "or" } logic:
                return Logic(logic, row);
            case BinaryExpression binary:
                return Binary(binary, row);
            case BetweenExpression between:
                return Between(between, row);
            case ListExpression list:
                return List(list, row);
            case NamedExpression named:
                Report(named.Span, "KQL3009", "A name can be given only in operators that make columns.", "Compare with '==', not '='.");
                return new BoundError(KqlType.Dynamic);
            case PipeExpression or HeadExpression or DatatableExpression:
                Report(expression.Span, "KQL3007", "A table stands where a value is expected.", "Wrap it in toscalar().");
                return new BoundError(KqlType.Dynamic);
            case PatternExpression:
                Report(expression.Span, "KQL3007", "'*' cannot stand here.");
                return new BoundError(KqlType.Dynamic);
            default:
                Report(expression.Span, "KQL3007", "This cannot stand where a value is expected.");
                return new BoundError(KqlType.Dynamic);
        }
    }

    internal ColumnSymbol? FindColumn(string name, IReadOnlyList<ColumnSymbol> columns)
    {
        ColumnSymbol? near = null;
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (string.Equals(column.Name, name, StringComparison.Ordinal))
                return column;
            if (near is null && options.Dialect == KqlDialect.Arg && string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))
                near = column;
        }

        return near;
    }

    private BoundExpression Name(NameExpression name, RowScope row)
    {
        if (FindColumn(name.Name, row.Columns) is { } column)
            return new BoundColumn(column);
        switch (row.Lets.Find(name.Name))
        {
            case LetScalar scalar:
                return Grown(scalar.Size, name.Span) ? scalar.Value : new BoundError(scalar.Value.Type);
            case LetFunction { Syntax.Parameters.Count: 0 } function:
                return Inline(new CallExpression(name.Span, name.Name, name.Span, []), function, row);
            case LetTable or LetInput:
                Report(name.Span, "KQL3007", $"'{name.Name}' is a table; a value is expected here.", "Wrap it in toscalar().");
                return new BoundError(KqlType.Dynamic);
        }

        if (row.Columns.Count == 0 && catalog.Find(name.Name, options.Dialect) is not null)
            Report(name.Span, "KQL3007", $"'{name.Name}' is a table; a value is expected here.", "Wrap it in toscalar().");
        else
            Report(name.Span, "KQL2003", $"There is no column '{name.Name}' here.", NearColumn(name.Name, row));
        return new BoundError(KqlType.Dynamic);
    }

    private static string? NearColumn(string name, RowScope row)
    {
        if (Suggestions.Near(name, row.Columns.Select(c => c.Name).Concat(row.Lets.Names)) is { } near)
            return $"Did you mean '{near}'?";
        if (FunctionRegistry.Aggregate(FunctionAliases.Canonical(name)) is not null || FunctionRegistry.Scalar(FunctionAliases.Canonical(name)) is not null)
            return $"Did you mean '{name}()'?";
        return row.Columns.Count is > 0 and <= 20 ? "Columns here: " + string.Join(", ", row.Columns.Select(c => c.Name)) + "." : null;
    }

    private BoundExpression Path(PathExpression path, RowScope row)
    {
        if (path.Target is NameExpression { Name: "$left" or "$right" } side && row.Right is not null)
        {
            var columns = side.Name == "$left" ? row.Columns : row.Right;
            if (FindColumn(path.Name, columns) is { } column)
                return new BoundColumn(column);
            Report(path.Span, "KQL2003", $"There is no column '{path.Name}' on the {side.Name[1..]} side.", Near(path.Name, columns.Select(c => c.Name)));
            return new BoundError(KqlType.Dynamic);
        }

        return Step(Scalar(path.Target, row), new PathStep(path.Name, 0), path.Span);
    }

    private BoundExpression Element(ElementExpression element, RowScope row)
    {
        var target = Scalar(element.Target, row);
        var index = Scalar(element.Index, row);
        if (index is BoundLiteral { Value: string key, Type: KqlType.String })
            return Step(target, new PathStep(key, 0), element.Span);
        if (index is BoundLiteral { Value: long position })
            return Step(target, new PathStep(null, position), element.Span);
        if (target is BoundError || index is BoundError)
            return new BoundError(KqlType.Dynamic);
        if (target.Type != KqlType.Dynamic)
            return NoProperties(target, element.Span);
        if (index.Type is not (KqlType.String or KqlType.Int or KqlType.Long or KqlType.Dynamic))
        {
            Report(element.Index.Span, "KQL3003", $"An index is a number or a string, not {index.Type.Name()}.");
            return new BoundError(KqlType.Dynamic);
        }

        return new BoundIndex(target, index.Type == KqlType.Int ? Convert(index, KqlType.Long) : index);
    }

    private BoundExpression Step(BoundExpression target, PathStep step, TextSpan span)
    {
        if (target is BoundError)
            return target;
        if (target.Type != KqlType.Dynamic)
            return NoProperties(target, span);
        BoundExpression path = target is BoundPath before ? new BoundPath(before.Target, [.. before.Steps, step]) : new BoundPath(target, [step]);
        if (step.Key is not null && Lineage.Alias(path) is { } alias && alias.Scan.Table.Shredded.TryGetValue(alias.Path, out var physical))
        {
            if (!alias.Scan.Hidden.TryGetValue(physical, out var hidden))
                alias.Scan.Hidden[physical] = hidden = new ColumnSymbol(++_columns, alias.Path, KqlType.Dynamic) { Origins = [alias], Alias = alias };
            return new BoundColumn(hidden);
        }

        return path;
    }

    private BoundError NoProperties(BoundExpression target, TextSpan span)
    {
        Report(span, "KQL3005", $"A {target.Type.Name()} has no properties or elements.", target.Type == KqlType.String ? "Read JSON text with parse_json() first." : null);
        return new BoundError(KqlType.Dynamic);
    }

    private BoundExpression Unary(UnaryExpression unary, RowScope row)
    {
        var operand = Scalar(unary.Operand, row);
        if (operand is BoundError)
            return operand;
        if (operand.Type == KqlType.Dynamic)
            operand = Convert(operand, KqlType.Real);
        if (!operand.Type.IsNumber() && operand.Type != KqlType.TimeSpan)
        {
            Report(unary.Span, "KQL3001", $"'{unary.Operator}' cannot be applied to {operand.Type.Name()}.");
            return new BoundError(KqlType.Long);
        }

        if (unary.Operator == "+")
            return operand;
        return operand switch
        {
            BoundLiteral { Value: long value } literal when value != long.MinValue => literal with { Value = -value },
            BoundLiteral { Value: double value } literal => literal with { Value = -value },
            _ => Apply(FunctionRegistry.Scalar("op:negate")!.First(f => f.Result == (operand.Type == KqlType.Int ? KqlType.Long : operand.Type)), [operand]),
        };
    }

    private BoundExpression Logic(BinaryExpression logic, RowScope row)
    {
        var operands = new List<BoundExpression>();
        Expression next = logic;
        while (next is BinaryExpression binary && binary.Operator == logic.Operator)
        {
            operands.Add(Condition(binary.Right, row));
            next = binary.Left;
        }

        operands.Add(Condition(next, row));
        operands.Reverse();
        if (operands.Count > MaxOperands)
        {
            // DuckDB's planner takes the square of their number, and cannot be stopped.
            Report(logic.Span, "KQL5004", $"More than {MaxOperands} conditions are joined by {logic.Operator}.", "Use in (...) with a list.");
            return new BoundError(KqlType.Bool);
        }

        return operands.Any(o => o is BoundError) ? new BoundError(KqlType.Bool) : new BoundLogic(logic.Operator == "and", operands);
    }

    internal BoundExpression Condition(Expression expression, RowScope row)
    {
        var value = Scalar(expression, row);
        if (value is BoundError || value.Type == KqlType.Bool)
            return value;
        if (value.Type == KqlType.Dynamic || value.Type.IsNumber())
            return Convert(value, KqlType.Bool);
        Report(expression.Span, "KQL3003", $"A condition is bool, not {value.Type.Name()}.");
        return new BoundError(KqlType.Bool);
    }
}

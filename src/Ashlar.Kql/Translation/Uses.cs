using System.Runtime.CompilerServices;
using Ashlar.Kql.Binding;

namespace Ashlar.Kql.Translation;

/// <summary>The columns an expression needs of its input.</summary>
internal static class Uses
{
    public static void Add(BoundExpression value, HashSet<ColumnSymbol> columns)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case BoundColumn column:
                columns.Add(column.Column);
                break;
            case BoundPath path:
                Add(path.Target, columns);
                break;
            case BoundIndex index:
                Add(index.Target, columns);
                Add(index.Index, columns);
                break;
            case BoundConvert convert:
                Add(convert.Operand, columns);
                break;
            case BoundCompare compare:
                Add(compare.Left, columns);
                Add(compare.Right, columns);
                break;
            case BoundLogic logic:
                foreach (var operand in logic.Operands)
                    Add(operand, columns);
                break;
            case BoundCall call:
                foreach (var argument in call.Arguments)
                    Add(argument, columns);
                break;
            case BoundIn list:
                Add(list.Value, columns);
                foreach (var item in list.Items)
                    Add(item, columns);
                break;
            case BoundInQuery query:
                Add(query.Value, columns);
                break;
            case BoundPicked picked:
                Add(picked.Pick, columns);
                break;
        }
    }

    public static HashSet<ColumnSymbol> Of(BoundExpression value)
    {
        var columns = new HashSet<ColumnSymbol>();
        Add(value, columns);
        return columns;
    }

    public static bool AnyQuery(BoundExpression value) => value switch
    {
        BoundScalarQuery or BoundInQuery => true,
        BoundCall call => AnyQuery(call.Arguments),
        BoundPath path => AnyQuery(path.Target),
        BoundIndex index => AnyQuery(index.Target) || AnyQuery(index.Index),
        BoundConvert convert => AnyQuery(convert.Operand),
        BoundCompare compare => AnyQuery(compare.Left) || AnyQuery(compare.Right),
        BoundLogic logic => AnyQuery(logic.Operands),
        BoundIn list => AnyQuery(list.Value) || AnyQuery(list.Items),
        _ => false,
    };

    private static bool AnyQuery(IReadOnlyList<BoundExpression> values)
    {
        for (var i = 0; i < values.Count; i++)
            if (AnyQuery(values[i]))
                return true;
        return false;
    }

    public static bool Any(BoundExpression value, Func<BoundCall, bool> test) => value switch
    {
        BoundCall call => test(call) || Any(call.Arguments, test),
        BoundPath path => Any(path.Target, test),
        BoundIndex index => Any(index.Target, test) || Any(index.Index, test),
        BoundConvert convert => Any(convert.Operand, test),
        BoundCompare compare => Any(compare.Left, test) || Any(compare.Right, test),
        BoundLogic logic => Any(logic.Operands, test),
        BoundIn list => Any(list.Value, test) || Any(list.Items, test),
        BoundInQuery query => Any(query.Value, test),
        _ => false,
    };

    // A lambda over the test would be made anew for every part of every expression.
    private static bool Any(IReadOnlyList<BoundExpression> values, Func<BoundCall, bool> test)
    {
        for (var i = 0; i < values.Count; i++)
            if (Any(values[i], test))
                return true;
        return false;
    }
}

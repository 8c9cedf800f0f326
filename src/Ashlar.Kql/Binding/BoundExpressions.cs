namespace Ashlar.Kql.Binding;

/// <param name="Nullable">Whether a row may hold null here; strings never do.</param>
internal abstract record BoundExpression(KqlType Type, bool Nullable);

internal sealed record BoundLiteral(KqlType Type, object? Value) : BoundExpression(Type, Value is null && Type != KqlType.String);

internal sealed record BoundColumn(ColumnSymbol Column) : BoundExpression(Column.Type, Column.Nullable);

/// <param name="Key">Property name; null for an array index.</param>
internal readonly record struct PathStep(string? Key, long Index)
{
    public string Text(string before) => Key is null ? before + "[]"
        : IsPlain(Key) ? before + "." + Key
        : before + "['" + Key + "']";

    private static bool IsPlain(string key)
    {
        foreach (var c in key)
            if (!(char.IsLetterOrDigit(c) || c is '_' or '-' or '$' or '@'))
                return false;
        return key.Length > 0;
    }
}

internal sealed record BoundPath(BoundExpression Target, IReadOnlyList<PathStep> Steps) : BoundExpression(KqlType.Dynamic, true);

internal sealed record BoundIndex(BoundExpression Target, BoundExpression Index) : BoundExpression(KqlType.Dynamic, true);

internal sealed record BoundConvert(BoundExpression Operand, KqlType To) : BoundExpression(To, To != KqlType.String);

/// <summary>Comparison of two operands of comparable types. Operator: == != &lt; &lt;= &gt; &gt;=.</summary>
internal sealed record BoundCompare(string Operator, BoundExpression Left, BoundExpression Right) : BoundExpression(KqlType.Bool, Left.Nullable || Right.Nullable);

internal sealed record BoundLogic(bool And, IReadOnlyList<BoundExpression> Operands) : BoundExpression(KqlType.Bool, Operands.Any(o => o.Nullable));

internal sealed record BoundCall(Functions.FunctionSignature Function, IReadOnlyList<BoundExpression> Arguments, KqlType Type, bool Nullable) : BoundExpression(Type, Nullable);

/// <summary>Membership in a list; all items have the value's type.</summary>
internal sealed record BoundIn(BoundExpression Value, IReadOnlyList<BoundExpression> Items, bool Negated) : BoundExpression(KqlType.Bool, false);

internal sealed record BoundInQuery(BoundExpression Value, Relation Query, BoundExpression Item, bool Negated) : BoundExpression(KqlType.Bool, false);

/// <summary>The first row's value of a query.</summary>
internal sealed record BoundScalarQuery(Relation Query, BoundExpression Value) : BoundExpression(Value.Type, Value.Type != KqlType.String);

/// <summary>One field of the row that an arg_max or arg_min picks.</summary>
internal sealed record BoundPicked(BoundCall Pick, ColumnSymbol Field, KqlType Of) : BoundExpression(Of, Of != KqlType.String);

/// <summary>Stands for an expression that could not be bound; a diagnostic has been given, so nothing more is said about it.</summary>
internal sealed record BoundError(KqlType Type) : BoundExpression(Type, true);

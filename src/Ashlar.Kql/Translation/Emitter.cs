using System.Globalization;
using System.Runtime.CompilerServices;
using Ashlar.Kql.Binding;
using Ashlar.Kql.Functions;

namespace Ashlar.Kql.Translation;

/// <summary>Bound expressions to SQL over one SELECT, noting what of the base tables they read.</summary>
internal sealed class Emitter(Translator translator, Select select)
{
    /// <summary>Off while the definition of a plain alias is written: not it, but what is made of it, is a read.</summary>
    public bool NoteReads { get; set; } = true;

    /// <summary>Order of the rows that an aggregate or window function meets.</summary>
    public IReadOnlyList<OrderTerm> Order { get; init; } = [];

    /// <param name="filter">Where null counts as false, cheaper forms will do.</param>
    public string Emit(BoundExpression value, bool filter = false)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case BoundLiteral literal:
                return Sql.Literal(literal.Type, literal.Value);
            case BoundColumn column:
                Read(column.Column, []);
                return select.Columns[column.Column];
            case BoundPath path:
                return "nullif(CAST(" + Extract(path, "->") + " AS VARCHAR), 'null')";
            case BoundIndex index:
                return Index(index);
            case BoundConvert { To: KqlType.Bool, Operand: { Type: KqlType.Dynamic } said } when filter:
                return Conversions.Says(this, said, true);
            case BoundConvert convert:
                return Conversions.Emit(this, convert);
            case BoundCompare compare:
                return Compare(compare, filter);
            case BoundLogic logic:
                return Logic(logic, filter);
            case BoundCall call:
                return Call(call, filter);
            case BoundIn list:
                return In(list, filter);
            case BoundInQuery query:
                var found = Emit(query.Value) + " IN (" + translator.Scalars(query.Query, query.Item) + ")";
                return query.Negated ? "(NOT coalesce(" + found + ", false))" : filter ? "(" + found + ")" : "coalesce(" + found + ", false)";
            case BoundScalarQuery query:
                var scalar = "(" + translator.Scalars(query.Query, query.Value) + " LIMIT 1)";
                return value.Type == KqlType.String ? "coalesce(" + scalar + ", '')" : scalar;
            case BoundPicked picked:
                return Picked(picked);
            default:
                throw new InvalidOperationException("An expression with errors cannot be translated.");
        }
    }

    private void Read(ColumnSymbol column, IReadOnlyList<PathStep> steps)
    {
        if (NoteReads)
            foreach (var origin in column.Origins)
                origin.Scan.Paths.Add(Lineage.Extend(origin.Path, steps));
    }

    /// <summary>A path as json -> '$…' or, with ->>, as text.</summary>
    public string Extract(BoundPath path, string arrow)
    {
        string sql;
        if (path.Target is BoundColumn column)
        {
            Read(column.Column, path.Steps);
            sql = select.Columns[column.Column];
        }
        else
        {
            sql = Emit(path.Target);
        }

        var json = "$";
        foreach (var step in path.Steps)
        {
            if (step.Key is null)
            {
                json += (step.Index < 0 ? "[#" : "[") + step.Index.ToString(CultureInfo.InvariantCulture) + "]";
            }
            else if (step.Key.Length == 0 || step.Key.AsSpan().ContainsAny("\"\\*\0"))
            {
                // Not sayable in a JSON path.
                if (json.Length > 1)
                    sql = "CAST((" + sql + " -> " + Sql.String(json) + ") AS VARCHAR)";
                sql = "k_member(" + sql + ", " + Sql.String(step.Key) + ")";
                json = "$";
            }
            else
            {
                json += ".\"" + step.Key + "\"";
            }
        }

        return $"({sql} {arrow} {Sql.String(json)})";
    }

    private string Index(BoundIndex index)
    {
        var target = Emit(index.Target);
        if (index.Index.Type == KqlType.Long)
            return "k_element(" + target + ", " + Emit(index.Index) + ")";
        if (index.Index.Type == KqlType.String)
            return "k_member(" + target + ", " + Emit(index.Index) + ")";
        return "k_at(" + target + ", " + Emit(index.Index) + ")";
    }

    private string Compare(BoundCompare compare, bool filter)
    {
        if (filter && compare.Operator == "==")
        {
            if (compare is { Left: BoundConvert { To: KqlType.Bool, Operand: { Type: KqlType.Dynamic } said }, Right: BoundLiteral { Value: bool wanted } })
                return Conversions.Says(this, said, wanted);
            if (compare.Right is BoundLiteral { Value: string { Length: > 0 } })
                return "(" + Conversions.TextOrNull(this, compare.Left) + " = " + Emit(compare.Right) + ")";
            return "(" + Emit(compare.Left) + " = " + Emit(compare.Right) + ")";
        }

        var left = Emit(compare.Left);
        var right = Emit(compare.Right);
        var nullable = compare.Left.Nullable || compare.Right.Nullable;
        if (compare.Operator is not ("==" or "!="))
            return "(" + left + " " + compare.Operator + " " + right + ")";
        if (!nullable)
            return "(" + left + (compare.Operator == "==" ? " = " : " <> ") + right + ")";
        var distinct = left + (compare.Operator == "==" ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ") + right;
        return compare.Left.Nullable && compare.Right.Nullable && !filter
            ? "(CASE WHEN " + left + " IS NULL AND " + right + " IS NULL THEN NULL ELSE " + distinct + " END)"
            : "(" + distinct + ")";
    }

    private string Logic(BoundLogic logic, bool filter)
    {
        var operands = new string[logic.Operands.Count];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = Emit(logic.Operands[i], filter);
        return "(" + string.Join(logic.And ? " AND " : " OR ", operands) + ")";
    }

    private string In(BoundIn list, bool filter)
    {
        var items = list.Items.Where(i => i is not BoundLiteral { Value: null }).Select(i => Emit(i)).ToList();
        var value = filter && !list.Negated && list.Items.All(i => i is BoundLiteral { Value: string { Length: > 0 } }) ? Conversions.TextOrNull(this, list.Value) : Emit(list.Value);
        if (items.Count == 0)
            return list.Negated ? "true" : "false";
        var found = value + " IN (" + string.Join(", ", items) + ")";
        var sure = !list.Value.Nullable && list.Items.All(i => !i.Nullable);
        if (list.Negated)
            return sure ? "(NOT " + found + ")" : "(NOT coalesce(" + found + ", false))";
        return filter || sure ? "(" + found + ")" : "coalesce(" + found + ", false)";
    }

    /// <summary>A bag of constant, distinct names is plain text around its values; anything else goes through C#.</summary>
    private string? Pack(BoundCall call)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < call.Arguments.Count; i += 2)
            if (call.Arguments[i] is not BoundConvert { Operand: BoundLiteral { Value: string name } } || !names.Add(name))
                return null;
        if (call.Arguments.Count % 2 != 0)
            return null;
        var parts = new List<string>(call.Arguments.Count / 2 + 2) { "concat('{'" };
        for (var i = 0; i < call.Arguments.Count; i += 2)
        {
            var name = (string)((BoundLiteral)((BoundConvert)call.Arguments[i]).Operand).Value!;
            parts.Add(Sql.String((i == 0 ? "" : ",") + Values.Json.String(name) + ":") + ", coalesce(" + Emit(call.Arguments[i + 1]) + ", 'null')");
        }

        parts.Add("'}')");
        return string.Join(", ", parts);
    }

    /// <summary>A part that is not empty is no more in '' than in null.</summary>
    private static bool SeeksPart(BoundCall call) =>
        call is { Function.Name: "op:contains" or "op:contains_cs" or "op:startswith" or "op:startswith_cs" or "op:endswith" or "op:endswith_cs", Arguments: [_, BoundLiteral { Value: string { Length: > 0 } }] };

    private string Call(BoundCall call, bool filter)
    {
        var function = call.Function;
        if (function.Name == "bag_pack" && Pack(call) is { } packed)
            return packed;
        if (function.Name == "iff")
            return Choice(call);
        if (filter && function.Name == "isnotempty" && call.Arguments[0].Type is KqlType.String or KqlType.Dynamic)
            return "(" + Conversions.TextOrNull(this, call.Arguments[0]) + " <> '')";
        var repeatedAt = function.Parameters.Count > 0 && function.Parameters[^1].Repeated ? function.Parameters.Count - 1 : -1;
        var arguments = new object[Math.Max(function.Parameters.Count, 1) + 1];
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            arguments[i] = i == repeatedAt ? string.Join(", ", call.Arguments.Skip(i).Select(a => Emit(a)))
                : i >= call.Arguments.Count ? "NULL" : i == 0 && filter && SeeksPart(call) ? Conversions.TextOrNull(this, call.Arguments[i]) : Emit(call.Arguments[i]);
        }

        for (var i = 0; i < arguments.Length; i++)
            arguments[i] ??= "";
        arguments[^1] = Order.Count == 0 ? "" : "ORDER BY " + string.Join(", ", Order);
        // TRY cannot stand around a subquery.
        var sql = function.Sql.Contains("TRY(", StringComparison.Ordinal) && Uses.AnyQuery(call)
            ? string.Format(CultureInfo.InvariantCulture, function.Sql.Replace("TRY(", "(", StringComparison.Ordinal), arguments)
            : string.Format(CultureInfo.InvariantCulture, function.Template, arguments);
        return call.Type == KqlType.String && !function.Has(FunctionTraits.NeverNull) && (function.Has(FunctionTraits.MayBeNull) || call.Arguments.Any(a => a.Nullable))
            ? "coalesce(" + sql + ", '')" : sql;
    }

    /// <summary>A chain of iff, which is what case becomes, is one CASE. A condition that is null does not hold, and a text among the values is never null.</summary>
    private string Choice(BoundExpression chain)
    {
        var parts = new List<string> { "(CASE" };
        for (; chain is BoundCall { Function.Name: "iff" } iff; chain = iff.Arguments[2])
            parts.AddRange([" WHEN ", Emit(iff.Arguments[0], true), " THEN ", Emit(iff.Arguments[1])]);
        parts.AddRange([" ELSE ", Emit(chain), " END)"]);
        return string.Concat(parts);
    }

    /// <summary>One struct a row, one pick for all fields: the fields come from the same row.</summary>
    private string Picked(BoundPicked picked)
    {
        var noted = NoteReads;
        NoteReads = true;
        var by = Emit(picked.Pick.Arguments[0]);
        NoteReads = false;
        var value = Emit(picked.Pick.Arguments[1]);
        NoteReads = noted;
        if (picked.Field.Origins.Count == 0)
            Emit(picked.Pick.Arguments[1]);
        var row = "struct_pack(v := " + value + ")";
        var sql = "coalesce(" + picked.Pick.Function.Name + "(" + row + ", " + by + "), first(" + row + ")).v";
        return picked.Of == KqlType.String ? "coalesce(" + sql + ", '')" : sql;
    }
}

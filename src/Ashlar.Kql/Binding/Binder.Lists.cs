using System.Text.Json;
using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private BoundExpression List(ListExpression list, RowScope row)
    {
        var negated = list.Operator[0] == '!';
        var name = negated ? list.Operator[1..] : list.Operator;
        var everyColumn = list.Left is PatternExpression { Pattern: "*" };
        var left = everyColumn ? new BoundLiteral(KqlType.String, "") : Scalar(list.Left, row);
        if (left is BoundError)
            return new BoundError(KqlType.Bool);
        if (everyColumn)
        {
            var tests = row.Columns.Select(c => ListTest(list, name, Convert(new BoundColumn(c), KqlType.String), row, false)).ToList();
            return tests.Any(t => t is BoundError) || tests.Count == 0 ? new BoundError(KqlType.Bool) : negated ? Not(new BoundLogic(false, tests)) : new BoundLogic(false, tests);
        }

        return ListTest(list, name, left, row, negated);
    }

    private BoundExpression ListTest(ListExpression list, string name, BoundExpression left, RowScope row, bool negated)
    {
        if (list.Items is [var only] && IsTabular(only, row.Lets))
            return TableTest(list, name, left, Table(only, row.Lets), negated);
        var items = new List<BoundExpression>();
        var lists = new List<BoundExpression>();
        foreach (var syntax in list.Items)
        {
            var item = Scalar(syntax, row);
            if (item is BoundError)
                return new BoundError(KqlType.Bool);
            if (item is BoundLiteral { Type: KqlType.Dynamic, Value: string json })
                items.AddRange(Elements(json));
            else if (item.Type == KqlType.Dynamic)
                lists.Add(item);
            else
                items.Add(item);
        }

        if (name is "has_any" or "has_all")
            return Has(name, Text(left, list.Left.Span), items, lists, negated, list.Span);
        var folded = name == "in~";
        var value = left.Type == KqlType.Dynamic ? Convert(left, items.Count > 0 && !folded ? Partner(items) : KqlType.String) : left;
        if (folded)
            value = Fold(Text(value, list.Left.Span));
        if (value is BoundError)
            return value;
        var tests = new List<BoundExpression>();
        var converted = new List<BoundExpression>();
        for (var i = 0; i < items.Count; i++)
        {
            var same = InItem(items[i], value.Type, folded);
            if (same is null)
            {
                Report(list.Items[Math.Min(i, list.Items.Count - 1)].Span, "KQL3001", $"{value.Type.Name()} and {items[i].Type.Name()} cannot be compared.");
                return new BoundError(KqlType.Bool);
            }

            converted.Add(same);
        }

        if (converted.Count > 0 || lists.Count == 0)
            tests.Add(new BoundIn(value, converted, false));
        foreach (var dynamic in lists)
        {
            var text = value.Type == KqlType.String ? value : Convert(value, KqlType.String);
            tests.Add(Apply(FunctionRegistry.Scalar(folded ? "op:in_list~" : "op:in_list")![0], [dynamic, text]));
        }

        var any = tests.Count == 1 ? tests[0] : new BoundLogic(false, tests);
        return !negated ? any : any is BoundIn one ? one with { Negated = true } : Not(any);
    }

    private static KqlType Partner(List<BoundExpression> items)
    {
        var type = items[0].Type;
        return items.All(i => i.Type.IsNumber()) ? KqlType.Real : items.All(i => i.Type == type) ? type : KqlType.String;
    }

    private BoundExpression? InItem(BoundExpression item, KqlType type, bool folded)
    {
        if (folded)
            return item.Type is KqlType.String or KqlType.Guid ? Fold(Convert(item, KqlType.String)) : Fold(Convert(item, KqlType.String));
        if (item.Type == type || (item.Type.IsNumber() && type.IsNumber()))
            return item;
        if (item is BoundLiteral { Value: null } || type == KqlType.String || (type == KqlType.Bool && item.Type.IsNumber()) || (type.IsNumber() && item.Type == KqlType.Bool))
            return Convert(item, type);
        if (item.Type == KqlType.String)
            return Convert(item, type);
        return null;
    }

    private BoundExpression TableTest(ListExpression list, string name, BoundExpression left, Relation table, bool negated)
    {
        if (table.Columns.Count == 0)
            return new BoundError(KqlType.Bool);
        BoundExpression item = new BoundColumn(table.Columns[0]);
        if (name is "has_any" or "has_all")
        {
            var all = Apply(FunctionRegistry.Aggregate("make_list")![0], [Convert(item, KqlType.String)]);
            var column = Column("list", KqlType.Dynamic, true);
            var collected = new AggregateRelation(table, [column], [], [new Assignment(column, all)]);
            return Has(name, Text(left, list.Left.Span), [], [new BoundScalarQuery(collected, new BoundColumn(column))], negated, list.Span);
        }

        if (item.Type == KqlType.Dynamic)
        {
            // Arrays in the table's column count by their elements.
            var listed = Column("list", KqlType.Dynamic, true);
            var all = new AggregateRelation(table, [listed], [], [new Assignment(listed, Apply(FunctionRegistry.Aggregate("make_list")![0], [item]))]);
            var text = Convert(left, KqlType.String);
            var test = Apply(FunctionRegistry.Scalar(name == "in~" ? "op:in_list~" : "op:in_list")![0], [new BoundScalarQuery(all, new BoundColumn(listed)), text]);
            return negated ? Not(test) : test;
        }

        if (left.Type == KqlType.Dynamic)
            left = Convert(left, item.Type == KqlType.Dynamic ? KqlType.String : item.Type.IsInteger() ? KqlType.Real : item.Type);
        if (item.Type == KqlType.Dynamic || left.Type != item.Type)
        {
            if (item.Type != KqlType.Dynamic && !(left.Type.IsNumber() && item.Type.IsNumber()) && !(left.Type == KqlType.String || item.Type == KqlType.String))
            {
                Report(list.Span, "KQL3001", $"{left.Type.Name()} and {item.Type.Name()} cannot be compared.");
                return new BoundError(KqlType.Bool);
            }

            if (!(left.Type.IsNumber() && item.Type.IsNumber()))
                (left, item) = (Convert(left, KqlType.String), Convert(item, KqlType.String));
        }

        if (name == "in~")
            (left, item) = (Fold(Convert(left, KqlType.String)), Fold(Convert(item, KqlType.String)));
        return new BoundInQuery(left, table, item, negated);
    }

    private static BoundExpression Has(string name, BoundExpression text, List<BoundExpression> items, List<BoundExpression> lists, bool negated, TextSpan span)
    {
        if (text is BoundError)
            return text;
        var tests = new List<BoundExpression>();
        foreach (var item in items)
            tests.Add(Apply(FunctionRegistry.Scalar("op:has")![0], [text, Convert(item, KqlType.String)]));
        foreach (var list in lists)
            tests.Add(Apply(FunctionRegistry.Scalar("op:" + name)![0], [text, list]));
        if (tests.Count == 0)
        {
            // An empty list: nothing is among its terms, and all of its terms are there.
            return new BoundLiteral(KqlType.Bool, (name == "has_all") != negated);
        }

        BoundExpression whole = tests.Count == 1 ? tests[0] : new BoundLogic(name == "has_all", tests);
        _ = span;
        return negated ? Not(whole) : whole;
    }

    private static List<BoundLiteral> Elements(string json)
    {
        using var document = Json.Document(json);
        var items = new List<BoundLiteral>();
        if (document is null)
            return items;
        Flatten(document.RootElement, items);
        return items;
    }

    /// <summary>Nested arrays count as one list of values (language reference, in operator).</summary>
    private static void Flatten(JsonElement value, List<BoundLiteral> items)
    {
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var element in value.EnumerateArray())
                Flatten(element, items);
        else
            items.Add(Literal(value));
    }

    private static BoundLiteral Literal(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new BoundLiteral(KqlType.Bool, element.GetBoolean()),
        JsonValueKind.Number when element.TryGetInt64(out var whole) => new BoundLiteral(KqlType.Long, whole),
        JsonValueKind.Number => new BoundLiteral(KqlType.Real, element.GetDouble()),
        JsonValueKind.Null => new BoundLiteral(KqlType.Dynamic, null),
        _ => new BoundLiteral(KqlType.String, Json.ScalarText(element)),
    };
}

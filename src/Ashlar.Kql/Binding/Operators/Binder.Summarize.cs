using System.Globalization;
using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private AggregateRelation Summarize(SummarizeSyntax summarize, Relation input, RowScope row)
    {
        var columns = new List<ColumnSymbol>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var unnamed = 0;
        var keys = new List<Assignment>();
        foreach (var (name, value, _) in Items(summarize.Keys, row, () => "Column" + (++unnamed).ToString(CultureInfo.InvariantCulture)))
        {
            var key = Detached(Unique(name, names), value);
            keys.Add(new Assignment(key, value));
            columns.Add(key);
        }

        var aggregates = new List<Assignment>();
        var inside = row with { Aggregates = true, Keys = [.. keys.Select(k => k.Value).OfType<BoundColumn>().Select(k => k.Column)] };
        foreach (var item in summarize.Aggregates)
        {
            foreach (var (name, value) in Aggregates(item, inside, ref unnamed))
            {
                var column = value is BoundPicked picked && picked.Of == picked.Field.Type
                    ? new ColumnSymbol(++_columns, Unique(name, names), value.Type) { Nullable = value.Nullable && value.Type != KqlType.String, Origins = picked.Field.Origins }
                    : Passed(Unique(name, names), value);
                aggregates.Add(new Assignment(column, value));
                columns.Add(column);
            }
        }

        return new AggregateRelation(input, columns, keys, aggregates);
    }

    /// <summary>take_any, min and max give a value of the column itself, so what is read below it goes on.</summary>
    private ColumnSymbol Passed(string name, BoundExpression value) =>
        value is BoundCall { Function.Name: "take_any", Arguments: [var inner] }
            ? new ColumnSymbol(++_columns, name, value.Type) { Nullable = value.Type != KqlType.String, Origins = Lineage.Origins(inner) }
            : Column(name, value.Type, value.Nullable);

    private static string Unique(string name, HashSet<string> names)
    {
        var unique = name;
        for (var i = 1; !names.Add(unique); i++)
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    private List<(string Name, BoundExpression Value)> Aggregates(Expression item, RowScope row, ref int unnamed)
    {
        var (given, syntax) = Split(item);
        if (syntax is CallExpression call)
        {
            switch (FunctionAliases.Canonical(call.Name))
            {
                case "arg_max" or "arg_min":
                    return Picks(call, given, row);
                case "percentiles" or "percentilesw" when given.Count != 1 || call.Arguments.Count > 2:
                    return Percentiles(call, given, row);
                case "take_any" when call.Arguments is [PatternExpression]:
                    return [.. row.Columns.Except(row.Keys).Select(c => (c.Name, Apply(FunctionRegistry.Aggregate("take_any")![0], [new BoundColumn(c)])))];
                case "take_any" when call.Arguments.Count > 1:
                    return [.. call.Arguments.Select((a, i) => (i < given.Count ? given[i].Name : AutoNames.Of(a) ?? "any_", Scalar(call with { Arguments = [a] }, row)))];
            }

            if (given.Count == 0 && FunctionRegistry.Aggregate(FunctionAliases.Canonical(call.Name)) is not null)
                return [(AutoNames.OfAggregate(call), Scalar(call, row))];
        }

        var value = Scalar(syntax, row);
        if (value is not BoundError && !HasAggregate(value))
            Report(item.Span, "KQL3015", "summarize needs an aggregate here.", "Columns to group by stand after 'by'.");
        return [(given.Count > 0 ? given[0].Name : AutoNames.Of(syntax) ?? "Column" + (++unnamed).ToString(CultureInfo.InvariantCulture), value)];
    }

    internal static bool HasAggregate(BoundExpression value) => value switch
    {
        BoundCall call => call.Function.Has(FunctionTraits.Aggregate) || call.Arguments.Any(HasAggregate),
        BoundPicked => true,
        BoundPath path => HasAggregate(path.Target),
        BoundIndex index => HasAggregate(index.Target) || HasAggregate(index.Index),
        BoundConvert convert => HasAggregate(convert.Operand),
        BoundCompare compare => HasAggregate(compare.Left) || HasAggregate(compare.Right),
        BoundLogic logic => logic.Operands.Any(HasAggregate),
        BoundIn list => HasAggregate(list.Value) || list.Items.Any(HasAggregate),
        BoundInQuery query => HasAggregate(query.Value),
        _ => false,
    };

    private List<(string, BoundExpression)> Picks(CallExpression call, IReadOnlyList<NameExpression> given, RowScope row)
    {
        var result = new List<(string, BoundExpression)>();
        if (call.Arguments.Count == 0)
        {
            Report(call.Span, "KQL3002", $"'{call.Name}' takes at least one argument.");
            return result;
        }

        var inner = row with { InAggregate = true };
        var by = Scalar(Split(call.Arguments[0]).Value, inner);
        if (by is BoundError)
            return [(given.Count > 0 ? given[0].Name : "Column1", by)];
        var fields = new List<(string Name, BoundExpression Value)> { (given.Count > 0 ? given[0].Name : AutoNames.Of(call.Arguments[0]) ?? (call.Name.EndsWith("min", StringComparison.Ordinal) ? "min_" : "max_"), by) };
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            if (call.Arguments[i] is PatternExpression)
            {
                foreach (var column in row.Columns)
                    if ((by is not BoundColumn first || first.Column != column) && !row.Keys.Contains(column))
                        fields.Add((column.Name, new BoundColumn(column)));
                continue;
            }

            fields.Add((i < given.Count ? given[i].Name : AutoNames.Of(call.Arguments[i]) ?? "Column" + i.ToString(CultureInfo.InvariantCulture), Scalar(Split(call.Arguments[i]).Value, inner)));
        }

        var name = FunctionAliases.Canonical(call.Name);
        var ordered = Orderable(by);
        foreach (var (fieldName, value) in fields)
        {
            var symbol = Column(fieldName, value);
            var pick = new BoundCall(FunctionRegistry.Aggregate(name)![0], [ordered, value], value.Type, true);
            result.Add((fieldName, new BoundPicked(pick, symbol, value.Type)));
        }

        return result;
    }

    private List<(string, BoundExpression)> Percentiles(CallExpression call, IReadOnlyList<NameExpression> given, RowScope row)
    {
        var weighted = call.Name.EndsWith('w');
        var first = weighted ? 2 : 1;
        var one = weighted ? "percentilew" : "percentile";
        var result = new List<(string, BoundExpression)>();
        for (var i = first; i < call.Arguments.Count; i++)
        {
            var name = i - first < given.Count ? given[i - first].Name
                : $"percentile_{AutoNames.Of(call.Arguments[0])}_{(call.Arguments[i] is LiteralExpression { Value: { } number } ? System.Convert.ToString(number, CultureInfo.InvariantCulture)!.Replace('.', '_') : i.ToString(CultureInfo.InvariantCulture))}";
            var arguments = weighted ? new[] { call.Arguments[0], call.Arguments[1], call.Arguments[i] } : [call.Arguments[0], call.Arguments[i]];
            result.Add((name, Scalar(new CallExpression(call.Span, one, call.NameSpan, arguments), row)));
        }

        if (result.Count == 0)
            Report(call.Span, "KQL3002", $"'{call.Name}' takes a value and at least one percentile.");
        return result;
    }

    private AggregateRelation Distinct(DistinctSyntax distinct, Relation input, RowScope row)
    {
        var keys = new List<Assignment>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var unnamed = 0;
        foreach (var (name, value, _) in Items(distinct.Items, row, () => "Column" + (++unnamed).ToString(CultureInfo.InvariantCulture)))
            keys.Add(new Assignment(Detached(Unique(name, names), value), value));
        return new AggregateRelation(input, [.. keys.Select(k => k.Column)], keys, []);
    }
}

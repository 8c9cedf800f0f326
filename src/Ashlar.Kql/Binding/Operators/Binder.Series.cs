using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>make-series as what it is: bins aggregated, then laid on the axis of each key.</summary>
    private Relation MakeSeries(MakeSeriesSyntax series, Relation input, RowScope row)
    {
        var on = Scalar(series.On, row);
        if (on is BoundError)
            return Broken;
        var stepType = on.Type == KqlType.DateTime ? KqlType.TimeSpan : on.Type;
        var step = Coerce(Scalar(series.Step, row with { Columns = [] }), stepType, series.Step.Span);
        if (series.From is null || series.To is null)
        {
            Report(series.Span, "KQL4005", "make-series needs 'from' and 'to' here.", "Write: on Time from start to end step 1h.");
            return Broken;
        }

        var from = Coerce(Scalar(series.From, row with { Columns = [] }), on.Type, series.From.Span);
        var to = Coerce(Scalar(series.To, row with { Columns = [] }), on.Type, series.To.Span);
        if (from is BoundError || to is BoundError || step is BoundError)
            return Broken;
        var inRange = new BoundLogic(true, [Compare(">=", on, from, series.On.Span), Compare("<", on, to, series.On.Span)]);
        Relation filtered = new FilterRelation(input, inRange) { Limits = input.Limits ?? input as ScanRelation };
        var slotValue = Apply(FunctionRegistry.Scalar("op:slot")!.First(f => f.Parameters[0].Kind == (on.Type == KqlType.Real ? ParameterKind.Real : ParameterKind.Any)), [on, from, step]);
        var slot = Column("slot", KqlType.Long, true);
        var keys = new List<Assignment>();
        var unnamed = 0;
        foreach (var (name, value, _) in Items(series.Keys, row, () => "Column" + (++unnamed).ToString(System.Globalization.CultureInfo.InvariantCulture)))
            keys.Add(new Assignment(Detached(name, value), value));
        var cells = new List<Assignment>();
        foreach (var item in series.Items)
        {
            var value = Scalar(item.Aggregate, row with { Aggregates = true });
            cells.Add(new Assignment(Column(item.Name ?? (item.Aggregate is CallExpression call ? AutoNames.OfAggregate(call) : "Column1"), value.Type, true), value));
        }

        if (cells.Any(c => c.Value is BoundError))
            return Broken;
        var binned = new AggregateRelation(filtered, [.. keys.Select(k => k.Column), slot, .. cells.Select(c => c.Column)], [.. keys, new Assignment(slot, slotValue)], cells);
        return Laid(series, binned, keys, slot, cells, on.Type, from, to, step);
    }

    private ComputeRelation Laid(MakeSeriesSyntax series, AggregateRelation binned, List<Assignment> keys, ColumnSymbol slot, List<Assignment> cells, KqlType axisType, BoundExpression from, BoundExpression to, BoundExpression step)
    {
        var outKeys = keys.Select(k => new Assignment(Detached(k.Column.Name, new BoundColumn(k.Column)), new BoundColumn(k.Column))).ToList();
        var gathered = new List<Assignment>();
        var laid = new List<Assignment>();
        var slotFrom = axisType == KqlType.Real ? "op:slots_real" : "op:slots";
        var count = Apply(FunctionRegistry.Scalar(slotFrom)![0], [from, to, step]);
        for (var i = 0; i < cells.Count; i++)
        {
            var filler = series.Items[i].Default is { } given ? Scalar(given, RowScope.None(new Scope(null))) : new BoundLiteral(KqlType.Long, 0L);
            var bag = Column(cells[i].Column.Name, KqlType.Dynamic, true);
            gathered.Add(new Assignment(bag, Apply(FunctionRegistry.Aggregate("op:gather")![0], [new BoundColumn(slot), Convert(new BoundColumn(cells[i].Column), KqlType.Dynamic)])));
            var line = Apply(FunctionRegistry.Scalar("op:lay")![0], [new BoundColumn(bag), count, Convert(filler, KqlType.Dynamic)]);
            laid.Add(new Assignment(Column(cells[i].Column.Name, line), line));
        }

        var grouped = new AggregateRelation(binned, [.. outKeys.Select(k => k.Column), .. gathered.Select(g => g.Column)], outKeys, gathered);
        var last = Apply(FunctionRegistry.Scalar(axisType == KqlType.DateTime ? "op:axis_datetime" : axisType == KqlType.TimeSpan ? "op:axis_timespan" : axisType == KqlType.Real ? "op:axis_real" : "op:axis_long")![0], [from, step, count]);
        var axis = Column(AutoNames.Of(series.On) ?? "Column1", last);
        return new ComputeRelation(grouped, [.. outKeys.Select(k => k.Column), .. laid.Select(l => l.Column), axis], [.. laid, new Assignment(axis, last)]);
    }

    private Relation TopNested(TopNestedSyntax nested, Relation input, RowScope row)
    {
        if (nested.Levels.Count != 1 || nested.Levels[0].Others is not null || nested.Levels[0].Count is null)
        {
            Report(nested.Span, "KQL4003", "top-nested is supported with one counted level and without 'others'.", "Use summarize and top.");
            return Broken;
        }

        var level = nested.Levels[0];
        var key = new SummarizeSyntax(nested.Span,
            [level.AggregateName is null ? new NamedExpression(level.Span, [new NameExpression(level.Span, "aggregated_" + (level.Name ?? AutoNames.Of(level.Key) ?? ""))], level.Aggregate) : new NamedExpression(level.Span, [new NameExpression(level.Span, level.AggregateName)], level.Aggregate)],
            [level.Name is null ? level.Key : new NamedExpression(level.Span, [new NameExpression(level.Span, level.Name)], level.Key)]);
        var summarized = Summarize(key, input, row);
        if (summarized.Columns.Count < 2)
            return Broken;
        var sorted = new SortRelation(summarized, [new OrderKey(new BoundColumn(summarized.Columns[1]), level.Ascending, level.Ascending)]);
        return new TakeRelation(sorted, RowCount(level.Count!, row)) { Serialized = true };
    }
}

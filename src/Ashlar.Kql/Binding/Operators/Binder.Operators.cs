using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private Relation Operator(OperatorSyntax syntax, Relation input, Scope scope)
    {
        var row = new RowScope(scope, input.Columns) { Serialized = input.Serialized };
        return syntax switch
        {
            WhereSyntax where => Where(where, input, row),
            ExtendSyntax extend => Extend(extend.Items, input, row, input.Serialized),
            SerializeSyntax serialize => Extend(serialize.Items, input, row with { Serialized = true }, true),
            ProjectSyntax project => Project(project, input, row),
            PickSyntax pick => Pick(pick, input, row),
            RenameSyntax rename => Rename(rename, input),
            SummarizeSyntax summarize => Summarize(summarize, input, row),
            DistinctSyntax distinct => Distinct(distinct, input, row),
            SortSyntax sort => new SortRelation(input, SortKeys(sort.Keys, row)) { Limits = input.Limits ?? input as ScanRelation, Serialized = true },
            TopSyntax top => new TakeRelation(new SortRelation(input, SortKeys(top.Keys, row)), RowCount(top.Count, row)) { Serialized = true },
            TakeSyntax take => new TakeRelation(input, RowCount(take.Count, row)),
            SampleSyntax sample => Sample(sample, input, row),
            CountSyntax => Count(input),
            UnionSyntax union => Union(union, input, scope),
            JoinSyntax join => Join(join, input, scope),
            ExpandSyntax expand => Expand(expand, input, row),
            ApplySyntax apply => MvApply(apply, input, row),
            ParseSyntax parse => Parse(parse, input, row),
            ParseKvSyntax parse => ParseKv(parse, input, row),
            SearchSyntax search => Search(search, input, row),
            MakeSeriesSyntax series => MakeSeries(series, input, row),
            TopNestedSyntax nested => TopNested(nested, input, row),
            EvaluateSyntax evaluate => Evaluate(evaluate, input, row),
            RenderSyntax => input,
            RefusedSyntax => Broken,
            PrintSyntax or RangeSyntax => Misplaced(syntax),
            _ => Misplaced(syntax),
        };
    }

    private Relation Misplaced(OperatorSyntax syntax)
    {
        Report(syntax.Span, "KQL1007", "This operator can only start a query.");
        return Broken;
    }

    private Relation Head(OperatorSyntax syntax, Scope scope)
    {
        switch (syntax)
        {
            case PrintSyntax print:
                return Print(print, scope);
            case RangeSyntax range:
                return Range(range, scope);
            case UnionSyntax union:
                return Union(union, null, scope);
            case SearchSyntax search:
                return SearchTables(search, scope);
            case RefusedSyntax:
                return Broken;
            default:
                Report(syntax.Span, "KQL1007", "This operator needs a table before it.");
                return Broken;
        }
    }

    private FilterRelation Where(WhereSyntax where, Relation input, RowScope row)
    {
        var predicate = Condition(where.Predicate, row);
        var limits = input.Limits ?? input as ScanRelation;
        if (limits is not null && predicate is not BoundError)
            TypeLimits.Apply(limits, predicate);
        return new FilterRelation(input, predicate) { Limits = limits, Serialized = input.Serialized };
    }

    private RowsRelation Print(PrintSyntax print, Scope scope)
    {
        var columns = new List<ColumnSymbol>();
        var values = new List<BoundExpression>();
        foreach (var item in print.Items)
        {
            var (names, value) = Split(item);
            if (names.Count != 1 && (names.Count > 1 || value is CallExpression { Name: "array_sort_asc" or "array_sort_desc" }))
            {
                foreach (var (name, part, _) in Items([item], RowScope.None(scope), () => "print_" + columns.Count))
                {
                    values.Add(part);
                    columns.Add(Column(name, part));
                }

                continue;
            }

            var bound = Scalar(value, RowScope.None(scope));
            values.Add(bound);
            columns.Add(Column(names.Count > 0 ? names[0].Name : "print_" + columns.Count, bound));
        }

        return new RowsRelation(columns, [values]);
    }

    private RangeRelation Range(RangeSyntax range, Scope scope)
    {
        var none = RowScope.None(scope);
        var from = Scalar(range.From, none);
        var to = Scalar(range.To, none);
        var step = Scalar(range.Step, none);
        var type = from.Type == KqlType.DateTime || to.Type == KqlType.DateTime ? KqlType.DateTime
            : from.Type == KqlType.TimeSpan ? KqlType.TimeSpan
            : from.Type == KqlType.Real || to.Type == KqlType.Real || step.Type == KqlType.Real ? KqlType.Real : KqlType.Long;
        var stepType = type == KqlType.DateTime ? KqlType.TimeSpan : type;
        return new RangeRelation(Column(range.Name, type, false), Coerce(from, type, range.From.Span), Coerce(to, type, range.To.Span), Coerce(step, stepType, range.Step.Span));
    }

    private BoundExpression RowCount(Expression count, RowScope row)
    {
        var value = Coerce(Scalar(count, row with { Columns = [] }), KqlType.Long, count.Span);
        if (value is BoundLiteral { Value: long and < 0 })
            Report(count.Span, "KQL3013", "A number of rows is not negative.");
        return value;
    }

    private TakeRelation Sample(SampleSyntax sample, Relation input, RowScope row)
    {
        if (sample.Distinct is not null)
            input = Distinct(new DistinctSyntax(sample.Span, [sample.Distinct]), input, row);
        return new TakeRelation(input, RowCount(sample.Count, row));
    }

    private AggregateRelation Count(Relation input)
    {
        var column = Column("Count", KqlType.Long, false);
        var count = Apply(Functions.FunctionRegistry.Aggregate("count")![0], []);
        return new AggregateRelation(input, [column], [], [new Assignment(column, count)]);
    }

    private List<OrderKey> SortKeys(IReadOnlyList<SortKey> keys, RowScope row)
    {
        var bound = new List<OrderKey>();
        foreach (var key in keys)
        {
            var value = Scalar(key.Key is NamedExpression named ? named.Value : key.Key, row);
            bound.Add(new OrderKey(Orderable(value), key.Ascending, key.NullsFirst));
        }

        return bound;
    }

    /// <summary>A dynamic as what sorts as its value does.</summary>
    private static BoundExpression Orderable(BoundExpression value) =>
        value.Type == KqlType.Dynamic && value is not BoundError ? Apply(FunctionRegistry.Scalar("op:order")![0], [value]) : value;

    private static (IReadOnlyList<NameExpression> Names, Expression Value) Split(Expression item) =>
        item is NamedExpression named ? (named.Names, named.Value) : ([], item);
}

using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private Relation Expand(ExpandSyntax expand, Relation input, RowScope row)
    {
        var columns = input.Columns.ToList();
        var elements = new List<Expansion>();
        var typed = new List<Assignment>();
        if (!Elements(expand.Items, row, columns, elements, typed))
            return Broken;
        ColumnSymbol? index = null;
        if (expand.IndexName is not null)
            Set(columns, index = Column(expand.IndexName, KqlType.Long, false));
        var limit = expand.Limit is null ? expand.Old ? new BoundLiteral(KqlType.Long, 128L) : null : RowCount(expand.Limit, row);
        var limits = input.Limits ?? input as ScanRelation;
        var raw = new ExpandRelation(input, columns, elements, index, limit, expand.ArrayKind) { Limits = limits, Serialized = input.Serialized };
        return Typed(raw, columns, typed, limits, input.Serialized);
    }

    private static ComputeRelation Typed(Relation raw, List<ColumnSymbol> columns, List<Assignment> typed, ScanRelation? limits, bool serialized)
    {
        var visible = columns.ToList();
        foreach (var assignment in typed)
        {
            var from = ((assignment.Value as BoundConvert)?.Operand as BoundColumn)!.Column;
            visible[visible.IndexOf(from)] = assignment.Column;
        }

        return new ComputeRelation(raw, visible, typed) { Limits = limits, Serialized = serialized };
    }

    private bool Elements(IReadOnlyList<ExpandItem> items, RowScope row, List<ColumnSymbol> columns, List<Expansion> elements, List<Assignment> typed)
    {
        foreach (var item in items)
        {
            var value = Scalar(item.Value, row);
            if (value is BoundError)
                return false;
            if (value.Type != KqlType.Dynamic)
            {
                if (value.Type != KqlType.String)
                {
                    Report(item.Span, "KQL3003", $"Only a dynamic can be expanded, not {value.Type.Name()}.");
                    return false;
                }

                Report(item.Span, "KQL3003", "Only a dynamic can be expanded, not string.", "Read JSON text with parse_json() first.");
                return false;
            }

            var name = item.Name ?? AutoNames.Of(item.Value) ?? "Column1";
            if (item.Name is null && item.Value is NameExpression && value is BoundColumn real)
                name = real.Column.Name;
            if (elements.Exists(e => e.Element.Name == name))
            {
                Report(item.Span, "KQL2004", $"The column '{name}' is given twice.");
                return false;
            }

            var origins = Lineage.Origins(value).Select(o => o with { Path = o.Path + "[]" }).ToList();
            var element = new ColumnSymbol(++_columns, name, KqlType.Dynamic) { Origins = origins };
            elements.Add(new Expansion(element, value));
            Set(columns, element);
            if (item.Type is { } type and not KqlType.Dynamic)
                typed.Add(new Assignment(Column(name, type, true), new BoundConvert(new BoundColumn(element), type)));
        }

        return true;
    }

    private static void Set(List<ColumnSymbol> columns, ColumnSymbol column)
    {
        var at = columns.FindIndex(c => c.Name == column.Name);
        if (at >= 0)
            columns[at] = column;
        else
            columns.Add(column);
    }

    private Relation MvApply(ApplySyntax apply, Relation input, RowScope row)
    {
        var columns = input.Columns.ToList();
        var elements = new List<Expansion>();
        var typed = new List<Assignment>();
        if (!Elements(apply.Items, row, columns, elements, typed))
            return Broken;
        ColumnSymbol? index = null;
        if (apply.IndexName is not null)
            Set(columns, index = Column(apply.IndexName, KqlType.Long, false));
        var raw = new ElementsRelation(columns, elements, index, apply.Limit is null ? null : RowCount(apply.Limit, row)) { Serialized = true };
        Relation body = Typed(raw, columns, typed, null, true);
        foreach (var operation in apply.Body)
        {
            if (ReferenceEquals(body, Broken))
                return Broken;
            body = Operator(operation, body, row.Lets);
        }

        // Outer columns that the body keeps are the same objects; what it makes is added, and an expanded column stands for the one it came from.
        var names = new HashSet<string>(body.Columns.Select(c => c.Name), StringComparer.Ordinal);
        var output = input.Columns.Where(c => !names.Contains(c.Name)).Concat(body.Columns).ToList();
        return new ApplyRelation(input, body, output);
    }

    private Relation Evaluate(EvaluateSyntax evaluate, Relation input, RowScope row)
    {
        if (evaluate.Call.Name == "bag_unpack" && evaluate.Schema is not null && evaluate.Call.Arguments.Count > 0)
        {
            var bag = Scalar(evaluate.Call.Arguments[0], row);
            if (bag is BoundError || bag.Type != KqlType.Dynamic)
                return Broken;
            var columns = new List<ColumnSymbol>();
            var assignments = new List<Assignment>();
            foreach (var column in evaluate.Schema)
            {
                if (FindColumn(column.Name, input.Columns) is { } same && !(bag is BoundColumn own && own.Column == same))
                {
                    columns.Add(same);
                    continue;
                }

                var value = Convert(Step(bag, new PathStep(column.Name, 0), column.Span), column.Type ?? KqlType.Dynamic);
                var added = Column(column.Name, value);
                assignments.Add(new Assignment(added, value));
                columns.Add(added);
            }

            return new ComputeRelation(input, columns, assignments) { Limits = input.Limits ?? input as ScanRelation, Serialized = input.Serialized };
        }

        Report(evaluate.Span, "KQL4003", $"The plugin '{evaluate.Call.Name}' is not supported{(evaluate.Call.Name == "bag_unpack" ? " without a stated result" : "")}.", RefusedFunctions.WhyPlugin(evaluate.Call.Name));
        return Broken;
    }
}

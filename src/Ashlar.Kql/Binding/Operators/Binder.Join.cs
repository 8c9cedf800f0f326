using System.Globalization;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private static readonly Dictionary<string, JoinKind> JoinKinds = new(StringComparer.Ordinal)
    {
        ["inner"] = JoinKind.Inner,
        ["innerunique"] = JoinKind.InnerUnique,
        ["leftouter"] = JoinKind.LeftOuter,
        ["rightouter"] = JoinKind.RightOuter,
        ["fullouter"] = JoinKind.FullOuter,
        ["leftsemi"] = JoinKind.LeftSemi,
        ["rightsemi"] = JoinKind.RightSemi,
        ["leftanti"] = JoinKind.LeftAnti,
        ["anti"] = JoinKind.LeftAnti,
        ["leftantisemi"] = JoinKind.LeftAnti,
        ["rightanti"] = JoinKind.RightAnti,
        ["rightantisemi"] = JoinKind.RightAnti,
    };

    private Relation Join(JoinSyntax join, Relation left, Scope scope)
    {
        var right = Table(join.Right, scope);
        if (ReferenceEquals(right, Broken))
            return Broken;
        if (!JoinKinds.TryGetValue(join.Kind, out var kind))
        {
            Report(join.KindSpan, "KQL3016", $"There is no join kind '{join.Kind}'.", Near(join.Kind, JoinKinds.Keys) ?? "Kinds: " + string.Join(", ", JoinKinds.Keys) + ".");
            return Broken;
        }

        if (join.IsLookup && kind is not (JoinKind.LeftOuter or JoinKind.Inner))
            Report(join.KindSpan, "KQL3016", "lookup is leftouter or inner.");
        if (join.On.Count == 0)
            Report(join.Span, "KQL3017", "The join has no 'on'.", "Write: on Key, or on $left.a == $right.b.");
        var on = new List<(BoundExpression, BoundExpression)>();
        var rightKeys = new HashSet<ColumnSymbol>();
        foreach (var condition in join.On)
            On(condition, left, right, scope, on, rightKeys);
        return Joined(join, kind, left, right, on, rightKeys);
    }

    private void On(Expression condition, Relation left, Relation right, Scope scope, List<(BoundExpression, BoundExpression)> on, HashSet<ColumnSymbol> rightKeys)
    {
        switch (condition)
        {
            case BinaryExpression { Operator: "and" } both:
                On(both.Left, left, right, scope, on, rightKeys);
                On(both.Right, left, right, scope, on, rightKeys);
                return;
            case NameExpression name:
                var l = FindColumn(name.Name, left.Columns);
                var r = FindColumn(name.Name, right.Columns);
                if (l is null)
                    Report(name.Span, "KQL2003", $"There is no column '{name.Name}' on the left side.", Near(name.Name, left.Columns.Select(c => c.Name)));
                if (r is null)
                    Report(name.Span, "KQL2003", $"There is no column '{name.Name}' on the right side.", Near(name.Name, right.Columns.Select(c => c.Name)));
                if (l is not null && r is not null)
                    Add(new BoundColumn(l), new BoundColumn(r), name.Span);
                return;
            case BinaryExpression { Operator: "==" } equal:
                var row = new RowScope(scope, left.Columns) { Right = right.Columns };
                var a = Scalar(equal.Left, row);
                var b = Scalar(equal.Right, row);
                if (a is BoundError || b is BoundError)
                    return;
                var swapped = Mentions(a, right) || Mentions(b, left);
                if ((swapped && (Mentions(a, left) || Mentions(b, right))) || !(Mentions(a, left) || Mentions(a, right)) || !(Mentions(b, left) || Mentions(b, right)))
                {
                    Report(equal.Span, "KQL3018", "A join condition compares a column of $left with one of $right.");
                    return;
                }

                Add(swapped ? b : a, swapped ? a : b, equal.Span);
                return;
            default:
                Report(condition.Span, "KQL3018", "A join condition is the name of a column of both sides, or $left.a == $right.b.");
                return;
        }

        void Add(BoundExpression a, BoundExpression b, TextSpan span)
        {
            if (b is BoundColumn key)
                rightKeys.Add(key.Column);
            if (Compare("==", a, b, span) is BoundCompare compare)
                on.Add((compare.Left, compare.Right));
        }
    }

    private static bool Mentions(BoundExpression value, Relation side) => value switch
    {
        BoundColumn column => side.Columns.Contains(column.Column) || (column.Column.Alias is { } alias && side.Columns.Any(c => c.Alias?.Scan == alias.Scan)),
        BoundPath path => Mentions(path.Target, side),
        BoundIndex index => Mentions(index.Target, side) || Mentions(index.Index, side),
        BoundConvert convert => Mentions(convert.Operand, side),
        BoundCall call => call.Arguments.Any(a => Mentions(a, side)),
        _ => false,
    };

    private JoinRelation Joined(JoinSyntax join, JoinKind kind, Relation left, Relation right, List<(BoundExpression, BoundExpression)> on, HashSet<ColumnSymbol> rightKeys)
    {
        var columns = new List<ColumnSymbol>();
        var mapped = new Dictionary<ColumnSymbol, ColumnSymbol>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (kind is not (JoinKind.RightSemi or JoinKind.RightAnti))
            foreach (var column in left.Columns)
                columns.Add(Output(column, Unique(column.Name, names), kind is JoinKind.RightOuter or JoinKind.FullOuter));
        if (kind is not (JoinKind.LeftSemi or JoinKind.LeftAnti))
            foreach (var column in right.Columns)
                if (!(join.IsLookup && rightKeys.Contains(column)))
                    columns.Add(Output(column, Unique(column.Name, names), kind is JoinKind.LeftOuter or JoinKind.FullOuter));
        return new JoinRelation(kind, left, right, on, columns, mapped);

        ColumnSymbol Output(ColumnSymbol column, string name, bool mayBeAbsent)
        {
            if (!mayBeAbsent && column.Name == name)
                return column;
            var output = new ColumnSymbol(++_columns, name, column.Type) { Nullable = (mayBeAbsent || column.Nullable) && column.Type != KqlType.String, Origins = column.Origins, Alias = column.Type == KqlType.String && mayBeAbsent ? null : column.Alias };
            mapped[output] = column;
            return output;
        }
    }

    private Relation Union(UnionSyntax union, Relation? first, Scope scope)
    {
        var inputs = new List<(Relation Relation, string Name)>();
        if (first is not null)
            inputs.Add((first, "union_arg0"));
        foreach (var table in union.Tables)
        {
            if (table is PatternExpression pattern)
            {
                var start = pattern.Pattern.TrimEnd('*');
                inputs.AddRange(catalog.Tables.Where(t => t.Name.StartsWith(start, StringComparison.Ordinal)).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => ((Relation)Scan(t), t.Name)));
                continue;
            }

            if (union.Fuzzy && table is NameExpression maybe && scope.Find(maybe.Name) is null && catalog.Find(maybe.Name, options.Dialect) is null)
                continue;
            var relation = Table(table, scope);
            if (ReferenceEquals(relation, Broken))
                return Broken;
            inputs.Add((relation, table is NameExpression name ? name.Name : table is PipeExpression { Operators: [.., AsSyntax alias] } ? alias.Name : "union_arg" + inputs.Count.ToString(CultureInfo.InvariantCulture)));
        }

        if (inputs.Count == 0)
        {
            Report(union.Span, "KQL2001", "None of the tables of the union is there.");
            return Broken;
        }

        return Unite(inputs, union.SourceColumn, union.Inner);
    }

    private UnionRelation Unite(List<(Relation Relation, string Name)> inputs, string? sourceColumn, bool inner)
    {
        // Columns of one name and different types stay apart, side by side: x_long, x_string.
        var slots = inputs.SelectMany(i => i.Relation.Columns).Select(c => (c.Name, c.Type)).Distinct()
            .GroupBy(s => s.Name, StringComparer.Ordinal).SelectMany(g => g).ToList();
        if (inner)
            slots.RemoveAll(s => !inputs.All(i => i.Relation.Columns.Any(c => c.Name == s.Name && c.Type == s.Type)));
        var columns = new List<ColumnSymbol>();
        var sources = inputs.Select(_ => new List<BoundExpression>()).ToList();
        if (sourceColumn is not null)
        {
            columns.Add(Column(sourceColumn, KqlType.String, false));
            for (var i = 0; i < inputs.Count; i++)
                sources[i].Add(new BoundLiteral(KqlType.String, inputs[i].Name));
        }

        // What keeps its name goes first; a made-up name gives way.
        var names = new HashSet<string>(slots.Select(s => s.Name).Where(n => slots.Count(s => s.Name == n) == 1), StringComparer.Ordinal);
        foreach (var (name, type) in slots)
        {
            var output = slots.Count(s => s.Name == name) > 1 ? Unique(name + "_" + type.Name(), names) : name;
            var origins = new List<Origin>();
            var nullable = false;
            for (var i = 0; i < inputs.Count; i++)
            {
                var column = inputs[i].Relation.Columns.FirstOrDefault(c => c.Name == name && c.Type == type);
                sources[i].Add(column is null ? new BoundLiteral(type, type == KqlType.String ? "" : null) : new BoundColumn(column));
                nullable |= column is null || column.Nullable;
                if (column is not null)
                    origins.AddRange(column.Origins);
            }

            columns.Add(new ColumnSymbol(++_columns, output, type) { Nullable = nullable && type != KqlType.String, Origins = origins });
        }

        return new UnionRelation([.. inputs.Select(i => i.Relation)], columns, sources);
    }
}

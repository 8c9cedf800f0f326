using Ashlar.Kql.Binding;

namespace Ashlar.Kql.Translation;

internal sealed partial class Translator
{
    private Select Join(JoinRelation join, HashSet<ColumnSymbol> needed)
    {
        var below = new HashSet<ColumnSymbol>(needed);
        foreach (var (output, input) in join.Mapped)
            if (below.Remove(output))
                below.Add(input);
        var leftKeys = join.On.Select(o => o.Left).ToList();
        var rightKeys = join.On.Select(o => o.Right).ToList();
        var all = Plus(Plus(below, leftKeys), rightKeys);
        var left = Side(From(join.Left, all), all, leftKeys);
        var right = Side(From(join.Right, all), all, rightKeys);
        var leftEmitter = new Emitter(this, left);
        var rightEmitter = new Emitter(this, right);
        if (join.Kind == JoinKind.InnerUnique && left.Columns.Count > 0)
        {
            left.DistinctOn = [.. leftKeys.Select(k => (Sql: leftEmitter.Emit(k), k.Type)).Select(k => Sql.IsConstant(k.Sql) ? "CAST(" + k.Sql + " AS " + Sql.Type(k.Type) + ")" : k.Sql)];
            left = Wrap(left, all);
            leftEmitter = new Emitter(this, left);
        }

        var on = string.Join(" AND ", join.On.Select(o => leftEmitter.Emit(o.Left) + " = " + rightEmitter.Emit(o.Right)));
        var columns = new Dictionary<ColumnSymbol, string>();
        var absentLeft = join.Kind is JoinKind.RightOuter or JoinKind.FullOuter;
        var absentRight = join.Kind is JoinKind.LeftOuter or JoinKind.FullOuter;
        if (join.Kind is not (JoinKind.RightSemi or JoinKind.RightAnti))
            Take(left, absentLeft);
        if (join.Kind is not (JoinKind.LeftSemi or JoinKind.LeftAnti))
            Take(right, absentRight);
        foreach (var (output, input) in join.Mapped)
            if (columns.TryGetValue(input, out var sql))
                columns[output] = sql;
        var from = join.Kind switch
        {
            JoinKind.RightSemi => right.From + " SEMI JOIN " + left.From,
            JoinKind.RightAnti => right.From + " ANTI JOIN " + left.From,
            JoinKind.LeftSemi => left.From + " SEMI JOIN " + right.From,
            JoinKind.LeftAnti => left.From + " ANTI JOIN " + right.From,
            JoinKind.LeftOuter => left.From + " LEFT JOIN " + right.From,
            JoinKind.RightOuter => left.From + " RIGHT JOIN " + right.From,
            JoinKind.FullOuter => left.From + " FULL JOIN " + right.From,
            _ => left.From + " JOIN " + right.From,
        };
        return new Select(from + " ON " + on) { Columns = columns };

        void Take(Select side, bool mayBeAbsent)
        {
            foreach (var (column, sql) in side.Columns)
                columns[column] = mayBeAbsent && column.Type == KqlType.String ? "coalesce(" + sql + ", '')" : sql;
        }
    }

    /// <summary>A side of a join: a bare table as it is, anything else in a SELECT of its own.</summary>
    private Select Side(Select side, HashSet<ColumnSymbol> needed, IEnumerable<BoundExpression> keys)
    {
        var plain = !side.Closed && side.Where.Count == 0 && side.Columns.Values.All(Sql.IsColumn) && !side.From.Contains(" JOIN ", StringComparison.Ordinal) && !side.From.Contains("LATERAL", StringComparison.Ordinal);
        _ = keys;
        if (!plain)
            side = Wrap(side, needed);
        side.Order = [];
        return side;
    }

    private Select Union(UnionRelation union, HashSet<ColumnSymbol> needed)
    {
        var outputs = union.Columns.Select((c, i) => (Column: c, Index: i)).Where(c => needed.Contains(c.Column)).ToList();
        var parts = new List<string>();
        for (var i = 0; i < union.Inputs.Count; i++)
        {
            var values = outputs.Select(o => union.Sources[i][o.Index]).ToList();
            var below = Plus([], values);
            var select = From(union.Inputs[i], below);
            if (select.GroupBy is not null)
                select = Wrap(select, below);
            var emitter = new Emitter(this, select);
            var items = new List<string>();
            for (var j = 0; j < outputs.Count; j++)
            {
                emitter.NoteReads = outputs[j].Column.Origins.Count == 0;
                var sql = emitter.Emit(values[j]);
                items.Add((i == 0 ? "CAST(" + sql + " AS " + Sql.Type(outputs[j].Column.Type) + ")" : sql) + " AS " + outputs[j].Column.SqlName);
            }

            var text = select.Render(items, select.Limit is not null);
            parts.Add(select.Limit is not null ? "(" + text + ")" : text);
        }

        var result = new Select("(" + string.Join(" UNION ALL ", parts) + ") AS " + Alias());
        foreach (var (column, _) in outputs)
            result.Columns[column] = column.SqlName;
        return result;
    }
}

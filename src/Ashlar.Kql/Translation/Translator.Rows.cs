using System.Globalization;
using System.Text;
using Ashlar.Kql.Binding;
using Ashlar.Kql.Functions;

namespace Ashlar.Kql.Translation;

internal sealed partial class Translator
{
    private Select Rows(RowsRelation rows, HashSet<ColumnSymbol> needed)
    {
        var columns = rows.Columns.Select((c, i) => (Column: c, Index: i)).Where(c => needed.Contains(c.Column)).ToList();
        var emitter = new Emitter(this, new Select(""));
        if (rows.Rows.Count == 1)
        {
            var only = new Select("(SELECT 1) AS " + Alias());
            foreach (var (column, index) in columns)
                only.Columns[column] = emitter.Emit(rows.Rows[0][index]);
            return only;
        }

        var alias = Alias();
        if (rows.Rows.Count == 0)
        {
            var none = new Select("(SELECT 1) AS " + alias) { Where = { "false" } };
            foreach (var (column, _) in columns)
                none.Columns[column] = Sql.Literal(column.Type, null);
            return none;
        }

        if (columns.Count == 0)
            return new Select("range(" + rows.Rows.Count.ToString(CultureInfo.InvariantCulture) + ") AS " + alias);
        var values = new StringBuilder("(VALUES ");
        for (var i = 0; i < rows.Rows.Count; i++)
        {
            values.Append(i == 0 ? "(" : ", (");
            for (var j = 0; j < columns.Count; j++)
            {
                var sql = emitter.Emit(rows.Rows[i][columns[j].Index]);
                values.Append(j == 0 ? "" : ", ").Append(i == 0 ? "CAST(" + sql + " AS " + Sql.Type(columns[j].Column.Type) + ")" : sql);
            }

            values.Append(')');
        }

        values.Append(") AS ").Append(alias).Append('(').AppendJoin(", ", columns.Select(c => c.Column.SqlName)).Append(')');
        var select = new Select(values.ToString());
        foreach (var (column, _) in columns)
            select.Columns[column] = column.SqlName;
        return select;
    }

    private Select Range(RangeRelation range)
    {
        var emitter = new Emitter(this, new Select(""));
        var column = range.Columns[0];
        var from = emitter.Emit(range.From);
        var step = emitter.Emit(range.Step);
        var alias = Alias();
        var count = "k_range_count(CAST(" + from + " AS DOUBLE), CAST(" + emitter.Emit(range.To) + " AS DOUBLE), CAST(" + step + " AS DOUBLE))";
        if (column.Type != KqlType.Real)
            count = "k_range_length(CAST(" + from + " AS BIGINT), CAST(" + emitter.Emit(range.To) + " AS BIGINT), CAST(" + step + " AS BIGINT))";
        // As a source of its own a range streams; within a list DuckDB would lay all of it out first. Bounds that only a query knows come in beside it, and the join loses the order.
        var select = new Select(Constant(range.From) && Constant(range.To) && Constant(range.Step)
            ? "(SELECT CAST(range AS BIGINT) AS i FROM range(CAST(coalesce(" + count + ", 0) AS BIGINT))) AS " + alias
            : "(SELECT CAST(r.range AS BIGINT) AS i FROM (SELECT CAST(coalesce(" + count + ", 0) AS BIGINT) AS n) AS c, range(c.n) AS r ORDER BY i) AS " + alias);
        select.Columns[column] = column.Type == KqlType.Real ? "(" + from + " + " + alias + ".i * " + step + ")" : "CAST(" + from + " + " + alias + ".i * " + step + " AS BIGINT)";
        return select;
    }

    private static bool Constant(BoundExpression value) =>
        value is BoundLiteral || (value is BoundCall call && !call.Function.Has(FunctionTraits.Volatile) && call.Arguments.All(Constant));

    private static string ListOf(string value, bool arrayKind)
    {
        // A bag gives a bag a property, an array its elements, anything else itself; null gives one null row, an empty array none.
        return "(CASE json_type(" + value + ") WHEN 'ARRAY' THEN CAST(json_extract(" + value + ", '$[*]') AS VARCHAR[]) WHEN 'OBJECT' THEN CAST(json_extract(k_bag_items(" + value + ", " + (arrayKind ? "true" : "false")
            + "), '$[*]') AS VARCHAR[]) ELSE [" + value + "] END)";
    }

    private static Dictionary<ColumnSymbol, string> Unnested(IReadOnlyList<Expansion> elements, ColumnSymbol? index, BoundExpression? limit, bool arrayKind, Emitter emitter, List<string>? values = null)
    {
        var columns = new Dictionary<ColumnSymbol, string>();
        var lists = new List<string>();
        for (var i = 0; i < elements.Count; i++)
        {
            var element = elements[i];
            emitter.NoteReads = false;
            var value = values?[i] ?? emitter.Emit(element.List);
            emitter.NoteReads = true;
            foreach (var origin in element.Element.Origins)
                origin.Scan.Paths.Add(origin.Path);
            if (values is null && element.Element.Origins.Count == 0)
                emitter.Emit(element.List);
            var list = ListOf(value, arrayKind);
            if (limit is not null)
                list += "[1:" + emitter.Emit(limit) + "]";
            lists.Add(list);
            columns[element.Element] = "unnest(" + list + ")";
        }

        if (index is not null)
            columns[index] = "unnest(range(greatest(" + string.Join(", ", lists.Select(l => "len(" + l + ")")) + ")))";
        return columns;
    }

    private Select Expand(ExpandRelation expand, HashSet<ColumnSymbol> needed)
    {
        var below = new HashSet<ColumnSymbol>(needed);
        foreach (var element in expand.Elements)
            below.Remove(element.Element);
        if (expand.Index is not null)
            below.Remove(expand.Index);
        below = Plus(below, expand.Elements.Select(e => e.List));
        var select = Open(From(expand.Input, below), below);
        if (select.Frozen.Count > 0)
            select = Wrap(select, below);
        select = Named(expand.Elements, select, below, out var lists);
        foreach (var (column, sql) in Unnested(expand.Elements, expand.Index, expand.Limit, expand.ArrayKind, new Emitter(this, select), lists))
            select.Columns[column] = sql;
        // Every list is unnested even if its column is not asked for: the rows depend on it.
        var all = new HashSet<ColumnSymbol>(needed);
        foreach (var element in expand.Elements)
            all.Add(element.Element);
        if (expand.Index is not null)
            all.Add(expand.Index);
        return Nulls(Wrap(select, all), expand.Elements);
    }

    /// <summary>Gives each list a name, so that it is evaluated once though the expansion speaks of it several times.</summary>
    private Select Named(IReadOnlyList<Expansion> elements, Select select, HashSet<ColumnSymbol> needed, out List<string> names)
    {
        var lists = new List<ColumnSymbol>();
        var all = new HashSet<ColumnSymbol>(needed);
        var emitter = new Emitter(this, select);
        foreach (var element in elements)
        {
            emitter.NoteReads = element.Element.Origins.Count == 0;
            var list = new ColumnSymbol(-(++_aliases), "list", KqlType.Dynamic);
            select.Columns[list] = emitter.Emit(element.List);
            all.Add(list);
            lists.Add(list);
        }

        var named = Wrap(select, all);
        names = [.. lists.Select(l => named.Columns[l])];
        return named;
    }

    /// <summary>A JSON null among the elements is null.</summary>
    private static Select Nulls(Select select, IReadOnlyList<Expansion> elements)
    {
        foreach (var element in elements)
            select.Columns[element.Element] = "nullif(" + select.Columns[element.Element] + ", 'null')";
        return select;
    }

    private readonly Stack<(Select Outer, HashSet<ColumnSymbol> Columns)> _outer = new();

    private Select Elements(ElementsRelation elements, HashSet<ColumnSymbol> needed)
    {
        var outer = _outer.Peek().Outer;
        var columns = Unnested(elements.Elements, elements.Index, elements.Limit, false, new Emitter(this, outer));
        var items = columns.Select(c => c.Value + " AS " + c.Key.SqlName).ToList();
        var alias = Alias();
        var select = new Select("(SELECT " + string.Join(", ", items) + ") AS " + alias);
        foreach (var column in outer.Columns)
            select.Columns[column.Key] = column.Value;
        foreach (var column in columns.Keys)
            select.Columns[column] = alias + "." + column.SqlName;
        _ = needed;
        return Nulls(select, elements.Elements);
    }

    private Select Apply(ApplyRelation apply, HashSet<ColumnSymbol> needed)
    {
        var outerColumns = new HashSet<ColumnSymbol>(apply.Input.Columns);
        outerColumns.UnionWith(needed);
        var bodyColumns = new HashSet<ColumnSymbol>(apply.Body.Columns.Where(needed.Contains));
        var source = Elements(apply.Body);
        var below = Plus(outerColumns, source.Elements.Select(e => e.List));
        var outer = Wrap(From(apply.Input, below), below);
        _outer.Push((outer, below));
        var body = From(apply.Body, bodyColumns);
        _outer.Pop();
        var alias = Alias();
        var inner = new List<string>();
        var columns = new Dictionary<ColumnSymbol, string>(outer.Columns);
        foreach (var column in bodyColumns)
        {
            inner.Add(body.Columns[column] + " AS b" + column.SqlName);
            columns[column] = alias + ".b" + column.SqlName;
        }

        return new Select(outer.From + ", LATERAL (" + body.Render(inner, true) + ") AS " + alias) { Columns = columns, Order = outer.Order };
    }

    private static ElementsRelation Elements(Relation body) => body switch
    {
        ElementsRelation elements => elements,
        FilterRelation filter => Elements(filter.Input),
        ComputeRelation compute => Elements(compute.Input),
        SortRelation sort => Elements(sort.Input),
        TakeRelation take => Elements(take.Input),
        AggregateRelation aggregate => Elements(aggregate.Input),
        ExpandRelation expand => Elements(expand.Input),
        ApplyRelation apply => Elements(apply.Input),
        JoinRelation join => Elements(join.Left),
        UnionRelation union => Elements(union.Inputs[0]),
        _ => throw new InvalidOperationException("mv-apply without elements."),
    };
}

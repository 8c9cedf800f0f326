using System.Globalization;
using System.Runtime.CompilerServices;
using Ashlar.Kql.Binding;
using Ashlar.Kql.Functions;

namespace Ashlar.Kql.Translation;

/// <summary>Bound relations to one SQL statement. Each asks its input only for the columns that are needed above.</summary>
internal sealed partial class Translator
{
    /// <summary>Up to this length the expression of a column is repeated where it is used, instead of a SELECT around it.</summary>
    private const int InlineLength = 60;

    private readonly HashSet<ScanRelation> _scans = [];
    private int _aliases;

    public static (string Sql, IReadOnlyList<KqlTableRead> Reads) Translate(Relation relation)
    {
        var translator = new Translator();
        var select = translator.From(relation, [.. relation.Columns]);
        var emitter = new Emitter(translator, select);
        var sql = select.Render([.. relation.Columns.Select(c => emitter.Emit(new BoundColumn(c)))], true);
        return (sql, translator.Reads());
    }

    /// <summary>One read a table and set of types.</summary>
    private List<KqlTableRead> Reads() =>
        [.. _scans
            .GroupBy(s => (s.Table.Name, Types: s.Types is null ? "" : string.Join('\n', s.Types.Order(StringComparer.Ordinal))))
            .OrderBy(g => g.Key.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Types, StringComparer.Ordinal)
            .Select(g => new KqlTableRead(
                g.Key.Name,
                g.Key.Types.Length == 0 ? [] : g.Key.Types.Split('\n'),
                [.. g.SelectMany(s => s.Paths).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))];

    /// <summary>A query that gives one column.</summary>
    public string Scalars(Relation query, BoundExpression value)
    {
        var select = Open(From(query, Uses.Of(value)), Uses.Of(value));
        return select.Render([new Emitter(this, select).Emit(value)], true);
    }

    private Select From(Relation relation, HashSet<ColumnSymbol> needed)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return relation switch
        {
            ScanRelation scan => Scan(scan, needed),
            RowsRelation rows => Rows(rows, needed),
            RangeRelation range => Range(range),
            FilterRelation filter => Filter(filter, needed),
            ComputeRelation compute => Compute(compute, needed),
            SortRelation sort => Sort(sort, needed),
            TakeRelation take => Take(take, needed),
            AggregateRelation aggregate => Aggregate(aggregate, needed),
            JoinRelation join => Join(join, needed),
            UnionRelation union => Union(union, needed),
            ExpandRelation expand => Expand(expand, needed),
            ElementsRelation elements => Elements(elements, needed),
            ApplyRelation apply => Apply(apply, needed),
            _ => throw new InvalidOperationException("No translation for " + relation.GetType().Name + "."),
        };
    }

    private string Alias() => "t" + (++_aliases).ToString(CultureInfo.InvariantCulture);

    private static HashSet<ColumnSymbol> Plus(HashSet<ColumnSymbol> needed, IEnumerable<BoundExpression> values)
    {
        var all = new HashSet<ColumnSymbol>(needed);
        foreach (var value in values)
            Uses.Add(value, all);
        return all;
    }

    /// <summary>A SELECT around this one; its columns are then plain names.</summary>
    private Select Wrap(Select inner, HashSet<ColumnSymbol> needed)
    {
        // Qualified, as a query inside mv-apply sees columns of the same name outside.
        var alias = Alias();
        var items = new List<string>();
        var columns = new Dictionary<ColumnSymbol, string>();
        foreach (var column in needed.OrderBy(c => c.Id))
        {
            if (!inner.Columns.TryGetValue(column, out var sql))
                continue;
            items.Add(sql + " AS " + column.SqlName);
            columns[column] = alias + "." + column.SqlName;
        }

        var order = new List<OrderTerm>();
        foreach (var term in inner.Order)
        {
            var name = "o" + (++_aliases).ToString(CultureInfo.InvariantCulture);
            items.Add(term.Sql + " AS " + name);
            order.Add(term with { Sql = alias + "." + name });
        }

        var select = new Select("(" + inner.Render(items, inner.Limit is not null) + ") AS " + alias) { Columns = columns, Order = order };
        return select;
    }

    private Select Open(Select select, HashSet<ColumnSymbol> needed) => select.Closed ? Wrap(select, needed) : select;

    /// <summary>Ready for expressions that name these columns: none of them is long or must be evaluated once.</summary>
    private Select Light(Select select, IEnumerable<BoundExpression> values, HashSet<ColumnSymbol> needed)
    {
        foreach (var column in Plus([], values))
            if (select.Columns.TryGetValue(column, out var sql) && (select.Frozen.Contains(column) || (sql.Length > InlineLength && !Sql.IsAtom(sql))))
                return Wrap(select, needed);
        return select;
    }

    private Select Scan(ScanRelation scan, HashSet<ColumnSymbol> needed)
    {
        _scans.Add(scan);
        var alias = Alias();
        var select = new Select(scan.Table.SqlName + " AS " + alias);
        foreach (var column in scan.Columns)
            if (needed.Contains(column))
                select.Columns[column] = alias + "." + Sql.Name(scan.Table.Physical.GetValueOrDefault(column.Name, column.Name));
        foreach (var (physical, column) in scan.Hidden)
            if (needed.Contains(column))
                select.Columns[column] = alias + "." + Sql.Name(physical);
        return select;
    }

    private Select Filter(FilterRelation filter, HashSet<ColumnSymbol> needed)
    {
        var all = Plus(needed, [filter.Predicate]);
        var select = Light(Open(From(filter.Input, all), all), [filter.Predicate], all);
        var emitter = new Emitter(this, select);
        if (filter.Predicate is BoundLogic { And: true } and)
            foreach (var operand in and.Operands)
                select.Where.Add(emitter.Emit(operand, true));
        else
            select.Where.Add(emitter.Emit(filter.Predicate, true));
        return select;
    }

    private Select Compute(ComputeRelation compute, HashSet<ColumnSymbol> needed)
    {
        var made = compute.Assignments.Where(a => needed.Contains(a.Column)).ToList();
        if (made.Count == 0)
            return From(compute.Input, needed);
        var below = new HashSet<ColumnSymbol>(needed);
        foreach (var assignment in made)
            below.Remove(assignment.Column);
        below = Plus(below, made.Select(m => m.Value));
        var select = From(compute.Input, below);
        var windows = made.Any(m => Uses.Any(m.Value, c => c.Function.Has(FunctionTraits.Window)));
        if (select.GroupBy is not null || select.DistinctOn is not null || (windows && (select.Closed || select.Where.Count > 0)))
            select = Wrap(select, below);
        select = Light(select, made.Select(m => m.Value), below);
        var emitter = new Emitter(this, select) { Order = select.Order };
        var values = new List<(ColumnSymbol, string)>();
        foreach (var assignment in made)
        {
            emitter.NoteReads = assignment.Column.Origins.Count == 0;
            values.Add((assignment.Column, emitter.Emit(assignment.Value)));
        }

        foreach (var (column, sql) in values)
            select.Columns[column] = sql;
        foreach (var assignment in made)
            if (Uses.Any(assignment.Value, c => (c.Function.Traits & (FunctionTraits.Window | FunctionTraits.Volatile)) != 0))
                select.Frozen.Add(assignment.Column);
        return select;
    }

    private Select Sort(SortRelation sort, HashSet<ColumnSymbol> needed)
    {
        var all = Plus(needed, sort.Keys.Select(k => k.Value));
        var select = From(sort.Input, all);
        if (select.Closed)
            select = Wrap(select, all);
        select = Light(select, sort.Keys.Select(k => k.Value), all);
        var emitter = new Emitter(this, select);
        var terms = sort.Keys.Select(k => new OrderTerm(emitter.Emit(k.Value), k.Ascending, k.NullsFirst)).Where(t => !Sql.IsConstant(t.Sql)).ToList();
        select.Order = terms;
        return select;
    }

    private Select Take(TakeRelation take, HashSet<ColumnSymbol> needed)
    {
        var select = From(take.Input, needed);
        if (select.Limit is not null)
            select = Wrap(select, needed);
        select.Limit = "CAST(" + new Emitter(this, select).Emit(take.Count) + " AS BIGINT)";
        return select;
    }

    private Select Aggregate(AggregateRelation aggregate, HashSet<ColumnSymbol> needed)
    {
        var made = aggregate.Aggregates.Where(a => needed.Contains(a.Column)).ToList();
        var values = aggregate.Keys.Select(k => k.Value).Concat(made.Select(m => m.Value)).ToList();
        var below = Plus([], values);
        var select = Light(Open(From(aggregate.Input, below), below), values, below);
        if (select.Frozen.Count > 0)
            select = Wrap(select, below);
        var emitter = new Emitter(this, select) { Order = select.Order };
        var groups = new List<string>();
        var columns = new Dictionary<ColumnSymbol, string>();
        foreach (var key in aggregate.Keys)
        {
            var sql = emitter.Emit(key.Value);
            // A bare number would be a position.
            if (Sql.IsConstant(sql))
                sql = "CAST(" + sql + " AS " + Sql.Type(key.Column.Type) + ")";
            columns[key.Column] = sql;
            groups.Add(sql);
        }

        foreach (var assignment in made)
        {
            emitter.NoteReads = assignment.Column.Origins.Count == 0;
            columns[assignment.Column] = emitter.Emit(assignment.Value);
        }

        return new Select(select.From) { Where = select.Where, Columns = columns, GroupBy = groups };
    }
}

namespace Ashlar.Kql.Syntax;

/// <summary>Every operator by name: how it is read, or that it is refused.</summary>
internal static class OperatorParsers
{
    private static readonly Dictionary<string, OperatorEntry> Table = new(StringComparer.Ordinal)
    {
        ["where"] = new((p, t) => new WhereSyntax(p.SpanFrom(t.Start), p.Scalar()), "where Size > 10 and Name has 'web'", "Rows for which a condition holds."),
        ["filter"] = new((p, t) => new WhereSyntax(p.SpanFrom(t.Start), p.Scalar()), "filter Size > 10", "As where."),
        ["extend"] = new((p, t) => new ExtendSyntax(t.Span, p.ScalarList()), "extend Half = Size / 2", "Adds columns."),
        ["project"] = new((p, t) => new ProjectSyntax(t.Span, p.ScalarList()), "project Name, Big = Size > 10", "These columns only."),
        ["project-away"] = new((p, t) => p.Pick(t, ColumnPick.Away), "project-away Tags", "All columns but these; names may end in *."),
        ["project-keep"] = new((p, t) => p.Pick(t, ColumnPick.Keep), "project-keep N*", "These columns only, in their order of old; names may end in *."),
        ["project-reorder"] = new((p, t) => p.Pick(t, ColumnPick.Reorder), "project-reorder Size, *", "Other order of columns."),
        ["project-by-names"] = new((p, t) => p.Pick(t, ColumnPick.ByNames), "project-by-names dynamic(['Name'])", "The columns named in a list."),
        ["project-rename"] = new((p, t) => new RenameSyntax(t.Span, p.ScalarList()), "project-rename Id = Name", "Other names for columns."),
        ["project-smart"] = new((p, t) => new ProjectSyntax(t.Span, p.ScalarList()), "project-smart Name", "As project."),
        ["summarize"] = new((p, t) => p.Summarize(t), "summarize Number = count(), Most = max(Size) by Name", "One row for each group."),
        ["distinct"] = new((p, t) => p.Distinct(t), "distinct Name", "The different values."),
        ["sort"] = new((p, t) => p.Sort(t), "sort by Size desc nulls last", "Rows in order."),
        ["order"] = new((p, t) => p.Sort(t), "order by Size asc", "As sort."),
        ["top"] = new((p, t) => p.Top(t), "top 3 by Size", "The first rows of an order."),
        ["top-nested"] = new((p, t) => p.TopNested(t), "top-nested 2 of Name by sum(Size)", "The first groups of an order, level by level."),
        ["take"] = new((p, t) => new TakeSyntax(t.Span, p.Scalar()), "take 5", "Some rows.", "Which rows is anybody's guess in Azure; here the first as they stand."),
        ["limit"] = new((p, t) => new TakeSyntax(t.Span, p.Scalar()), "limit 5", "As take.", "Which rows is anybody's guess in Azure; here the first as they stand."),
        ["sample"] = new((p, t) => new SampleSyntax(t.Span, p.Scalar(), null), "sample 5", "Some rows.", "Random in Azure; here the first as they stand, so that the same question has the same answer."),
        ["sample-distinct"] = new((p, t) => p.SampleDistinct(t), "sample-distinct 3 of Name", "Some different values.", "Random in Azure; here the first as they stand, so that the same question has the same answer."),
        ["count"] = new((_, t) => new CountSyntax(t.Span), "count", "The number of rows."),
        ["print"] = new((p, t) => new PrintSyntax(t.Span, p.ScalarList()), "print Answer = 6 * 7", "One row of values."),
        ["range"] = new((p, t) => p.Range(t), "range Day from 1 to 7 step 1", "Rows from a value to another."),
        ["union"] = new((p, t) => p.Union(t), "union withsource = From (T | where Size > 1)", "The rows of several tables."),
        ["join"] = new((p, t) => p.Join(t, false), "join kind = leftouter (T) on Name", "Rows of two tables side by side: innerunique (without kind), inner, leftouter, rightouter, fullouter, leftsemi, rightsemi, leftanti, rightanti."),
        ["lookup"] = new((p, t) => p.Join(t, true), "lookup (T) on Name", "Columns of another table for each row."),
        ["mv-expand"] = new((p, t) => p.Expand(t, false), "mv-expand Tag = Tags to typeof(string)", "A row for each element of an array."),
        ["mvexpand"] = new((p, t) => p.Expand(t, true), "mvexpand Tags", "As mv-expand, under its older name."),
        ["mv-apply"] = new((p, t) => p.Apply(t), "mv-apply Tag = Tags on (where Tag != '')", "A query over the elements of each row's array."),
        ["mvapply"] = new((p, t) => p.Apply(t), "mvapply Tag = Tags on (where Tag != '')", "As mv-apply."),
        ["parse"] = new((p, t) => p.ParseText(t, false), "parse Name with 'web-' Number:long", "Columns from the parts of a text."),
        ["parse-where"] = new((p, t) => p.ParseText(t, true), "parse-where Name with 'web-' Number:long", "As parse; only rows that fit."),
        ["parse-kv"] = new((p, t) => p.ParseKv(t), "parse-kv Name as (a:string, b:long) with (pair_delimiter = ';', kv_delimiter = '=')", "Columns from the pairs in a text."),
        ["as"] = new((p, t) => p.As(t), "as Rows", "A name for what stands before it."),
        ["serialize"] = new((p, t) => p.Serialize(t), "serialize Row = row_number()", "Keeps rows in order for functions that look at their neighbours."),
        ["render"] = new((p, t) => p.Render(t), "render piechart", "Read and passed over: the rows are the answer."),
        ["invoke"] = new((p, t) => p.Invoke(t), "invoke F()", "Calls a function of let with the table before it."),
        ["search"] = new((p, t) => p.Search(t), "search 'web'", "Rows with a text in any column; over tables: search in (T1, T2) 'text'.", "Over all tables it is refused: name them."),
        ["make-series"] = new((p, t) => p.MakeSeries(t), "make-series Number = count() default = 0 on At from datetime(2026-01-01) to datetime(2026-01-08) step 1d by Name", "Arrays of aggregates over even steps."),
        ["evaluate"] = new((p, t) => p.Evaluate(t), "evaluate bag_unpack(Tags) : (env:string)", "Runs a plugin: bag_unpack with stated columns.", "Other plugins, and bag_unpack without stated columns, are refused: their columns depend on the data."),
    };

    private const string Graphs = "Queries over graphs are not translated; join the tables of edges instead.";

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["scan"] = "Its steps keep state from row to row; serialize with prev() and row_cumsum() does most of that.",
        ["find"] = "Its columns depend on the tables; write union withsource with where and project.",
        ["fork"] = "It gives several results; ask one query for each.",
        ["facet"] = "It gives several results; ask one query for each.",
        ["partition"] = "Write the subquery once for each value, or summarize by it.",
        ["reduce"] = "The reference does not define its result exactly.",
        ["consume"] = "It gives no rows.",
        ["getschema"] = "ashlar query --tables and --check tell columns and types.",
        ["make-graph"] = Graphs,
        ["graph-match"] = Graphs,
        ["graph-to-table"] = Graphs,
        ["graph-shortest-paths"] = Graphs,
        ["graph-mark-components"] = Graphs,
        ["graph-where-nodes"] = Graphs,
        ["graph-where-edges"] = Graphs,
        ["macro-expand"] = "It repeats a query over clusters or databases, which a query here cannot reach.",
        ["execute-and-cache"] = "Nothing is kept from one query to the next.",
        ["assert-schema"] = "--check says what columns a query gives.",
    };

    public static IEnumerable<string> Names => Table.Keys;

    public static IEnumerable<KeyValuePair<string, OperatorEntry>> All => Table;

    /// <summary>Operators of KQL that are not read, and why or what to write instead.</summary>
    public static IEnumerable<KeyValuePair<string, string>> AllRefused => Refused;

    public static Func<Parser, Token, OperatorSyntax>? Find(string name) =>
        Table.TryGetValue(name, out var entry) ? entry.Read : Refused.TryGetValue(name, out var why) ? (p, t) => p.Refuse(t, name, why) : null;
}

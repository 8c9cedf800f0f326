namespace Ashlar.Kql.Syntax;

/// <summary>Every operator by name: how it is read, or that it is refused.</summary>
internal static class OperatorParsers
{
    private static readonly Dictionary<string, Func<Parser, Token, OperatorSyntax>> Table = new(StringComparer.Ordinal)
    {
        ["where"] = (p, t) => new WhereSyntax(p.SpanFrom(t.Start), p.Scalar()),
        ["filter"] = (p, t) => new WhereSyntax(p.SpanFrom(t.Start), p.Scalar()),
        ["extend"] = (p, t) => new ExtendSyntax(t.Span, p.ScalarList()),
        ["project"] = (p, t) => new ProjectSyntax(t.Span, p.ScalarList()),
        ["project-away"] = (p, t) => p.Pick(t, ColumnPick.Away),
        ["project-keep"] = (p, t) => p.Pick(t, ColumnPick.Keep),
        ["project-reorder"] = (p, t) => p.Pick(t, ColumnPick.Reorder),
        ["project-by-names"] = (p, t) => p.Pick(t, ColumnPick.ByNames),
        ["project-rename"] = (p, t) => new RenameSyntax(t.Span, p.ScalarList()),
        ["project-smart"] = (p, t) => new ProjectSyntax(t.Span, p.ScalarList()),
        ["summarize"] = (p, t) => p.Summarize(t),
        ["distinct"] = (p, t) => p.Distinct(t),
        ["sort"] = (p, t) => p.Sort(t),
        ["order"] = (p, t) => p.Sort(t),
        ["top"] = (p, t) => p.Top(t),
        ["top-nested"] = (p, t) => p.TopNested(t),
        ["take"] = (p, t) => new TakeSyntax(t.Span, p.Scalar()),
        ["limit"] = (p, t) => new TakeSyntax(t.Span, p.Scalar()),
        ["sample"] = (p, t) => new SampleSyntax(t.Span, p.Scalar(), null),
        ["sample-distinct"] = (p, t) => p.SampleDistinct(t),
        ["count"] = (_, t) => new CountSyntax(t.Span),
        ["print"] = (p, t) => new PrintSyntax(t.Span, p.ScalarList()),
        ["range"] = (p, t) => p.Range(t),
        ["union"] = (p, t) => p.Union(t),
        ["join"] = (p, t) => p.Join(t, false),
        ["lookup"] = (p, t) => p.Join(t, true),
        ["mv-expand"] = (p, t) => p.Expand(t, false),
        ["mvexpand"] = (p, t) => p.Expand(t, true),
        ["mv-apply"] = (p, t) => p.Apply(t),
        ["mvapply"] = (p, t) => p.Apply(t),
        ["parse"] = (p, t) => p.ParseText(t, false),
        ["parse-where"] = (p, t) => p.ParseText(t, true),
        ["parse-kv"] = (p, t) => p.ParseKv(t),
        ["as"] = (p, t) => p.As(t),
        ["serialize"] = (p, t) => p.Serialize(t),
        ["render"] = (p, t) => p.Render(t),
        ["invoke"] = (p, t) => p.Invoke(t),
        ["search"] = (p, t) => p.Search(t),
        ["make-series"] = (p, t) => p.MakeSeries(t),
        ["evaluate"] = (p, t) => p.Evaluate(t),
    };

    private static readonly HashSet<string> Refused = new(StringComparer.Ordinal)
    {
        "scan", "find", "fork", "facet", "partition", "reduce", "consume", "getschema", "make-graph", "graph-match", "graph-to-table",
        "graph-shortest-paths", "graph-mark-components", "graph-where-nodes", "graph-where-edges", "macro-expand", "execute-and-cache", "assert-schema",
    };

    public static IEnumerable<string> Names => Table.Keys;

    public static IEnumerable<string> RefusedNames => Refused;

    public static Func<Parser, Token, OperatorSyntax>? Find(string name) =>
        Table.GetValueOrDefault(name) ?? (Refused.Contains(name) ? (p, t) => p.Refuse(t, name) : null);
}

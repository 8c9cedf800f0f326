using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private FilterRelation Search(SearchSyntax search, Relation input, RowScope row) => new(input, SearchPredicate(search.Predicate, search.CaseSensitive, row)) { Limits = input.Limits ?? input as ScanRelation };

    /// <summary>A bare string is looked for in every column; anything else is a condition.</summary>
    private BoundExpression SearchPredicate(Expression predicate, bool caseSensitive, RowScope row) => predicate switch
    {
        LiteralExpression { Value: string text } literal => AnyColumn(
            new BinaryExpression(literal.Span, Wildcard(text, caseSensitive), literal.Span, new PatternExpression(literal.Span, "*"), literal with { Value = text.Trim('*') }), row),
        BinaryExpression { Operator: "and" or "or" } logic => new BoundLogic(logic.Operator == "and", [SearchPredicate(logic.Left, caseSensitive, row), SearchPredicate(logic.Right, caseSensitive, row)]),
        CallExpression { Name: "not", Arguments: [var inner] } => Not(SearchPredicate(inner, caseSensitive, row)),
        _ => Condition(predicate, row),
    };

    private static string Wildcard(string text, bool caseSensitive) => (text.StartsWith('*'), text.EndsWith('*')) switch
    {
        (true, true) => caseSensitive ? "contains_cs" : "contains",
        (true, false) => caseSensitive ? "hassuffix_cs" : "hassuffix",
        (false, true) => caseSensitive ? "hasprefix_cs" : "hasprefix",
        _ => caseSensitive ? "has_cs" : "has",
    };

    private Relation SearchTables(SearchSyntax search, Scope scope)
    {
        if (search.Tables.Count == 0)
        {
            Report(search.Span, "KQL4003", "'search' over all tables is not supported.", "Name them: search in (Table1, Table2) \"text\".");
            return Broken;
        }

        var inputs = new List<(Relation, string)>();
        foreach (var table in search.Tables)
        {
            var relation = Table(table, scope);
            if (ReferenceEquals(relation, Broken))
                return Broken;
            inputs.Add((Search(search, relation, new RowScope(scope, relation.Columns)), table is NameExpression name ? name.Name : "table"));
        }

        return Unite(inputs, "$table", false);
    }
}

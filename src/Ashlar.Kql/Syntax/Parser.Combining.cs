namespace Ashlar.Kql.Syntax;

internal sealed partial class Parser
{
    internal UnionSyntax Union(Token token)
    {
        var settings = Settings("kind", "withsource", "with_source", "isfuzzy");
        var source = settings.TryGetValue("withsource", out var name) || settings.TryGetValue("with_source", out name) ? name.Text : null;
        var tables = new List<Expression>();
        do
        {
            tables.Add(Current.Is("(") ? Postfix() : TableReference());
        }
        while (TryTake(","));
        return new UnionSyntax(
            SpanFrom(token.Start),
            settings.TryGetValue("kind", out var kind) && kind.Text == "inner",
            settings.TryGetValue("isfuzzy", out var fuzzy) && fuzzy.Text is "true" or "True",
            source,
            tables);
    }

    private Expression TableReference() => Postfix();

    internal JoinSyntax Join(Token token, bool lookup)
    {
        var settings = Settings("kind", "withsource");
        var kind = settings.TryGetValue("kind", out var chosen) ? chosen.Text : lookup ? "leftouter" : "innerunique";
        var kindSpan = settings.TryGetValue("kind", out chosen) ? chosen.Span : token.Span;
        var right = TableReference();
        settings = Settings("kind");
        if (settings.TryGetValue("kind", out chosen))
            (kind, kindSpan) = (chosen.Text, chosen.Span);
        List<Expression> on = [];
        if (TryTake("on"))
            on = ScalarList();
        else if (Current.Is("where"))
            throw Unexpected("'on'");
        return new JoinSyntax(SpanFrom(token.Start), lookup, kind, kindSpan, right, on);
    }

    internal ExpandSyntax Expand(Token token, bool old)
    {
        var settings = Settings("kind", "bagexpansion", "with_itemindex");
        var array = (settings.TryGetValue("kind", out var kind) || settings.TryGetValue("bagexpansion", out kind)) && kind.Text == "array";
        var items = ExpandItems();
        var limit = TryTake("limit") ? Scalar() : null;
        return new ExpandSyntax(SpanFrom(token.Start), array, settings.TryGetValue("with_itemindex", out var index) ? index.Text : null, items, limit, old);
    }

    internal ApplySyntax Apply(Token token)
    {
        var settings = Settings("with_itemindex", "kind", "bagexpansion");
        var items = ExpandItems();
        var limit = TryTake("limit") ? Scalar() : null;
        Expect("on");
        Expect("(");
        var body = new List<OperatorSyntax> { Operator() };
        while (TryTake("|"))
            body.Add(Operator());
        Expect(")");
        return new ApplySyntax(SpanFrom(token.Start), settings.TryGetValue("with_itemindex", out var index) ? index.Text : null, items, limit, body);
    }

    private List<ExpandItem> ExpandItems()
    {
        var items = new List<ExpandItem>();
        do
        {
            var start = Current.Start;
            var value = Named();
            string? name = null;
            if (value is NamedExpression { Names: [var only] } named)
                (name, value) = (only.Name, named.Value);
            KqlType? type = null;
            if (TryTake("to"))
            {
                Expect("typeof");
                Expect("(");
                type = TypeName();
                Expect(")");
            }

            items.Add(new ExpandItem(SpanFrom(start), name, value, type));
        }
        while (TryTake(","));
        return items;
    }

    internal MakeSeriesSyntax MakeSeries(Token token)
    {
        Settings("kind");
        var items = new List<SeriesItem>();
        do
        {
            var start = Current.Start;
            var value = Named();
            string? name = null;
            if (value is NamedExpression { Names: [var only] } named)
                (name, value) = (only.Name, named.Value);
            Expression? fill = null;
            if (Current.Is("default") && Peek().Is("="))
            {
                Take();
                Take();
                fill = Sum();
            }

            items.Add(new SeriesItem(SpanFrom(start), name, value, fill));
        }
        while (TryTake(","));
        Expect("on");
        var on = Sum();
        Expression? from = null, to = null;
        Expression step;
        if (TryTake("in"))
        {
            Expect("range");
            Expect("(");
            from = Scalar();
            Expect(",");
            to = Scalar();
            Expect(",");
            step = Scalar();
            Expect(")");
        }
        else
        {
            if (TryTake("from"))
                from = Scalar();
            if (TryTake("to"))
                to = Scalar();
            Expect("step");
            step = Scalar();
        }

        var keys = TryTake("by") ? ScalarList() : [];
        return new MakeSeriesSyntax(SpanFrom(token.Start), items, on, from, to, step, keys);
    }

    internal TopNestedSyntax TopNested(Token token)
    {
        var levels = new List<TopNestedLevel>();
        do
        {
            var start = Current.Start;
            if (levels.Count > 0)
            {
                Expect("top");
                Expect("-");
                Expect("nested");
            }

            var count = Current.Is("of") ? null : Scalar();
            Expect("of");
            var (name, key) = Split(Named());
            Expression? others = null;
            if (TryTake("with"))
            {
                Expect("others");
                Expect("=");
                others = Scalar();
            }

            Expect("by");
            var (aggregateName, aggregate) = Split(Named());
            var ascending = TryTake("asc");
            if (!ascending)
                TryTake("desc");
            levels.Add(new TopNestedLevel(SpanFrom(start), count, name, key, others, aggregateName, aggregate, ascending));
        }
        while (TryTake(","));
        return new TopNestedSyntax(SpanFrom(token.Start), levels);

        static (string?, Expression) Split(Expression e) => e is NamedExpression { Names: [var only] } named ? (only.Name, named.Value) : (null, e);
    }

    internal SearchSyntax Search(Token token)
    {
        var settings = Settings("kind");
        var tables = new List<Expression>();
        if (TryTake("in"))
        {
            Expect("(");
            do
                tables.Add(Postfix());
            while (TryTake(","));
            Expect(")");
        }

        _inSearch = true;
        try
        {
            return new SearchSyntax(token.Span, tables, settings.TryGetValue("kind", out var kind) && kind.Text == "case_sensitive", Scalar());
        }
        finally
        {
            _inSearch = false;
        }
    }
}

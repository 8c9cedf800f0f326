namespace Ashlar.Kql.Syntax;

internal sealed partial class Parser
{
    internal OperatorSyntax Operator()
    {
        using var _ = Deeper();
        if (Current.Kind != TokenKind.Name)
            throw Unexpected("an operator such as where or project");
        var token = Take();
        var name = token.Text;
        var end = token.End;
        while (Current.Is("-") && Current.Start == end && Peek().Kind == TokenKind.Name && Peek().Start == Current.End)
        {
            Take();
            var part = Take();
            name += "-" + part.Text;
            end = part.End;
        }

        var whole = new Token(TokenKind.Name, token.Start, end, name);
        var parser = OperatorParsers.Find(name);
        if (parser is null)
        {
            var near = Suggestions.Near(name, OperatorParsers.Names);
            throw new SyntaxError(whole.Span, "KQL1004", $"There is no operator '{name}'.", near is null ? null : $"Did you mean '{near}'?");
        }

        return parser(this, whole);
    }

    /// <summary>An operator we refuse: said once, and its text stepped over.</summary>
    internal RefusedSyntax Refuse(Token token, string name, string why)
    {
        _diagnostics.Add(token.Span, "KQL4003", $"The operator '{name}' is not supported.", why);
        var open = 0;
        while (Current.Kind != TokenKind.End && !(open == 0 && (Current.Is("|") || Current.Is(";") || Current.Is(")"))))
        {
            if (Current.Is("(") || Current.Is("{"))
                open++;
            else if (Current.Is(")") || Current.Is("}"))
                open--;
            _at++;
        }

        return new RefusedSyntax(token.Span, name);
    }

    /// <summary>Reads <c>name=value</c> settings that stand before an operator's operands.</summary>
    internal Dictionary<string, Token> Settings(params string[] known)
    {
        var settings = new Dictionary<string, Token>(StringComparer.Ordinal);
        while (Current.Kind == TokenKind.Name)
        {
            if (Current.Is("hint") && Peek().Is("."))
            {
                while (!Current.Is("=") && Current.Kind != TokenKind.End)
                    Take();
                Take();
                Take();
            }
            else if (Peek().Is("=") && Array.IndexOf(known, Current.Text) >= 0)
            {
                var name = Take().Text;
                Take();
                settings[name] = Take();
            }
            else
            {
                break;
            }
        }

        return settings;
    }

    internal PickSyntax Pick(Token token, ColumnPick pick)
    {
        var items = new List<PickItem>();
        do
        {
            var column = Pattern() ?? Named();
            string? order = null;
            if (pick == ColumnPick.Reorder && Current.Kind == TokenKind.Name && Current.Text is "asc" or "desc" or "granny")
            {
                order = Take().Text;
                if (order == "granny")
                {
                    Expect("-");
                    order = "granny-" + Take().Text;
                }
            }

            items.Add(new PickItem(column, order));
        }
        while (TryTake(","));
        return new PickSyntax(SpanFrom(token.Start), pick, items);
    }

    /// <summary>Names and stars without a blank between them, such as *id*; null when none starts here.</summary>
    private PatternExpression? Pattern()
    {
        var stars = 0;
        var count = 0;
        while (Peek(count) is var next && (next.Kind == TokenKind.Name || next.Is("*")) && (count == 0 || next.Start == Peek(count - 1).End))
        {
            stars += next.Is("*") ? 1 : 0;
            count++;
        }

        if (stars == 0)
            return null;
        var (start, end) = (Current.Start, Peek(count - 1).End);
        SkipPast(end);
        return new PatternExpression(new TextSpan(start, end - start), _text[start..end]);
    }

    internal SummarizeSyntax Summarize(Token token)
    {
        Settings();
        var aggregates = new List<Expression>();
        var keys = new List<Expression>();
        if (!Current.Is("by") && !AtOperatorEnd())
            aggregates.AddRange(ScalarList());
        if (TryTake("by"))
            keys.AddRange(ScalarList());
        if (aggregates.Count == 0 && keys.Count == 0)
            throw Unexpected("an aggregate or 'by'");
        return new SummarizeSyntax(SpanFrom(token.Start), aggregates, keys);
    }

    private bool AtOperatorEnd() => Current.Kind == TokenKind.End || Current.Is("|") || Current.Is(")") || Current.Is(";") || Current.Is("}");

    internal DistinctSyntax Distinct(Token token)
    {
        Settings();
        return new DistinctSyntax(token.Span, ScalarList());
    }

    internal SampleSyntax SampleDistinct(Token token)
    {
        var count = Scalar();
        Expect("of");
        return new SampleSyntax(token.Span, count, Scalar());
    }

    internal SortSyntax Sort(Token token)
    {
        Settings();
        Expect("by");
        return new SortSyntax(token.Span, SortKeys());
    }

    internal TopSyntax Top(Token token)
    {
        Settings();
        var count = Scalar();
        Expect("by");
        return new TopSyntax(token.Span, count, SortKeys());
    }

    private List<SortKey> SortKeys()
    {
        var keys = new List<SortKey>();
        do
        {
            var key = Named();
            var ascending = false;
            if (TryTake("asc"))
                ascending = true;
            else
                TryTake("desc");
            var nullsFirst = ascending;
            if (TryTake("nulls"))
                nullsFirst = TryTake("first") || (Expect("last").End < 0);
            keys.Add(new SortKey(key, ascending, nullsFirst));
        }
        while (TryTake(","));
        return keys;
    }

    internal RangeSyntax Range(Token token)
    {
        var name = TakeName("the name of a column").Name;
        Expect("from");
        var from = Scalar();
        Expect("to");
        var to = Scalar();
        Expect("step");
        return new RangeSyntax(token.Span, name, from, to, Scalar());
    }

    internal AsSyntax As(Token token)
    {
        Settings();
        return new AsSyntax(token.Span, TakeName("a name").Name);
    }

    internal SerializeSyntax Serialize(Token token) => new(token.Span, AtOperatorEnd() ? [] : ScalarList());

    /// <summary>Charts are the reader's affair: the rows are the answer.</summary>
    internal RenderSyntax Render(Token token)
    {
        var open = 0;
        while (Current.Kind != TokenKind.End && !(open == 0 && AtOperatorEnd()))
        {
            if (Current.Is("("))
                open++;
            else if (Current.Is(")"))
                open--;
            Take();
        }

        return new RenderSyntax(SpanFrom(token.Start));
    }

    internal InvokeSyntax Invoke(Token token)
    {
        var call = Postfix() as CallExpression ?? throw Unexpected("the call of a function");
        return new InvokeSyntax(token.Span, call);
    }

    internal EvaluateSyntax Evaluate(Token token)
    {
        Settings();
        var call = Postfix() as CallExpression ?? throw Unexpected("the call of a plugin");
        var schema = TryTake(":") ? Schema() : null;
        return new EvaluateSyntax(SpanFrom(token.Start), call, schema);
    }
}

namespace Ashlar.Kql.Syntax;

internal sealed partial class Parser
{
    private bool _inSearch;

    private Expression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.String:
                return Strings();
            case TokenKind.Long:
                Take();
                return new LiteralExpression(token.Span, KqlType.Long, token.Number);
            case TokenKind.Real:
                Take();
                return new LiteralExpression(token.Span, KqlType.Real, token.Real);
            case TokenKind.TimeSpan:
                Take();
                return new LiteralExpression(token.Span, KqlType.TimeSpan, token.Number);
            case TokenKind.BracketedName:
                Take();
                return new NameExpression(token.Span, token.Text);
            case TokenKind.Name:
                return NameOrCall();
        }

        if (token.Is("*"))
        {
            Take();
            return new PatternExpression(token.Span, "*");
        }

        if (token.Is("("))
        {
            Take();
            var inner = Pipe();
            Expect(")");
            return inner;
        }

        if (token.Is("["))
            throw Unexpected("an expression", "A list is written dynamic([1, 2]) or pack_array(1, 2).");
        throw Unexpected("an expression", token.Is("{") && Peek().Is("{") ? "A shared query of Resource Graph cannot be read here; put its text in its place." : null);
    }

    /// <summary>Literals that stand side by side are one string.</summary>
    private LiteralExpression Strings()
    {
        var first = Take();
        var value = first.Text;
        var span = first.Span;
        while (Current.Kind == TokenKind.String)
        {
            span = span.To(Current.Span);
            value += Take().Text;
        }

        return new LiteralExpression(span, KqlType.String, value);
    }

    private Expression NameOrCall()
    {
        var token = Take();
        if (Current.Is("(") && Literal(token) is { } literal)
            return literal;
        switch (token.Text)
        {
            case "true" or "True" or "TRUE" when !Current.Is("("):
                return new LiteralExpression(token.Span, KqlType.Bool, true);
            case "false" or "False" or "FALSE" when !Current.Is("("):
                return new LiteralExpression(token.Span, KqlType.Bool, false);
            case "datatable" when Current.Is("("):
                return Datatable(token);
            case "externaldata" when Current.Is("("):
                throw new SyntaxError(token.Span, "KQL4002", "'externaldata' reads from the network, which a query here may not.", "Load the data into the snapshot, or write it as a datatable.");
            case "typeof" when Current.Is("("):
                return TypeOf(token);
        }

        if (Current.Is("("))
        {
            Take();
            var arguments = new List<Expression>();
            while (!Current.Is(")"))
            {
                arguments.Add(Argument());
                if (!TryTake(","))
                    break;
            }

            Expect(")");
            return new CallExpression(SpanFrom(token.Start), token.Text, token.Span, arguments);
        }

        if (Current.Is("*") && Current.Start == token.End && !IsOperand(Peek()))
        {
            Take();
            return new PatternExpression(SpanFrom(token.Start), token.Text + "*");
        }

        return new NameExpression(token.Span, token.Text);
    }

    private static bool IsOperand(Token token) =>
        token.Kind is TokenKind.Name or TokenKind.BracketedName or TokenKind.Long or TokenKind.Real or TokenKind.TimeSpan or TokenKind.String || token.Is("(") || token.Is("-");

    private Expression Argument()
    {
        var start = Current.Start;
        if (Current.Kind is not (TokenKind.Name or TokenKind.BracketedName) || !Peek().Is("="))
            return Pipe();
        var name = TakeName("a name");
        Take();
        return new NamedExpression(SpanFrom(start), [name], Pipe()) with { Span = SpanFrom(start) };
    }

    /// <summary><c>name = e</c>, <c>(a, b) = e</c> or <c>e</c>.</summary>
    internal Expression Named()
    {
        var start = Current.Start;
        if (Current.Kind is TokenKind.Name or TokenKind.BracketedName && Peek().Is("="))
        {
            var name = TakeName("a name");
            Take();
            var value = Scalar();
            return new NamedExpression(SpanFrom(start), [name], value);
        }

        if (Current.Is("(") && IsNameList())
        {
            Take();
            var names = new List<NameExpression> { TakeName("a name") };
            while (TryTake(","))
                names.Add(TakeName("a name"));
            Expect(")");
            Expect("=");
            var value = Scalar();
            return new NamedExpression(SpanFrom(start), names, value);
        }

        return Scalar();
    }

    private bool IsNameList()
    {
        for (var i = 1; ; i += 2)
        {
            if (Peek(i).Kind is not (TokenKind.Name or TokenKind.BracketedName))
                return false;
            if (Peek(i + 1).Is(")"))
                return Peek(i + 2).Is("=");
            if (!Peek(i + 1).Is(","))
                return false;
        }
    }

    private DatatableExpression Datatable(Token first)
    {
        var columns = Schema();
        var values = new List<Expression>();
        if (Current.Kind == TokenKind.BracketedName)
        {
            var only = Take();
            values.Add(new LiteralExpression(only.Span, KqlType.String, only.Text));
            return new DatatableExpression(SpanFrom(first.Start), columns, values);
        }

        Expect("[");
        while (!Current.Is("]"))
        {
            values.Add(Scalar());
            if (!TryTake(","))
                break;
        }

        Expect("]");
        return new DatatableExpression(SpanFrom(first.Start), columns, values);
    }

    private TypeOfExpression TypeOf(Token first)
    {
        Take();
        var columns = new List<ColumnSyntax>();
        if (Current.Kind == TokenKind.Name && Peek().Is(")"))
        {
            var span = Current.Span;
            columns.Add(new ColumnSyntax(span, "", TypeName()));
        }
        else
        {
            while (!Current.Is(")"))
            {
                if (Current.Is("*"))
                    columns.Add(new ColumnSyntax(Take().Span, "*", null));
                else
                    columns.Add(ColumnDeclaration());
                if (!TryTake(","))
                    break;
            }
        }

        Expect(")");
        return new TypeOfExpression(SpanFrom(first.Start), columns);
    }

    internal List<Expression> ScalarList()
    {
        var items = new List<Expression> { Named() };
        while (TryTake(","))
            items.Add(Named());
        return items;
    }
}

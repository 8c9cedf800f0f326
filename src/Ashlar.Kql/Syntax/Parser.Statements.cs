namespace Ashlar.Kql.Syntax;

internal sealed partial class Parser
{
    private List<Statement> Statements(TokenKind endKind, string endText)
    {
        var statements = new List<Statement>();
        while (Current.Kind != TokenKind.End && !(endText.Length > 0 && Current.Is(endText)))
        {
            if (Current.Is(";"))
            {
                Take();
                continue;
            }

            try
            {
                statements.Add(Statement());
                if (Current.Kind != endKind && !(endText.Length > 0 && Current.Is(endText)) && !Current.Is(";"))
                    throw Unexpected("'|' or ';'", StatementHint());
            }
            catch (SyntaxError error)
            {
                _diagnostics.Add(error.Span, error.Code, error.Message, error.Hint);
                _depth = 0;
                SkipTo(";");
                if (endText.Length > 0)
                    break;
            }
        }

        return statements;
    }

    private string? StatementHint() =>
        Current.Is("=") ? "Compare with '==', not '='."
        : Current.Kind == TokenKind.Name && OperatorParsers.Find(Current.Text) is not null ? $"Put a '|' before '{Current.Text}'." : null;

    private void SkipTo(string text)
    {
        while (Current.Kind != TokenKind.End && !Current.Is(text))
            _at++;
    }

    private Statement Statement()
    {
        var start = Current.Start;
        if (Current.Is("let") && Peek().Kind is TokenKind.Name or TokenKind.BracketedName)
            return Let(start);
        if (Current.Is("set") && Peek().Kind == TokenKind.Name)
        {
            SkipTo(";");
            return new IgnoredStatement(SpanFrom(start));
        }

        if (Current.Is("declare") && Peek().Is("query_parameters"))
        {
            Take();
            Take();
            return new ParametersStatement(SpanFrom(start), Parameters());
        }

        if (Current.Is("declare") || Current.Is("alias") || Current.Is("restrict"))
            if (Peek().Kind == TokenKind.Name)
                throw new SyntaxError(Current.Span, "KQL4001", $"The statement '{Current.Text} {Peek().Text}' is not supported.", null);
        return new QueryStatement(SpanFrom(start), Pipe());
    }

    private LetStatement Let(int start)
    {
        Take();
        var name = TakeName("a name");
        Expect("=");
        Expression value;
        if (Current.Is("view") && Peek().Is("("))
        {
            Take();
            value = Function();
        }
        else
        {
            value = IsFunction() ? Function() : Pipe();
        }

        return new LetStatement(SpanFrom(start), name.Name, name.Span, value);
    }

    /// <summary>A parenthesis whose partner is followed by a brace starts a function.</summary>
    private bool IsFunction()
    {
        if (!Current.Is("("))
            return false;
        var open = 0;
        for (var i = _at; i < _tokens.Count; i++)
        {
            if (_tokens[i].Is("("))
                open++;
            else if (_tokens[i].Is(")") && --open == 0)
                return i + 1 < _tokens.Count && _tokens[i + 1].Is("{");
        }

        return false;
    }

    private FunctionExpression Function()
    {
        using var _ = Deeper();
        var start = Current.Start;
        var parameters = Parameters();
        Expect("{");
        var body = Statements(TokenKind.End, "}");
        Expect("}");
        return new FunctionExpression(SpanFrom(start), parameters, body);
    }

    private List<ParameterSyntax> Parameters()
    {
        var parameters = new List<ParameterSyntax>();
        Expect("(");
        while (!Current.Is(")"))
        {
            var name = TakeName("the name of a parameter");
            KqlType? type = null;
            List<ColumnSyntax>? table = null;
            var any = false;
            Expect(":");
            if (Current.Is("("))
            {
                Take();
                table = [];
                while (!Current.Is(")"))
                {
                    if (TryTake("*"))
                        any = true;
                    else
                        table.Add(ColumnDeclaration());
                    if (!TryTake(","))
                        break;
                }

                Expect(")");
                any |= table.Count == 0;
            }
            else
            {
                type = TypeName();
            }

            var value = TryTake("=") ? Scalar() : null;
            parameters.Add(new ParameterSyntax(name.Span, name.Name, type, table, any, value));
            if (!TryTake(","))
                break;
        }

        Expect(")");
        return parameters;
    }

    internal ColumnSyntax ColumnDeclaration()
    {
        var name = TakeName("the name of a column");
        Expect(":");
        return new ColumnSyntax(name.Span, name.Name, TypeName());
    }

    internal KqlType TypeName()
    {
        var token = Current;
        if (token.Kind == TokenKind.Name && TypeNames.Find(token.Text) is { } type)
        {
            Take();
            return type;
        }

        throw Unexpected("a type", "Types: bool, int, long, real, decimal, string, datetime, timespan, guid, dynamic.");
    }

    internal List<ColumnSyntax> Schema()
    {
        Expect("(");
        var columns = new List<ColumnSyntax>();
        while (!Current.Is(")"))
        {
            columns.Add(ColumnDeclaration());
            if (!TryTake(","))
                break;
        }

        Expect(")");
        return columns;
    }
}

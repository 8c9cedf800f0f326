namespace Ashlar.Kql.Syntax;

internal sealed partial class Parser
{
    private const int MaxChain = 400;

    /// <summary>Operators between values that are words, and what they say. All but like, notlike and the older forms may stand behind '!'.</summary>
    internal static readonly Dictionary<string, string> WordOperators = new(StringComparer.Ordinal)
    {
        ["contains"] = "Has the part in it, in any case.",
        ["contains_cs"] = "Has the part in it.",
        ["has"] = "Has the whole term, in any case.",
        ["has_cs"] = "Has the whole term.",
        ["hasprefix"] = "A term starts so, in any case.",
        ["hasprefix_cs"] = "A term starts so.",
        ["hassuffix"] = "A term ends so, in any case.",
        ["hassuffix_cs"] = "A term ends so.",
        ["startswith"] = "Starts so, in any case.",
        ["startswith_cs"] = "Starts so.",
        ["endswith"] = "Ends so, in any case.",
        ["endswith_cs"] = "Ends so.",
        ["in"] = "Is one of a list, a let table or a subquery; in~ in any case.",
        ["has_any"] = "Has one of the terms.",
        ["has_all"] = "Has all of the terms.",
        ["between"] = "Lies between two values, both included: between (1 .. 9).",
        ["matches"] = "matches regex: the regular expression matches.",
        ["notcontains"] = "Older form of !contains.",
        ["notcontainscs"] = "Older form of !contains_cs.",
        ["containscs"] = "Older form of contains_cs.",
        ["like"] = "Is like a pattern with % and _, in any case.",
        ["notlike"] = "Is not like a pattern.",
    };

    /// <summary>A query, or a scalar expression: which of them it is, the binder says.</summary>
    internal Expression Pipe()
    {
        using var _ = Deeper();
        var start = Current.Start;
        Expression source;
        if (Current.Kind == TokenKind.Name && Head() is { } head)
            source = head;
        else
            source = Scalar();
        if (!Current.Is("|"))
            return source;
        var operators = Operators();
        return source is PipeExpression { Source: NameExpression { Span.Length: 0 } } implied
            ? implied with { Span = SpanFrom(start), Operators = [.. implied.Operators, .. operators] }
            : new PipeExpression(SpanFrom(start), source, operators);
    }

    private List<OperatorSyntax> Operators()
    {
        var operators = new List<OperatorSyntax>();
        var depth = _depth;
        while (Current.Is("|"))
        {
            Take();
            try
            {
                operators.Add(Operator());
            }
            catch (SyntaxError error) when (depth <= 1)
            {
                _depth = depth;
                _diagnostics.Add(error.Span, error.Code, error.Message, error.Hint);
                while (Current.Kind != TokenKind.End && !Current.Is("|") && !Current.Is(";"))
                    _at++;
            }
        }

        return operators;
    }

    private Expression? Head()
    {
        var token = Current;
        var next = Peek();
        switch (token.Text)
        {
            case "print":
            case "union":
            case "search":
            case "find":
                if (next.Kind is TokenKind.End || next.Is("|") || next.Is(")") || next.Is(";"))
                    return null;
                return new HeadExpression(token.Span, Operator());
            case "range" when next.Kind is TokenKind.Name or TokenKind.BracketedName:
                return new HeadExpression(token.Span, Operator());
            case "evaluate" when next.Kind == TokenKind.Name:
                return new HeadExpression(token.Span, Operator());
        }

        // Resource Graph: a query that starts with an operator asks 'resources'.
        if (_dialect == KqlDialect.Arg && _depth == 1 && StartsOperator(token, next))
        {
            var first = Operator();
            return new PipeExpression(first.Span, new NameExpression(new TextSpan(token.Start, 0), "resources"), [first]);
        }

        return null;
    }

    private static bool StartsOperator(Token token, Token next) =>
        OperatorParsers.Find(token.Text) is not null
        && (next.Kind is TokenKind.Name or TokenKind.BracketedName or TokenKind.Long || (token.Text == "where" && next.Is("(")) || (token.Text == "count" && next.Is("|"))
            || (next.Is("-") && next.Start == token.End));

    internal Expression Scalar()
    {
        using var _ = Deeper();
        return Or();
    }

    private Expression Or() => Chain(static p => p.And(), "or");

    private Expression And() => Chain(static p => p.Comparison(), "and");

    private Expression Chain(Func<Parser, Expression> operand, string word)
    {
        var left = operand(this);
        while (Current.Is(word))
        {
            var op = Take();
            var right = operand(this);
            left = new BinaryExpression(left.Span.To(right.Span), word, op.Span, left, right);
        }

        return left;
    }

    private Expression Comparison()
    {
        var left = Sum();
        for (var count = 0; ; count++)
        {
            if (count > MaxChain)
                throw new SyntaxError(Current.Span, "KQL1010", "The expression is too long.", null);
            var token = Current;
            if (token.Kind == TokenKind.Punctuation && token.Text is "==" or "!=" or "<>" or "<" or ">" or "<=" or ">=" or "=~" or "!~" or ":")
            {
                if (token.Text == ":" && !_inSearch)
                    return left;
                Take();
                var right = Sum();
                left = new BinaryExpression(left.Span.To(right.Span), token.Text == "<>" ? "!=" : token.Text, token.Span, left, right);
            }
            else if (token.Is("!") && Peek().Kind == TokenKind.Name && WordOperators.ContainsKey(Peek().Text) && Peek().Start == token.End)
            {
                Take();
                left = Word(left, token, "!");
            }
            else if (token.Kind == TokenKind.Name && WordOperators.ContainsKey(token.Text))
            {
                left = Word(left, token, "");
            }
            else
            {
                return left;
            }
        }
    }

    private Expression Word(Expression left, Token first, string negation)
    {
        var word = Take();
        var name = word.Text;
        if (name is "in" && Current.Is("~") && Current.Start == word.End)
        {
            Take();
            name = "in~";
        }
        else if (name is "matches")
        {
            if (!Current.Is("regex"))
                throw Unexpected("'regex'");
            Take();
            name = "matches regex";
        }

        var span = SpanFrom(first.Start);
        name = name switch
        {
            "containscs" => "contains_cs",
            "notcontains" => "!contains",
            "notcontainscs" => "!contains_cs",
            _ => negation + name,
        };
        switch (name)
        {
            case "between" or "!between":
                Expect("(");
                var low = Sum();
                Expect("..");
                var high = Sum();
                Expect(")");
                return new BetweenExpression(SpanFrom(left.Span.Start), name[0] == '!', left, low, high);
            case "in" or "!in" or "in~" or "!in~" or "has_any" or "!has_any" or "has_all" or "!has_all":
                return new ListExpression(SpanFrom(left.Span.Start), name, span, left, ListItems());
            default:
                var right = Sum();
                return new BinaryExpression(left.Span.To(right.Span), name, span, left, right);
        }
    }

    private List<Expression> ListItems()
    {
        if (!Current.Is("("))
            return [Postfix()];
        Take();
        var items = new List<Expression>();
        while (!Current.Is(")"))
        {
            items.Add(Pipe());
            if (!TryTake(","))
                break;
        }

        Expect(")");
        return items;
    }

    private Expression Sum() => Arithmetic(static p => p.Product(), "+", "-", "+");

    private Expression Product() => Arithmetic(static p => p.Unary(), "*", "/", "%");

    private Expression Arithmetic(Func<Parser, Expression> operand, string a, string b, string c)
    {
        var left = operand(this);
        for (var count = 0; Current.Kind == TokenKind.Punctuation && (Current.Is(a) || Current.Is(b) || Current.Is(c)); count++)
        {
            if (count > MaxChain)
                throw new SyntaxError(Current.Span, "KQL1010", "The expression is too long.", null);
            var op = Take();
            var right = operand(this);
            left = new BinaryExpression(left.Span.To(right.Span), op.Text, op.Span, left, right);
        }

        return left;
    }

    private Expression Unary()
    {
        if (!Current.Is("-") && !Current.Is("+"))
            return Postfix();
        using var _ = Deeper();
        var op = Take();
        var operand = Unary();
        return new UnaryExpression(op.Span.To(operand.Span), op.Text, operand);
    }

    private Expression Postfix()
    {
        var target = Primary();
        for (var count = 0; ; count++)
        {
            if (count > MaxChain)
                throw new SyntaxError(Current.Span, "KQL1010", "The path is too long.", null);
            if (Current.Is("."))
            {
                Take();
                if (Current.Kind == TokenKind.BracketedName || Current.Kind == TokenKind.Name)
                {
                    // cluster('x').database('y').T: the last call is what the binder looks at.
                    if (target is CallExpression && Peek().Is("("))
                    {
                        target = NameOrCall();
                        continue;
                    }

                    var name = Take();
                    target = new PathExpression(target.Span.To(name.Span), target, name.Text);
                }
                else if (!Current.Is("["))
                {
                    throw Unexpected("a property name");
                }
            }
            else if (Current.Kind == TokenKind.BracketedName)
            {
                var name = Take();
                target = new ElementExpression(target.Span.To(name.Span), target, new LiteralExpression(name.Span, KqlType.String, name.Text));
            }
            else if (Current.Is("["))
            {
                Take();
                var index = Scalar();
                var close = Expect("]");
                target = new ElementExpression(target.Span.To(close.Span), target, index);
            }
            else
            {
                return target;
            }
        }
    }
}

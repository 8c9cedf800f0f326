namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>Recursive descent; the first problem ends it, and null is handed up.</summary>
internal sealed class ConditionParser(IReadOnlyList<Token> tokens)
{
    // Microsoft's own conditions nest four deep.
    private const int Deepest = 100;

    private readonly List<AttributeOperand> _attributes = [];
    private int _at;
    private int _depth;

    public string? Problem { get; private set; }

    public IReadOnlyList<AttributeOperand> Attributes => _attributes;

    private Token Current => tokens[_at];

    public ConditionNode? Parse()
    {
        var node = Expression();
        if (node is not null && Current.Kind != TokenKind.End)
            return Failed("AND, OR or the end expected");
        return node;
    }

    private ConditionNode? Expression()
    {
        List<ConditionNode> operands = [];
        List<bool> links = [];
        while (Term() is { } operand)
        {
            operands.Add(operand);
            if (Current.Kind is not (TokenKind.And or TokenKind.Or))
                return operands.Count == 1 ? operand : new Chain(operands, links);
            links.Add(Current.Kind == TokenKind.And);
            _at++;
        }

        return null;
    }

    private ConditionNode? Term()
    {
        if (_depth == Deepest)
            return Failed($"nested deeper than {Deepest}");
        _depth++;
        var node = Current.Kind switch
        {
            TokenKind.Open => Parenthesised(),
            TokenKind.Not => Negated(),
            TokenKind.Word when tokens[_at + 1].Kind is not (TokenKind.Bracketed or TokenKind.Colon) => Function() ?? Compared(),
            _ => Compared(),
        };
        _depth--;
        return Problem is null ? node : null;
    }

    private ConditionNode? Parenthesised()
    {
        _at++;
        var node = Expression();
        if (node is not null && !Take(TokenKind.Close))
            return Failed("closing parenthesis expected");
        return node;
    }

    private Negation? Negated()
    {
        _at++;
        return Term() is { } operand ? new Negation(operand) : null;
    }

    /// <summary>Null without a problem: the word is none of the functions.</summary>
    private ConditionNode? Function()
    {
        var name = Current.Text;
        if (name.Equals("ActionMatches", StringComparison.OrdinalIgnoreCase))
            return AfterName(List) is { } patterns ? new ActionMatch(patterns) : null;
        if (name.Equals("SubOperationMatches", StringComparison.OrdinalIgnoreCase))
            return AfterName(List) is { } patterns ? new SubOperationMatch(patterns) : null;
        if (name.Equals("Exists", StringComparison.OrdinalIgnoreCase))
            return AfterName(Attribute) is { } attribute ? new Existence(attribute) : null;
        return null;
    }

    private T? AfterName<T>(Func<T?> read)
        where T : class
    {
        _at++;
        return read();
    }

    private Comparison? Compared()
    {
        if (Problem is null && Value() is { } left && Operator() is { } comparison && Value() is { } right)
            return new(left, comparison, right);
        return null;
    }

    private ComparisonOperator? Operator()
    {
        var first = Current;
        if (!Take(TokenKind.Word))
            return Failed<ComparisonOperator>("operator expected");
        var name = first.Text;
        string? quantifier = null;
        if (Take(TokenKind.Colon))
        {
            (quantifier, name) = (name, Current.Text);
            if (!Take(TokenKind.Word))
                return Failed<ComparisonOperator>("operator expected");
        }

        return ComparisonOperator.Find(quantifier, name) ?? Failed<ComparisonOperator>("no such operator", first);
    }

    private Operand? Value()
    {
        if (Current.Kind == TokenKind.At || tokens[Math.Min(_at + 1, tokens.Count - 1)].Kind == TokenKind.Bracketed)
            return Attribute();
        if (Current.Kind == TokenKind.OpenBrace)
            return List() is { } values ? new LiteralOperand(values) : null;
        return Literal() is { } value ? new LiteralOperand([value]) : null;
    }

    private AttributeOperand? Attribute()
    {
        _ = Take(TokenKind.At);
        var source = Current;
        if (!Take(TokenKind.Word) || !char.IsAsciiLetter(source.Text[0]) || !Enum.TryParse<AttributeSource>(source.Text, ignoreCase: true, out var found))
            return Failed<AttributeOperand>("Resource, Request, Principal or Environment expected", source);
        var name = Current;
        if (!Take(TokenKind.Bracketed) || string.IsNullOrWhiteSpace(name.Text))
            return Failed<AttributeOperand>("name of an attribute in brackets expected", name);
        var attribute = new AttributeOperand(found, name.Text.Trim());
        _attributes.Add(attribute);
        return attribute;
    }

    private List<string>? List()
    {
        if (!Take(TokenKind.OpenBrace))
            return Failed<List<string>>("opening brace expected");
        List<string> values = [];
        while (Literal() is { } value)
        {
            values.Add(value);
            if (Take(TokenKind.CloseBrace))
                return values;
            if (!Take(TokenKind.Comma))
                return Failed<List<string>>("comma or closing brace expected");
        }

        return null;
    }

    private string? Literal()
    {
        var token = Current;
        return Take(TokenKind.Quoted) || Take(TokenKind.Word) ? token.Text : Failed<string>("value expected");
    }

    private bool Take(TokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        if (kind != TokenKind.End)
            _at++;
        return true;
    }

    private ConditionNode? Failed(string expectation) => Failed<ConditionNode>(expectation);

    private T? Failed<T>(string expectation, Token? at = null)
        where T : class
    {
        var token = at ?? Current;
        Problem ??= token.Kind == TokenKind.End ? $"character {token.Position}: {expectation}, the text ends" : $"character {token.Position}: {expectation}, '{token.Text}' found";
        return null;
    }
}

namespace Ashlar.Kql.Syntax;

/// <summary>Recursive descent over statements and operators, precedence climbing over expressions.</summary>
internal sealed partial class Parser
{
    /// <summary>Nesting past this is refused: the stack must not decide.</summary>
    private const int MaxDepth = 120;

    private readonly string _text;
    private readonly KqlDialect _dialect;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;

    private Parser(string text, KqlDialect dialect, DiagnosticBag diagnostics)
    {
        _text = text;
        _dialect = dialect;
        _diagnostics = diagnostics;
        _tokens = Lexer.Read(text);
    }

    public static IReadOnlyList<Statement> Parse(string text, KqlDialect dialect, DiagnosticBag diagnostics)
    {
        var parser = new Parser(text, dialect, diagnostics);
        return parser.Statements(TokenKind.End, "");
    }

    internal Token Current => _tokens[_at];

    internal Token Peek(int ahead = 1) => _tokens[Math.Min(_at + ahead, _tokens.Count - 1)];

    internal Token Take()
    {
        var token = Current;
        if (token.Kind == TokenKind.Bad)
            throw new SyntaxError(token.Span, "KQL1001", token.Text, null);
        if (_at < _tokens.Count - 1)
            _at++;
        return token;
    }

    internal bool TryTake(string text)
    {
        if (!Current.Is(text))
            return false;
        Take();
        return true;
    }

    internal Token Expect(string text, string? hint = null)
    {
        if (Current.Is(text))
            return Take();
        throw Unexpected($"'{text}'", hint);
    }

    internal SyntaxError Unexpected(string wanted, string? hint = null)
    {
        var token = Current;
        if (token.Kind == TokenKind.Bad)
            return new SyntaxError(token.Span, "KQL1001", token.Text, hint);
        var found = token.Kind == TokenKind.End ? "the query ends" : $"there is '{_text[token.Start..token.End]}'";
        return new SyntaxError(token.Span, "KQL1002", $"Expected {wanted}, but {found}.", hint);
    }

    internal TextSpan SpanFrom(int start) => new(start, Math.Max(0, (_at > 0 ? _tokens[_at - 1].End : start) - start));

    internal NameExpression TakeName(string what)
    {
        if (Current.Kind is TokenKind.Name or TokenKind.BracketedName)
        {
            var token = Take();
            return new NameExpression(token.Span, token.Text);
        }

        throw Unexpected(what);
    }

    internal Depth Deeper()
    {
        if (++_depth > MaxDepth)
        {
            _depth--;
            throw new SyntaxError(Current.Span, "KQL1010", $"The query is nested deeper than {MaxDepth} levels.", null);
        }

        return new Depth(this);
    }

    internal readonly ref struct Depth(Parser parser)
    {
        public void Dispose() => parser._depth--;
    }
}

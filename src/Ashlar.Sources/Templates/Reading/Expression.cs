using System.Globalization;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>A template language expression: what stands between <c>[</c> and <c>]</c>.</summary>
internal abstract record Expression
{
    public sealed record Text(string Value) : Expression;

    public sealed record Number(long Value) : Expression;

    public sealed record Call(string Name, IReadOnlyList<Expression> Arguments) : Expression;

    /// <summary><c>a.name</c> and <c>a['name']</c>.</summary>
    public sealed record Member(Expression Of, string Name) : Expression;

    /// <summary><c>a[expression]</c> with anything but a text.</summary>
    public sealed record Index(Expression Of, Expression At) : Expression;

    /// <summary>Null when the text is not one that this grammar knows.</summary>
    public static Expression? Parse(string text)
    {
        var parser = new Parser(text);
        return parser.Whole();
    }

    public static string Placeholder(string expression) => "{" + expression.Replace('/', '|') + "}";

    /// <summary>Stands in a name for what is known only at deployment: the same expression gives the same text.</summary>
    public string Placeholder() => Placeholder(Show(this, isExact: false));

    /// <summary>Two expressions with the same text are the same.</summary>
    public string Exact() => Show(this, isExact: true);

    /// <summary>The parameter that a stand-in stands for; null when the expression is another.</summary>
    private string? Parameter() =>
        this is Member { Of: Member { Of: Call { Name: "deployer", Arguments.Count: 0 }, Name: "ashlar" }, Name: var name } ? name : null;

    private static string Show(Expression expression, bool isExact) => (isExact ? null : Short(expression)) ?? expression switch
    {
        Text text => "'" + text.Value + "'",
        Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Call call => call.Name + "(" + string.Join(",", call.Arguments.Select(a => Show(a, isExact))) + ")",
        Member member => Show(member.Of, isExact) + "." + member.Name,
        Index index => Show(index.Of, isExact) + "[" + Show(index.At, isExact) + "]",
        _ => "?",
    };

    /// <summary>What a person would rather read; an API version says nothing of what is referred to.</summary>
    private static string? Short(Expression expression) => expression.Parameter() ?? expression switch
    {
        Call { Name: "subscriptionResourceId", Arguments: [_, Text { Value: "Microsoft.Resources/resourceGroups" }, Member { Of: Call { Name: "resourceGroup" } }] } => "resourceGroup().id",
        Call { Name: "reference", Arguments: [var of, _, ..] } => "reference(" + Show(of, isExact: false) + ")",
        _ => null,
    };

    private sealed class Parser(string text)
    {
        private const int MaxDepth = 200;
        private int _at;
        private int _depth;

        public Expression? Whole()
        {
            var expression = One();
            Blank();
            return _at == text.Length ? expression : null;
        }

        private Expression? One()
        {
            if (++_depth > MaxDepth)
            {
                return null;
            }

            var expression = Primary();
            while (expression is not null)
            {
                Blank();
                if (Take('.'))
                {
                    expression = Word() is { Length: > 0 } name ? new Member(expression, name) : null;
                }
                else if (Take('['))
                {
                    var inner = One();
                    expression = inner is not null && Take(']') ? inner is Text key ? new Member(expression, key.Value) : new Index(expression, inner) : null;
                }
                else
                {
                    break;
                }
            }

            _depth--;
            return expression;
        }

        private Expression? Primary()
        {
            Blank();
            if (_at >= text.Length)
            {
                return null;
            }

            if (text[_at] == '\'')
            {
                return Quoted();
            }

            if (char.IsAsciiDigit(text[_at]) || text[_at] == '-')
            {
                var start = _at++;
                while (_at < text.Length && char.IsAsciiDigit(text[_at]))
                {
                    _at++;
                }

                return long.TryParse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out var number) ? new Number(number) : null;
            }

            var name = Word();
            if (name.Length == 0 || !Take('('))
            {
                return null;
            }

            var arguments = new List<Expression>();
            while (!Take(')'))
            {
                if ((arguments.Count > 0 && !Take(',')) || One() is not { } argument)
                {
                    return null;
                }

                arguments.Add(argument);
            }

            return new Call(name, arguments);
        }

        private Text? Quoted()
        {
            var value = new System.Text.StringBuilder();
            for (_at++; _at < text.Length; _at++)
            {
                if (text[_at] != '\'')
                {
                    value.Append(text[_at]);
                }
                else if (_at + 1 < text.Length && text[_at + 1] == '\'')
                {
                    value.Append('\'');
                    _at++;
                }
                else
                {
                    _at++;
                    return new Text(value.ToString());
                }
            }

            return null;
        }

        private string Word()
        {
            var start = _at;
            while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
            {
                _at++;
            }

            return text[start.._at];
        }

        private bool Take(char c)
        {
            Blank();
            if (_at >= text.Length || text[_at] != c)
            {
                return false;
            }

            _at++;
            return true;
        }

        private void Blank()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }
        }
    }
}

namespace Ashlar.Kql.Syntax;

internal sealed partial class Parser
{
    internal ParseSyntax ParseText(Token token, bool filter)
    {
        var kind = "simple";
        string? flags = null;
        while (Current.Is("kind") || Current.Is("flags"))
        {
            var name = Take().Text;
            Expect("=");
            var value = Take().Text;
            if (name == "kind")
                kind = value;
            else
                flags = value;
        }

        var text = Sum();
        Expect("with");
        var parts = new List<ParsePart>();
        while (!AtOperatorEnd())
        {
            var part = Current;
            if (part.Kind == TokenKind.String)
            {
                Take();
                parts.Add(new ParsePart(part.Span, part.Text, null, KqlType.String));
            }
            else if (TryTake("*"))
            {
                parts.Add(new ParsePart(part.Span, null, null, KqlType.String));
            }
            else
            {
                var name = TakeName("a column, a string or '*'");
                var type = TryTake(":") ? TypeName() : KqlType.String;
                parts.Add(new ParsePart(name.Span, null, name.Name, type));
            }
        }

        return new ParseSyntax(SpanFrom(token.Start), filter, kind, flags, text, parts);
    }

    internal ParseKvSyntax ParseKv(Token token)
    {
        var text = Sum();
        Expect("as");
        var columns = Schema();
        var options = new Dictionary<string, Expression>(StringComparer.Ordinal);
        if (TryTake("with"))
        {
            Expect("(");
            while (!Current.Is(")"))
            {
                var name = TakeName("an option").Name;
                Expect("=");
                options[name] = Scalar();
                if (!TryTake(","))
                    break;
            }

            Expect(")");
        }

        return new ParseKvSyntax(SpanFrom(token.Start), text, columns, options);
    }
}

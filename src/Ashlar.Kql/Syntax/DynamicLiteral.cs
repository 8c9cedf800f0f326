using System.Globalization;
using System.Text;
using System.Text.Json;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Syntax;

/// <summary>Reads what stands in <c>dynamic(…)</c>: JSON, with single quotes, verbatim strings, typed literals and comments allowed, into JSON text.</summary>
internal sealed class DynamicLiteral(string text, int at)
{
    private const int MaxDepth = 60;

    public int At { get; private set; } = at;

    public string Problem { get; private set; } = "it has no end.";

    public bool TryRead(out string json)
    {
        var output = new StringBuilder();
        json = "";
        if (!Value(output, 0))
            return false;
        Blanks();
        if (At >= text.Length || text[At] != ')')
        {
            Problem = "')' expected.";
            return false;
        }

        At++;
        json = output.ToString();
        return true;
    }

    private void Blanks()
    {
        while (At < text.Length)
        {
            if (char.IsWhiteSpace(text[At]))
                At++;
            else if (string.CompareOrdinal(text, At, "//", 0, 2) == 0)
                while (At < text.Length && text[At] != '\n')
                    At++;
            else
                break;
        }
    }

    private bool Value(StringBuilder output, int depth)
    {
        Blanks();
        if (At >= text.Length || depth > MaxDepth)
            return false;
        var c = text[At];
        if (c == '[')
            return Items(output, ']', depth, false);
        if (c == '{')
            return Items(output, '}', depth, true);
        if (StringLiteral.StartsAt(text, At))
            return Text(output);
        return Word(output);
    }

    private bool Items(StringBuilder output, char close, int depth, bool named)
    {
        output.Append(text[At++]);
        var first = true;
        while (true)
        {
            Blanks();
            if (At >= text.Length)
                return false;
            if (text[At] == close)
            {
                output.Append(text[At++]);
                return true;
            }

            if (!first)
            {
                if (text[At] != ',')
                {
                    Problem = $"',' or '{close}' expected.";
                    return false;
                }

                At++;
                Blanks();
                if (At < text.Length && text[At] == close)
                    continue;
                output.Append(',');
            }

            first = false;
            if (named && !Name(output))
                return false;
            if (!Value(output, depth + 1))
                return false;
        }
    }

    private bool Name(StringBuilder output)
    {
        Blanks();
        if (At >= text.Length || !StringLiteral.StartsAt(text, At))
        {
            Problem = "a property name in quotes expected.";
            return false;
        }

        if (!Text(output))
            return false;
        Blanks();
        if (At >= text.Length || text[At] != ':')
        {
            Problem = "':' expected.";
            return false;
        }

        At++;
        output.Append(':');
        return true;
    }

    private bool Text(StringBuilder output)
    {
        // JSON's own escapes (\/) are wider than KQL's; try JSON first.
        if (text[At] == '"')
        {
            var end = At + 1;
            while (end < text.Length && text[end] != '"')
                end += text[end] == '\\' ? 2 : 1;
            if (end < text.Length && Json.Valid(text.AsSpan(At, end + 1 - At)))
            {
                output.Append(Json.Canonical(text[At..(end + 1)]));
                At = end + 1;
                return true;
            }
        }

        var token = StringLiteral.Read(text, At);
        if (token.Kind != TokenKind.String)
        {
            Problem = token.Text;
            return false;
        }

        At = token.End;
        Json.AppendString(output, token.Text);
        return true;
    }

    private bool Word(StringBuilder output)
    {
        var start = At;
        while (At < text.Length && (char.IsLetterOrDigit(text[At]) || text[At] is '_' or '.' or '+' or '-'))
            At++;
        var word = text[start..At];
        if (At < text.Length && text[At] == '(' && TypeNames.Find(word) is { } type)
            return Typed(output, type);
        if (word is "true" or "false" or "null")
            output.Append(word);
        else if (word.ToLowerInvariant() is "true" or "false")
            output.Append(word.ToLowerInvariant());
        else if (word.Length > 0 && Json.Valid(word))
            output.Append(word);
        else if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            output.Append(Json.Number(number));
        else if (Lexer.Read(word) is [{ Kind: TokenKind.TimeSpan } span, _])
            Json.AppendString(output, TimeSpans.Format(span.Number));
        else
        {
            At = start;
            Problem = "a value expected.";
            return false;
        }

        return true;
    }

    private bool Typed(StringBuilder output, KqlType type)
    {
        var close = text.IndexOf(')', At);
        if (close < 0)
            return false;
        var raw = text[(At + 1)..close].Trim();
        var value = type == KqlType.Dynamic ? null : Parser.Value(type, raw);
        if (value is null)
        {
            Problem = $"'{raw}' is not a {type.Name()} literal.";
            return false;
        }

        At = close + 1;
        output.Append(value is DBNull ? "null" : Json.Of(type, value));
        return true;
    }
}

using System.Globalization;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Syntax;

internal sealed partial class Parser
{
    /// <summary><c>datetime(2020-01-01)</c> and its like: what stands in the parentheses follows the rules of the type, not of expressions.</summary>
    private LiteralExpression? Literal(Token name)
    {
        if (TypeNames.Find(name.Text) is not { } type || type == KqlType.String)
            return null;
        var open = Current.Start;
        if (type == KqlType.Dynamic)
            return Dynamic(name, open);
        var close = _text.IndexOf(')', open);
        if (close < 0)
            throw new SyntaxError(Current.Span, "KQL1002", "Expected ')', but the query ends.", null);
        var raw = _text[(open + 1)..close].Trim();
        var span = new TextSpan(name.Start, close + 1 - name.Start);
        if (Value(type, raw) is not { } value)
        {
            // int(x) and its like are also written for a conversion.
            if (name.Text is not ("date" or "time" or "datetime" or "timespan" or "guid" or "uuid") && raw.Length > 0 && !char.IsAsciiDigit(raw[0]) && raw[0] != '-')
                return null;
            throw new SyntaxError(span, "KQL1003", $"'{raw}' is not a {type.Name()} literal.", type == KqlType.DateTime ? "Write datetime(2024-01-31) or datetime(2024-01-31T10:00:00Z); for an expression use todatetime()." : $"For an expression use to{type.Name()}().");
        }

        SkipPast(close + 1);
        return new LiteralExpression(span, type, value is DBNull ? null : value);
    }

    private void SkipPast(int end)
    {
        while (Current.Kind != TokenKind.End && Current.Start < end)
            _at++;
    }

    private LiteralExpression Dynamic(Token name, int open)
    {
        var reader = new DynamicLiteral(_text, open + 1);
        if (!reader.TryRead(out var json))
            throw new SyntaxError(new TextSpan(Math.Min(reader.At, _text.Length), Math.Min(1, Math.Max(0, _text.Length - reader.At))), "KQL1003", "The dynamic literal is not JSON: " + reader.Problem, null);
        SkipPast(reader.At);
        return new LiteralExpression(new TextSpan(name.Start, reader.At - name.Start), KqlType.Dynamic, json == "null" ? null : json);
    }

    /// <returns>The value, DBNull for null, or null when the text is no literal of the type.</returns>
    internal static object? Value(KqlType type, string raw)
    {
        var text = raw.Length > 1 && raw[0] is '"' or '\'' && raw[^1] == raw[0] ? raw[1..^1] : raw;
        if (text == "null")
            return DBNull.Value;
        switch (type)
        {
            case KqlType.Bool:
                return text.ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null };
            case KqlType.Int:
                return Numbers.ParseLong(text) is { } i and >= int.MinValue and <= int.MaxValue ? (int)i : null;
            case KqlType.Long:
                return Numbers.ParseLong(text);
            case KqlType.Real:
                return text switch
                {
                    "+inf" or "inf" => double.PositiveInfinity,
                    "-inf" => double.NegativeInfinity,
                    "nan" => double.NaN,
                    _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null,
                };
            case KqlType.Decimal:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
            case KqlType.DateTime:
                return text.Length == 0 ? null : DateTimes.Parse(text);
            case KqlType.TimeSpan:
                return Lexer.Read(text) is [{ Kind: TokenKind.TimeSpan } literal, _] ? literal.Number
                    : Lexer.Read(text) is [{ Text: "-" }, { Kind: TokenKind.TimeSpan } negative, _] ? -negative.Number
                    : Lexer.Read(text) is [{ Kind: TokenKind.Long or TokenKind.Real } digits, { Kind: TokenKind.Name } unit, _] ? TimeSpanUnits.Ticks(text.AsSpan(0, digits.End), unit.Text)
                    : TimeSpans.Parse(text);
            case KqlType.Guid:
                return Guid.TryParse(text, out var guid) ? guid.ToString("D") : null;
            default:
                return null;
        }
    }
}

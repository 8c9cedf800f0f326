using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ashlar.Kql.Values;

/// <summary>JSON text, the form dynamic values have everywhere.</summary>
internal static class Json
{
    private static readonly System.Buffers.SearchValues<char> Escaped = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);
    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 256 };

    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static bool Valid(ReadOnlySpan<char> text) => TryCanonical(text.ToString()) is not null;

    public static JsonDocument? Document(string text)
    {
        try
        {
            return JsonDocument.Parse(text, ReadOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Compact text of the same value, or null when it is not JSON.</summary>
    public static string? TryCanonical(string text)
    {
        using var document = Document(text);
        return document is null ? null : Text(document.RootElement);
    }

    public static string Canonical(string text) => TryCanonical(text) ?? text;

    public static string Text(JsonElement element)
    {
        var output = new StringBuilder();
        Append(output, element);
        return output.ToString();
    }

    public static void Append(StringBuilder output, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                output.Append('{');
                var first = true;
                foreach (var property in element.EnumerateObject())
                {
                    if (!first)
                        output.Append(',');
                    first = false;
                    AppendString(output, property.Name);
                    output.Append(':');
                    Append(output, property.Value);
                }

                output.Append('}');
                break;
            case JsonValueKind.Array:
                output.Append('[');
                var start = true;
                foreach (var item in element.EnumerateArray())
                {
                    if (!start)
                        output.Append(',');
                    start = false;
                    Append(output, item);
                }

                output.Append(']');
                break;
            case JsonValueKind.String:
                AppendString(output, element.GetString()!);
                break;
            default:
                output.Append(element.GetRawText());
                break;
        }
    }

    /// <summary>The same escapes as DuckDB writes, so that equal strings are equal text.</summary>
    public static void AppendString(StringBuilder output, string value)
    {
        output.Append('"');
        if (value.AsSpan().IndexOfAny(Escaped) < 0)
        {
            output.Append(value).Append('"');
            return;
        }

        foreach (var c in value)
        {
            switch (c)
            {
                case '"': output.Append("\\\""); break;
                case '\\': output.Append("\\\\"); break;
                case '\n': output.Append("\\n"); break;
                case '\r': output.Append("\\r"); break;
                case '\t': output.Append("\\t"); break;
                case '\b': output.Append("\\b"); break;
                case '\f': output.Append("\\f"); break;
                default:
                    if (c < ' ')
                        output.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    else
                        output.Append(c);
                    break;
            }
        }

        output.Append('"');
    }

    public static string String(string value)
    {
        var output = new StringBuilder(value.Length + 2);
        AppendString(output, value);
        return output.ToString();
    }

    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            return value switch { double.PositiveInfinity => "\"Infinity\"", double.NegativeInfinity => "\"-Infinity\"", _ => "\"NaN\"" };
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    public static string Of(KqlType type, object value) => type switch
    {
        KqlType.Bool => (bool)value ? "true" : "false",
        KqlType.Real => Number((double)value),
        KqlType.Int or KqlType.Long or KqlType.Decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        KqlType.DateTime => String(DateTimes.Format((long)value)),
        KqlType.TimeSpan => String(TimeSpans.Format((long)value)),
        KqlType.Dynamic => (string)value,
        _ => String((string)value),
    };

    /// <summary>A string's own text, anything else as JSON; '' for null.</summary>
    public static string ScalarText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => Text(element),
    };
}

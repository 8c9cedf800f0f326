using System.Globalization;
using System.Text.Json;
using Ashlar.Kql.Values;

namespace Ashlar.Kql;

/// <summary>Values of result and scratch rows to JSON and back.</summary>
public static class KqlValue
{
    /// <summary>A JSON value as one of a column's type; null when it is none.</summary>
    public static object? Read(JsonElement value, KqlType type)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return type == KqlType.String ? "" : null;
        if (type == KqlType.Dynamic)
            return Json.Text(value);
        var text = Json.ScalarText(value);
        switch (type)
        {
            case KqlType.String:
                return text;
            case KqlType.Bool:
                return bool.TryParse(text, out var flag) ? flag : Numbers.ParseLong(text) is { } bit ? bit != 0 : null;
            case KqlType.Int:
                return Numbers.ParseLong(text) is { } small and >= int.MinValue and <= int.MaxValue ? (int)small : null;
            case KqlType.Long:
                return Numbers.ParseLong(text);
            case KqlType.Real:
                return Numbers.ParseReal(text);
            case KqlType.Decimal:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
            case KqlType.DateTime:
                return DateTimes.Parse(text) is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
            case KqlType.TimeSpan:
                return TimeSpans.Parse(text) is { } length ? TimeSpan.FromTicks(length) : null;
            default:
                return Guid.TryParse(text, out var guid) ? guid : null;
        }
    }

    /// <summary>Datetimes as ISO 8601 with 7 decimals, timespans as <c>1.02:03:04.5000000</c>, dynamics as JSON, reals that are no numbers as strings.</summary>
    public static void Write(Utf8JsonWriter json, object? value, KqlType type)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case string text when type == KqlType.Dynamic:
                json.WriteRawValue(text);
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    /// <summary>The value as a person reads it; '' for null.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateTime date => DateTimes.Format(date.Ticks),
        TimeSpan span => TimeSpans.Format(span.Ticks),
        double number => Numbers.Format(number),
        Guid guid => guid.ToString("D"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>A type by its KQL name; null when there is none.</summary>
    public static KqlType? Type(string name) => TypeNames.Find(name);

    public static string Name(KqlType type) => type.Name();
}

using System.Globalization;

namespace Ashlar.Kql.Values;

/// <summary>Text to numbers and back, as KQL does it.</summary>
internal static class Numbers
{
    public static long? ParseLong(string text)
    {
        var span = text.AsSpan().Trim();
        var negative = span.StartsWith("-");
        var digits = negative ? span[1..] : span;
        if (digits.StartsWith("0x") || digits.StartsWith("0X"))
            return long.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? negative ? -hex : hex : null;
        return long.TryParse(span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public static double? ParseReal(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        return ParseLong(text);
    }

    public static string Format(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}

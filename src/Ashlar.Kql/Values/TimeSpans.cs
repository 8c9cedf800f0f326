using System.Globalization;

namespace Ashlar.Kql.Values;

/// <summary>Timespans are ticks of 100 ns; their text is <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
internal static class TimeSpans
{
    public static string Format(long ticks) => TimeSpan.FromTicks(ticks).ToString("c", CultureInfo.InvariantCulture);

    public static long? Parse(string text)
    {
        var trimmed = text.Trim();
        if (TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out var value))
            return value.Ticks;
        // A bare unit literal (1d, 2.5h) is a timespan too.
        var end = 0;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] == '.' || (end == 0 && trimmed[end] == '-')))
            end++;
        return end > 0 && end < trimmed.Length ? Syntax.TimeSpanUnits.Ticks(trimmed.AsSpan(0, end), trimmed.AsSpan(end)) : null;
    }
}

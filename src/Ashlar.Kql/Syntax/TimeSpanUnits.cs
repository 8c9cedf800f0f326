using System.Globalization;

namespace Ashlar.Kql.Syntax;

/// <summary>Suffixes of timespan literals.</summary>
internal static class TimeSpanUnits
{
    public static long? Ticks(ReadOnlySpan<char> digits, ReadOnlySpan<char> unit)
    {
        decimal? one = unit switch
        {
            "d" or "day" or "days" => TimeSpan.TicksPerDay,
            "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.TicksPerHour,
            "m" or "min" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
            "s" or "sec" or "second" or "seconds" => TimeSpan.TicksPerSecond,
            "ms" or "milli" or "millis" or "millisec" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
            "micro" or "micros" or "microsec" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
            "nano" or "nanos" or "nanosec" or "nanosecond" or "nanoseconds" => 0.01m,
            "tick" or "ticks" => 1,
            _ => null,
        };
        if (one is null || !decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) || count > long.MaxValue / Math.Max(1, one.Value))
            return null;
        return (long)(count * one.Value);
    }
}

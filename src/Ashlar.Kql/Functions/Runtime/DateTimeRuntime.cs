using System.Globalization;
using System.Text;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

internal static class DateTimeRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Value<long, long, long>("k_later", (date, length) => Within((Int128)date + length, 0, DateTimes.MaxTicks));
        registry.Value<long, long, long>("k_earlier", (date, length) => Within((Int128)date - length, 0, DateTimes.MaxTicks));
        registry.Value<long, long, long>("k_span_sum", (a, b) => Within((Int128)a + b, long.MinValue, long.MaxValue));
        registry.Value<long, long, long>("k_span_difference", (a, b) => Within((Int128)a - b, long.MinValue, long.MaxValue));
        registry.Value<long, long, string, long>("k_startof", StartOf);
        registry.Value<long, string, long>("k_date_part", Part);
        registry.Value<string, long, long, long>("k_datetime_add", Add);
        registry.Value<string, long, long, long>("k_datetime_diff", Difference);
        registry.Value<long, string, long>("k_zone_to_utc", (ticks, zone) => Zone(zone) is { } z && Date(ticks) is { } d && !z.IsInvalidTime(DateTime.SpecifyKind(d, DateTimeKind.Unspecified)) ? TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(d, DateTimeKind.Unspecified), z).Ticks : null);
        registry.Value<long, string, long>("k_utc_to_zone", (ticks, zone) => Zone(zone) is { } z && Date(ticks) is { } d ? TimeZoneInfo.ConvertTimeFromUtc(d, z).Ticks : null);
        registry.Text<long, string>("k_format_datetime", (ticks, format) => Date(ticks) is { } date ? Formatted(date, date.TimeOfDay.Ticks, format) : null);
        registry.Text<long, string>("k_format_timespan", FormatSpan);
        registry.Value<long, long, long, long>("k_make_date", (y, m, d) => y is >= 1 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth((int)y, (int)m) ? new DateTime((int)y, (int)m, (int)d, 0, 0, 0, DateTimeKind.Utc).Ticks : null);
        registry.Value<long, long, double, long>("k_make_time", (h, m, s) => Math.Abs(h) < 1_000_000 && Math.Abs(m) < 60_000_000 && Math.Abs(s) < 1e11 ? (h * TimeSpan.TicksPerHour) + (m * TimeSpan.TicksPerMinute) + (long)Math.Round(s * TimeSpan.TicksPerSecond) : null);
        registry.Value<double, long, long>("k_unix", (value, scale) => Ticks((decimal)Math.Clamp(value, -1e18, 1e18) * scale));
    }

    private static long? Within(Int128 ticks, long least, long most) => ticks < least || ticks > most ? null : (long)ticks;

    private static long? Ticks(decimal offset)
    {
        var ticks = DateTime.UnixEpoch.Ticks + offset;
        return ticks is >= 0 and <= DateTimes.MaxTicks ? (long)ticks : null;
    }

    private static DateTime? Date(long ticks) => ticks is >= 0 and <= DateTimes.MaxTicks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    private static long? StartOf(long ticks, long offset, string period)
    {
        if (Date(ticks) is not { } date || Math.Abs(offset) > 4_000_000)
            return null;
        try
        {
            var start = period switch
            {
                "day" => date.Date.AddDays(offset),
                "week" => date.Date.AddDays((7 * offset) - (int)date.DayOfWeek),
                "month" => new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths((int)offset),
                _ => new DateTime(date.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddYears((int)offset),
            };
            return start.Ticks;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static long? Part(long ticks, string part) => Date(ticks) is not { } date ? null : part switch
    {
        "year" => date.Year,
        "quarter" => ((date.Month - 1) / 3) + 1,
        "month" => date.Month,
        "week_of_year" or "weekofyear" => ISOWeek.GetWeekOfYear(date),
        "day" => date.Day,
        "dayofweek" => (long)date.DayOfWeek,
        "dayofyear" => date.DayOfYear,
        "hour" => date.Hour,
        "minute" => date.Minute,
        "second" => date.Second,
        "millisecond" => date.Millisecond,
        "microsecond" => ticks % TimeSpan.TicksPerSecond / 10,
        "nanosecond" => ticks % TimeSpan.TicksPerSecond * 100,
        _ => null,
    };

    private static long? Add(string period, long amount, long ticks)
    {
        if (Date(ticks) is not { } date || Math.Abs(amount) > 1_000_000_000_000)
            return null;
        try
        {
            return period switch
            {
                "year" => date.AddYears(checked((int)amount)).Ticks,
                "quarter" => date.AddMonths(checked((int)amount * 3)).Ticks,
                "month" => date.AddMonths(checked((int)amount)).Ticks,
                "week" => date.AddDays(amount * 7).Ticks,
                "day" => date.AddDays(amount).Ticks,
                "hour" => date.AddHours(amount).Ticks,
                "minute" => date.AddMinutes(amount).Ticks,
                "second" => date.AddSeconds(amount).Ticks,
                "millisecond" => date.AddMilliseconds(amount).Ticks,
                "microsecond" => date.AddTicks(checked(amount * 10)).Ticks,
                "nanosecond" => date.AddTicks(amount / 100).Ticks,
                _ => null,
            };
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Counts the borders of periods crossed, as Kusto does.</summary>
    private static long? Difference(string period, long later, long earlier)
    {
        if (Date(later) is not { } a || Date(earlier) is not { } b)
            return null;
        return period switch
        {
            "year" => a.Year - b.Year,
            "quarter" => ((a.Year * 4) + ((a.Month - 1) / 3)) - ((b.Year * 4) + ((b.Month - 1) / 3)),
            "month" => ((a.Year * 12) + a.Month) - ((b.Year * 12) + b.Month),
            "week" => ((StartOf(later, 0, "week") ?? 0) - (StartOf(earlier, 0, "week") ?? 0)) / TimeSpan.TicksPerDay / 7,
            "day" => (later / TimeSpan.TicksPerDay) - (earlier / TimeSpan.TicksPerDay),
            "hour" => (later / TimeSpan.TicksPerHour) - (earlier / TimeSpan.TicksPerHour),
            "minute" => (later / TimeSpan.TicksPerMinute) - (earlier / TimeSpan.TicksPerMinute),
            "second" => (later / TimeSpan.TicksPerSecond) - (earlier / TimeSpan.TicksPerSecond),
            "millisecond" => (later / TimeSpan.TicksPerMillisecond) - (earlier / TimeSpan.TicksPerMillisecond),
            "microsecond" => (later / TimeSpan.TicksPerMicrosecond) - (earlier / TimeSpan.TicksPerMicrosecond),
            "nanosecond" => Within((Int128)(later - earlier) * 100, long.MinValue, long.MaxValue),
            _ => null,
        };
    }

    private static TimeZoneInfo? Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static string? FormatSpan(long ticks, string format)
    {
        var output = new StringBuilder(ticks < 0 ? "-" : "");
        var span = TimeSpan.FromTicks(ticks).Duration();
        foreach (var (letter, run) in Runs(format))
            output.Append(letter switch
            {
                'd' => Padded(span.Days, run),
                'h' or 'H' => Padded(span.Hours, run),
                'm' => Padded(span.Minutes, run),
                's' => Padded(span.Seconds, run),
                'f' or 'F' => Fraction(span.Ticks % TimeSpan.TicksPerSecond, run, letter == 'F'),
                _ => new string(letter, run),
            });
        return output.ToString();
    }

    private static string Formatted(DateTime date, long timeOfDay, string format)
    {
        var output = new StringBuilder();
        foreach (var (letter, run) in Runs(format))
            output.Append(letter switch
            {
                'y' => run >= 4 ? Padded(date.Year, run) : Padded(date.Year % 100, run),
                'M' => run switch { 3 => date.ToString("MMM", CultureInfo.InvariantCulture), 4 => date.ToString("MMMM", CultureInfo.InvariantCulture), _ => Padded(date.Month, run) },
                'd' => run switch { 3 => date.ToString("ddd", CultureInfo.InvariantCulture), 4 => date.ToString("dddd", CultureInfo.InvariantCulture), _ => Padded(date.Day, run) },
                'H' => Padded(date.Hour, run),
                'h' => Padded(date.Hour % 12 == 0 ? 12 : date.Hour % 12, run),
                'm' => Padded(date.Minute, run),
                's' => Padded(date.Second, run),
                'f' or 'F' => Fraction(timeOfDay % TimeSpan.TicksPerSecond, run, letter == 'F'),
                't' => date.Hour < 12 ? "AM" : "PM",
                _ => new string(letter, run),
            });
        return output.ToString();
    }

    private static IEnumerable<(char Letter, int Run)> Runs(string format)
    {
        for (var i = 0; i < format.Length;)
        {
            var start = i;
            while (i < format.Length && format[i] == format[start])
                i++;
            yield return (format[start], i - start);
        }
    }

    private static string Padded(long value, int width) => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static string Fraction(long ticks, int digits, bool trim)
    {
        var text = ticks.ToString("D7", CultureInfo.InvariantCulture)[..Math.Min(7, digits)];
        return trim ? text.TrimEnd('0') : text;
    }
}

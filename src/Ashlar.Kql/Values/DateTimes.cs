using System.Globalization;

namespace Ashlar.Kql.Values;

/// <summary>Datetimes are ticks of 100 ns since 0001-01-01 UTC.</summary>
internal static class DateTimes
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-ddTHHK", "yyyy-MM-dd HH", "yyyy-MM", "yyyy", "yyyyMMdd", "yyyyMMddTHHmmssK", "yyyyMMddTHHmmss.FFFFFFFK", "yyyy/MM/dd", "yyyy/MM/dd HH:mm:ss",
        "M/d/yyyy", "M/d/yyyy H:m:s", "M/d/yyyy h:m:s tt", "MM/dd/yyyy HH:mm:ss.FFFFFFF",
        "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss K", "dd MMM yyyy HH:mm:ss", "d MMM yyyy", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy",
    ];

    private const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;

    public static long? Parse(string text)
    {
        if (text.Length < 4)
            return null;
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Styles, out var exact))
            return exact.Ticks;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var value) && char.IsAsciiDigit(text.TrimStart()[0]) && HasYear(text) ? value.Ticks : null;
    }

    /// <summary>.NET takes the running year when none is written; nothing here may depend on the clock.</summary>
    private static bool HasYear(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == 4)
                return true;
        }

        return false;
    }

    public static string Format(long ticks) => ticks is < 0 or > MaxTicks ? "" : new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    public const long MaxTicks = 3155378975999999999;
}

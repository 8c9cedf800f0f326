using System.Globalization;

namespace Ashlar.Reports;

internal static class Times
{
    /// <summary>UTC with whole seconds, such as <c>2026-11-23T14:25:16Z</c>.</summary>
    public static string Iso(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>For people: <c>2026-11-23 14:25 UTC</c>.</summary>
    public static string Words(DateTime time) => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-23</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

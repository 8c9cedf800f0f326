using System.Globalization;

namespace Ashlar.Bench;

/// <summary>Dates around the day of collection, which is always the same.</summary>
internal static class Time
{
    public static string Collected => In(0);

    public static string In(int days) =>
        new DateTime(2026, 6, 15, 8, 0, 0, DateTimeKind.Utc).AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Ago(int days) => In(-days);
}

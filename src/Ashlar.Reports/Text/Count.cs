using System.Globalization;

namespace Ashlar.Reports;

internal static class Count
{
    /// <summary>With thousands separators: <c>1,204</c>.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 gap</c>, <c>2 gaps</c>.</summary>
    public static string Of(long number, string one, string? many = null) => Of(number) + " " + (number == 1 ? one : many ?? one + "s");
}

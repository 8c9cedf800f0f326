using System.Globalization;

namespace Ashlar.Kql.Tests.Reference;

/// <summary>How values are compared and shown. A value is null, bool, int, long, double, decimal, string, DateTime, TimeSpan, Guid or <see cref="Dyn"/>.</summary>
internal static class Cells
{
    /// <summary>One text per value.</summary>
    public static string Show(object? value) => Show(value, "R");

    /// <summary>The same, reals rounded: sums in another order differ in the last digits.</summary>
    public static string Near(object? value) => Show(value, "G11");

    private static string Show(object? value, string digits) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        int small => small.ToString(CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double real => double.IsFinite(real) ? (real == 0 ? 0 : real).ToString(digits, CultureInfo.InvariantCulture) : real.ToString(CultureInfo.InvariantCulture),
        decimal exact => exact == 0 ? "0" : exact.ToString("0.############################", CultureInfo.InvariantCulture),
        string text => "'" + text + "'",
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        Guid guid => guid.ToString("D"),
        Dyn dynamic => Inside(dynamic, digits),
        _ => throw new InvalidOperationException("No value of KQL: " + value.GetType()),
    };

    private static string Inside(Dyn value, string digits) => value.Value switch
    {
        Dyn[] array => "[" + string.Join(",", array.Select(a => Inside(a, digits))) + "]",
        KeyValuePair<string, Dyn>[] bag => "{" + string.Join(",", bag.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key + ":" + Inside(s.Value, digits))) + "}",
        string text => "\"" + text + "\"",
        var scalar => Show(scalar, digits),
    };

    /// <summary>True when both are present and equal; numbers compare by value whatever their type.</summary>
    public static bool Same(object left, object right)
    {
        left = Unwrap(left);
        right = Unwrap(right);
        return Number(left) is { } a && Number(right) is { } b ? a == b
            : left.GetType() == right.GetType() ? left.Equals(right)
            : throw new Undocumented($"{left.GetType().Name} == {right.GetType().Name}");
    }

    /// <summary>Order of two present values.</summary>
    public static int Order(object left, object right)
    {
        left = Unwrap(left);
        right = Unwrap(right);
        if (Number(left) is { } a && Number(right) is { } b)
            return a.CompareTo(b);
        return (left, right) switch
        {
            (DateTime x, DateTime y) => x.CompareTo(y),
            (TimeSpan x, TimeSpan y) => x.CompareTo(y),
            (string x, string y) when Plain(x) && Plain(y) => string.CompareOrdinal(x, y),
            _ => throw new Undocumented($"the order of {left} and {right}"),
        };
    }

    /// <summary>A scalar out of its dynamic; arrays and bags have no documented comparison.</summary>
    public static object Unwrap(object value) => value is not Dyn dynamic ? value
        : dynamic.Value is bool or long or double or string ? dynamic.Value
        : throw new Undocumented("comparing arrays or bags");

    // Small whole numbers and quarters only where reals meet decimals, so the conversion is exact.
    private static decimal? Number(object value) => value switch
    {
        int small => small,
        long whole => whole,
        double real => Math.Abs(real) < 1e15 ? (decimal)real : throw new Undocumented("comparing huge reals"),
        decimal exact => exact,
        _ => null,
    };

    private static bool Plain(string text) => text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'));
}

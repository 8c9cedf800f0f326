using System.Globalization;

namespace Ashlar.Kql.Functions.Runtime;

internal static class MathRuntime
{
    /// <summary>More than any budget lets pass: a range is ended by it, never cut short.</summary>
    private const long MostSteps = 1_000_000_000_000_000;

    public static void Register(ClrRegistry registry)
    {
        registry.Value<long, long, long>("k_add", (a, b) => unchecked(a + b));
        registry.Value<long, long, long>("k_subtract", (a, b) => unchecked(a - b));
        registry.Value<long, long, long>("k_multiply", (a, b) => unchecked(a * b));
        registry.Value<long, long, long>("k_divide", (a, b) => b == 0 ? null : b == -1 ? unchecked(-a) : a / b);
        registry.Value<long, long, long>("k_modulo", (a, b) => b == 0 ? null : b == -1 ? 0 : a % b is var rest && rest < 0 ? unchecked(b < 0 ? rest - b : rest + b) : rest);
        registry.Value<long, long, long>("k_bin", (value, size) => size <= 0 ? null : value - (((value % size) + size) % size));
        // The least long has no counterpart and stays, as sums wrap round.
        registry.Value<long, long>("k_abs", value => value < 0 ? unchecked(-value) : value);
        registry.Text<string, long>("k_decimal_round", (text, digits) => Decimals(text, "0", (value, _) => Math.Round(value, (int)Math.Clamp(digits, 0, 15), MidpointRounding.AwayFromZero)));
        registry.Text<string, string>("k_decimal_add", (a, b) => Decimals(a, b, (x, y) => x + y));
        registry.Text<string, string>("k_decimal_subtract", (a, b) => Decimals(a, b, (x, y) => x - y));
        registry.Text<string, string>("k_decimal_multiply", (a, b) => Decimals(a, b, (x, y) => x * y));
        registry.Text<string, string>("k_decimal_divide", (a, b) => Decimals(a, b, (x, y) => x / y));
        registry.Text<string, string>("k_decimal_modulo", (a, b) => Decimals(a, b, (x, y) => ((x % y) + Math.Abs(y)) % Math.Abs(y)));
        registry.Value<double, double>("k_log", value => value <= 0 ? value == 0 ? double.NegativeInfinity : double.NaN : Math.Log(value));
        registry.Value<double, double>("k_log2", value => Math.Log2(value));
        registry.Value<double, double>("k_log10", value => Math.Log10(value));
        registry.Value<double, double>("k_erf", value => Erf(value));
        registry.Value<double, long, double>("k_round", Round);
        registry.Value<long, long, long>("k_shift_left", (value, bits) => bits is < 0 or > 63 ? 0 : value << (int)bits);
        registry.Value<long, long, long>("k_shift_right", (value, bits) => bits is < 0 or > 63 ? 0 : value >> (int)bits);
        registry.Value<double, double, double, long>("k_range_count", (from, to, step) => step == 0 || (to - from) / step < 0 ? 0 : (long)Math.Min(MostSteps, Math.Floor(((to - from) / step) + 1e-9) + 1));
        registry.Value<long, long, long, long>("k_range_length", (from, to, step) => step == 0 || (step > 0 ? to < from : to > from) ? 0 : (long)Math.Min(MostSteps, (((decimal)to - from) / step) + 1));
        registry.Value<long, long, long, long>("k_slots", (from, to, step) => step <= 0 || to <= from ? 0 : (long)Math.Min(1e6m, Math.Ceiling(((decimal)to - from) / step)));
    }

    /// <summary>Null where the result has more digits than a decimal, or none.</summary>
    private static string? Decimals(string left, string right, Func<decimal, decimal, decimal> operation)
    {
        if (!decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) || !decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b))
            return null;
        try
        {
            return operation(a, b).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception beyond) when (beyond is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    private static double? Round(double value, long digits)
    {
        if (digits is >= 0 and <= 15)
            return Math.Round(value, (int)digits, MidpointRounding.AwayFromZero);
        if (digits > 15)
            return value;
        var scale = Math.Pow(10, -Math.Max(digits, -300));
        return Math.Round(value / scale, MidpointRounding.AwayFromZero) * scale;
    }

    /// <summary>By its series near 0 and the continued fraction of its complement elsewhere.</summary>
    private static double Erf(double x)
    {
        if (double.IsNaN(x))
            return x;
        var a = Math.Abs(x);
        if (a > 6)
            return Math.Sign(x);
        if (a < 2.5)
        {
            double term = a, sum = a;
            for (var n = 1; n < 100 && Math.Abs(term) > 1e-17 * sum; n++)
            {
                term *= -a * a / n;
                sum += term / ((2 * n) + 1);
            }

            return Math.Sign(x) * 2 / Math.Sqrt(Math.PI) * sum;
        }

        var fraction = 0.0;
        for (var k = 60; k > 0; k--)
            fraction = k / 2.0 / (a + fraction);
        return Math.Sign(x) * (1 - (Math.Exp(-a * a) / Math.Sqrt(Math.PI) / (a + fraction)));
    }
}

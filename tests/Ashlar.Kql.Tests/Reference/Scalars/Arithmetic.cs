namespace Ashlar.Kql.Tests.Reference;

/// <summary>
/// Numerical operators page: any null gives null; int and long give long, a real operand gives real; whole division truncates;
/// modulo is never negative. Not said there and left out: overflow, division by zero.
/// </summary>
internal static class Arithmetic
{
    public static Scalar Binary(string op, Scalar left, Scalar right)
    {
        var type = Result(left.Type, right.Type);
        return Scalar.Call(type, "({0} " + op + " {1})", v => v[0] is null || v[1] is null ? null : Apply(type, op, v[0]!, v[1]!), left, right);
    }

    public static Scalar Negate(Scalar operand)
    {
        return Scalar.Call(operand.Type, "(-{0})", v => v[0] is null ? null : Apply(operand.Type, "-", 0L, v[0]!), operand);
    }

    public static Scalar Bin(Scalar value, Scalar size)
    {
        var type = value.Type == KqlType.DateTime ? KqlType.DateTime : value.Type == KqlType.TimeSpan ? KqlType.TimeSpan : Result(value.Type, size.Type);
        return Scalar.Call(type, "bin({0}, {1})", v => v[0] is null || v[1] is null ? null : Bin(type, v[0]!, v[1]!), value, size);
    }

    private static KqlType Result(KqlType left, KqlType right) =>
        left == KqlType.Decimal || right == KqlType.Decimal ? KqlType.Decimal
        : left == KqlType.Real || right == KqlType.Real ? KqlType.Real : KqlType.Long;

    private static object Apply(KqlType type, string op, object left, object right) => type switch
    {
        KqlType.Real => Real(op, Convert.ToDouble(left), Convert.ToDouble(right)),
        KqlType.Decimal => op is "+" or "-" or "*" ? Exact(op, Convert.ToDecimal(left), Convert.ToDecimal(right)) : throw new Undocumented("digits of a decimal quotient"),
        _ => Whole(op, Convert.ToInt64(left), Convert.ToInt64(right)),
    };

    private static long Whole(string op, long a, long b)
    {
        try
        {
            return checked(op switch
            {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                "/" => b == 0 ? throw new Undocumented("division by zero") : a / b,
                "%" => b is 0 or long.MinValue ? throw new Undocumented("modulo zero") : ((a % b) + Math.Abs(b)) % Math.Abs(b),
                _ => throw new InvalidOperationException(op),
            });
        }
        catch (OverflowException)
        {
            throw new Undocumented("overflow of long");
        }
    }

    private static double Real(string op, double a, double b) => op switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => b == 0 ? throw new Undocumented("division by zero") : a / b,
        _ => throw new Undocumented("modulo of reals"),
    };

    private static decimal Exact(string op, decimal a, decimal b)
    {
        var result = op switch { "+" => a + b, "-" => a - b, _ => a * b };
        return Math.Abs(result) < 1_000_000_000m ? result : throw new Undocumented("precision of large decimals");
    }

    // bin() page: the nearest multiple below; a null or negative size gives null.
    private static object? Bin(KqlType type, object value, object size)
    {
        switch (type)
        {
            case KqlType.DateTime:
                return Floor(((DateTime)value).Ticks, ((TimeSpan)size).Ticks) is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
            case KqlType.TimeSpan:
                return Floor(((TimeSpan)value).Ticks, ((TimeSpan)size).Ticks) is { } span ? new TimeSpan(span) : null;
            case KqlType.Real:
                var (v, s) = (Convert.ToDouble(value), Convert.ToDouble(size));
                return s == 0 ? throw new Undocumented("bin of size zero") : s < 0 ? null : Math.Floor(v / s) * s;
            case KqlType.Decimal:
                throw new Undocumented("bin of decimals");
            default:
                return Floor(Convert.ToInt64(value), Convert.ToInt64(size)) is { } whole ? whole : null;
        }
    }

    private static long? Floor(long value, long size) => size == 0 ? throw new Undocumented("bin of size zero")
        : size < 0 ? null
        : value - (((value % size) + size) % size) is var floor && floor <= value ? floor : throw new Undocumented("overflow of bin");
}

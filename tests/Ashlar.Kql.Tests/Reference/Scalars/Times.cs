namespace Ashlar.Kql.Tests.Reference;

/// <summary>Datetime and timespan arithmetic to 100 ns; the clock is fixed.</summary>
internal static class Times
{
    public static readonly DateTime Now = new DateTime(2025, 3, 1, 12, 34, 56, DateTimeKind.Utc).AddTicks(7_891_234);

    public static Scalar NowCall() => new(KqlType.DateTime, "now()", [], _ => Now);

    public static Scalar Ago(Scalar span) => Scalar.Call(KqlType.DateTime, "ago({0})", v => v[0] is TimeSpan back ? Now - back : null, span);

    public static Scalar Shift(string op, Scalar time, Scalar span) => Scalar.Call(
        KqlType.DateTime,
        "({0} " + op + " {1})",
        v => v[0] is DateTime at && v[1] is TimeSpan by ? op == "+" ? at + by : at - by : null,
        time,
        span);

    public static Scalar Between(Scalar from, Scalar to) => Scalar.Call(
        KqlType.TimeSpan,
        "({0} - {1})",
        v => v[0] is DateTime a && v[1] is DateTime b ? a - b : null,
        from,
        to);

    public static Scalar Add(string op, Scalar left, Scalar right) => Scalar.Call(
        KqlType.TimeSpan,
        "({0} " + op + " {1})",
        v => v[0] is TimeSpan a && v[1] is TimeSpan b ? op == "+" ? a + b : a - b : null,
        left,
        right);

    public static Scalar Scale(Scalar span, Scalar factor) => Scalar.Call(
        KqlType.TimeSpan,
        "({0} * {1})",
        v => v[0] is TimeSpan a && v[1] is long b ? new TimeSpan(checked(a.Ticks * b)) : null,
        span,
        factor);

    /// <summary>Numerical operators page: 10m / 1s is a number.</summary>
    public static Scalar Ratio(Scalar left, Scalar right) => Scalar.Call(
        KqlType.Real,
        "({0} / {1})",
        v => v[0] is TimeSpan a && v[1] is TimeSpan b ? b == default ? throw new Undocumented("division by zero") : (double)a.Ticks / b.Ticks : null,
        left,
        right);

    public static Scalar StartOfDay(Scalar time) => Scalar.Call(KqlType.DateTime, "startofday({0})", v => v[0] is DateTime at ? at.Date : null, time);
}

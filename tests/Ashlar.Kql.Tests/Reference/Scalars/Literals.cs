using System.Globalization;

namespace Ashlar.Kql.Tests.Reference;

internal static class Literals
{
    public static Scalar Of(KqlType type, object? value) => new(type, Text(type, value), [], _ => value);

    public static string Text(KqlType type, object? value) => (type, value) switch
    {
        (KqlType.String, string text) => Quoted(text),
        (_, null) => Name(type) + "(null)",
        (KqlType.Bool, bool truth) => truth ? "true" : "false",
        (KqlType.Int, int small) => $"int({small})",
        (KqlType.Long, long whole) => whole < 0 ? $"long({whole})" : whole.ToString(CultureInfo.InvariantCulture),
        (KqlType.Real, double real) => "real(" + real.ToString("R", CultureInfo.InvariantCulture) + ")",
        (KqlType.Decimal, decimal exact) => "decimal(" + exact.ToString(CultureInfo.InvariantCulture) + ")",
        (KqlType.DateTime, DateTime time) => "datetime(" + time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture) + ")",
        (KqlType.TimeSpan, TimeSpan span) => "time(" + span.ToString("c", CultureInfo.InvariantCulture) + ")",
        (KqlType.Guid, Guid guid) => "guid(" + guid.ToString("D") + ")",
        (KqlType.Dynamic, Dyn dynamic) => "dynamic(" + dynamic.Json + ")",
        _ => throw new InvalidOperationException($"{type}: {value}"),
    };

    public static string Quoted(string text) => "'" + text.Replace("\\", "\\\\").Replace("'", "\\'") + "'";

    /// <summary>The name of the type in KQL.</summary>
    public static string Name(KqlType type) => type.ToString().ToLowerInvariant();
}

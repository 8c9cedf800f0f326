using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class ConversionFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("parse_json(json:string): dynamic", "k_parse_json({0})", "The value that JSON text stands for; text that is no JSON stays a string.", FunctionTraits.MayBeNull),
        Row("parse_json(json:dynamic): dynamic", "{0}", "The value as it is."),
        Row("dynamic_to_json(value:json): string", "k_sorted_json({0})", "JSON text with sorted property names.", FunctionTraits.MayBeNull),
        Row("tohex(value:long, width?:long): string", "k_tohex({0}, coalesce({1}, 0))", "Hexadecimal digits.", FunctionTraits.MayBeNull),
        Row("isnan(value:real): bool", "isnan({0})", "Whether a real is not a number."),
        Row("isinf(value:real): bool", "isinf({0})", "Whether a real is infinite."),
        Row("isfinite(value:real): bool", "isfinite({0})", "Whether a real is finite."),
    ];
}

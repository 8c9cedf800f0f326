using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class DynamicFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("op:order(value:dynamic): dynamic", "k_order({0})", "Used by sort, top and arg_max.", FunctionTraits.MayBeNull),
        Row("op:lay(cells:dynamic, count:long, otherwise:json): dynamic", "k_lay({0}, {1}, coalesce({2}, 'null'))", "Used by make-series.", FunctionTraits.MayBeNull),
        Row("op:axis_datetime(from:datetime, step:timespan, count:long): dynamic", "k_axis({0}, {1}, {2}, 'datetime')", "Used by make-series.", FunctionTraits.MayBeNull),
        Row("op:axis_timespan(from:timespan, step:timespan, count:long): dynamic", "k_axis({0}, {1}, {2}, 'timespan')", "Used by make-series.", FunctionTraits.MayBeNull),
        Row("op:axis_long(from:long, step:long, count:long): dynamic", "k_axis({0}, {1}, {2}, 'long')", "Used by make-series.", FunctionTraits.MayBeNull),
        Row("op:axis_real(from:real, step:real, count:long): dynamic", "k_axis_real({0}, {1}, {2})", "Used by make-series.", FunctionTraits.MayBeNull),
        Row("pack_array(values:json...): dynamic", "('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']')", "The values as an array."),
        Row("range(from:long, to:long, step?:long): dynamic", "k_range_array({0}, {1}, coalesce({2}, 1))", "An array of numbers.", FunctionTraits.MayBeNull),
        Row("range(from:real, to:real, step?:real): dynamic", "k_range_reals({0}, {1}, coalesce({2}, 1.0))", "An array of numbers.", FunctionTraits.MayBeNull),
        Row("range(from:datetime, to:datetime, step?:timespan): dynamic", "k_range_dates({0}, {1}, coalesce({2}, 864000000000))", "An array of dates.", FunctionTraits.MayBeNull),
        Row("range(from:timespan, to:timespan, step?:timespan): dynamic", "k_range_spans({0}, {1}, coalesce({2}, 36000000000))", "An array of lengths.", FunctionTraits.MayBeNull),
        Row("repeat(value:json, count:long): dynamic", "k_repeat(coalesce({0}, 'null'), {1})", "An array of the same value.", FunctionTraits.MayBeNull),
    ];
}

using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class SeriesFunctions
{
    private static readonly (string Name, string Doc)[] Arithmetic = [("add", "Sum"), ("subtract", "Difference"), ("multiply", "Product"), ("divide", "Quotient"), ("pow", "Power")];

    private static readonly (string Name, string Doc)[] Comparisons = [("equals", "equal"), ("not_equals", "not equal"), ("less", "less"), ("less_equals", "less or equal"), ("greater", "greater"), ("greater_equals", "greater or equal")];

    private static readonly string[] Maps = ["abs", "ceiling", "floor", "exp", "log", "sign", "sin", "cos", "tan", "asin", "acos", "atan"];

    public static IEnumerable<FunctionSignature> Rows =>
    [
        .. Arithmetic
            .Select(o => Row($"series_{o.Name}(a:json, b:json): dynamic", $"k_series({{0}}, {{1}}, '{o.Name}')", o.Doc + " element by element.", FunctionTraits.MayBeNull)),
        .. Comparisons
            .Select(o => Row($"series_{o.Name}(a:json, b:json): dynamic", $"k_series({{0}}, {{1}}, '{o.Name}')", "Element by element whether the first is " + o.Doc + ".", FunctionTraits.MayBeNull)),
        .. Maps
            .Select(o => Row($"series_{o}(a:dynamic): dynamic", $"k_series_map({{0}}, '{o}')", $"{o}() element by element.", FunctionTraits.MayBeNull)),
        Row("series_sum(series:dynamic): real", "k_array_sum({0})", "Sum of the elements.", FunctionTraits.MayBeNull),
        Row("series_fill_forward(series:dynamic, missing?:json): dynamic", "k_series_fill({0}, coalesce({1}, 'null'), 'forward')", "Missing elements from the one before.", FunctionTraits.MayBeNull),
        Row("series_fill_backward(series:dynamic, missing?:json): dynamic", "k_series_fill({0}, coalesce({1}, 'null'), 'backward')", "Missing elements from the one after.", FunctionTraits.MayBeNull),
        Row("series_fill_const(series:dynamic, value:json, missing?:json): dynamic", "k_series_fill_const({0}, {1}, coalesce({2}, 'null'))", "Missing elements by a constant.", FunctionTraits.MayBeNull),
        Row("series_fill_linear(series:dynamic, missing?:json, fillEdges?:bool, edge?:json): dynamic", "k_series_fill_linear({0}, coalesce({1}, 'null'), coalesce({2}, true), coalesce({3}, 'null'))", "Missing elements on the line between their neighbours.", FunctionTraits.MayBeNull),
        Row("series_stats_dynamic(series:dynamic): dynamic", "k_series_stats({0})", "Least, greatest, mean, deviation and their places.", FunctionTraits.MayBeNull),
        Row("series_fit_line_dynamic(series:dynamic): dynamic", "k_series_line({0})", "The line of least squares.", FunctionTraits.MayBeNull),
    ];
}

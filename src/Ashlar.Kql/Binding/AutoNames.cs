using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

/// <summary>The name an unnamed column gets, as Microsoft's binder gives it.</summary>
internal static class AutoNames
{
    private static readonly HashSet<string> ByArgument = new(StringComparer.Ordinal)
    {
        "tostring", "tohex", "toint", "tolong", "todouble", "todecimal", "tobool", "todatetime", "totimespan", "toguid", "parse_json", "parse_xml", "parse_csv",
        "int", "long", "real", "double", "bool", "decimal", "bin", "bin_at", "bin_auto", "split", "startofday", "format_datetime", "format_bytes", "make_datetime", "make_timespan",
        "binary_and", "binary_or", "binary_xor", "binary_not", "binary_shift_left", "binary_shift_right", "bitset_count_ones",
        "series_fir", "series_outliers", "series_fill_backward", "series_fill_forward", "series_fill_const", "series_fill_linear",
        "round", "ceiling", "pow", "sqrt", "log", "log2", "log10", "exp", "exp2", "exp10", "cos", "sin", "tan", "acos", "asin", "atan", "atan2", "abs", "rand", "gamma", "loggamma", "erf", "erfc",
    };

    public static string? Of(Expression expression) => expression switch
    {
        NameExpression name => name.Name,
        PathExpression { Target: NameExpression { Name: "$left" or "$right" } } side => side.Name,
        PathExpression path => Of(path.Target) is { } target ? target + "_" + path.Name : path.Name,
        ElementExpression { Index: LiteralExpression { Value: { } index } } element => Of(element.Target) is { } target ? target + "_" + index : null,
        ElementExpression element => Of(element.Target) is { } target ? target + "_" : null,
        NamedExpression { Names: [var given] } => given.Name,
        CallExpression { Arguments: [var first, ..] } call when ByArgument.Contains(FunctionAliases.Canonical(call.Name)) => Of(first),
        CallExpression { Name: "strlen" or "string_size" or "repeat", Arguments: [var first, ..] } call => Of(first) is { } named ? call.Name + "_" + named : null,
        CallExpression { Name: "column_ifexists" or "columnifexists", Arguments: [LiteralExpression { Value: string name }, ..] } => name,
        CallExpression call when FunctionAliases.Canonical(call.Name) is not ("arg_max" or "arg_min") and var name && FunctionRegistry.Aggregate(name) is not null => OfAggregate(call),
        _ => null,
    };

    /// <summary>Whether a column that the function makes takes the name of its first argument; there a name can stand before the argument.</summary>
    public static bool Pass(string function) => ByArgument.Contains(FunctionAliases.Canonical(function));

    public static string OfAggregate(CallExpression call)
    {
        var name = FunctionAliases.Canonical(call.Name);
        // The name of old still shows.
        var prefix = call.Name is "any" or "anyif" ? call.Name : FunctionRegistry.Aggregate(name)?[0].Prefix ?? name;
        if (prefix.Length == 0)
            return (call.Arguments.Count > 0 ? Of(call.Arguments[0]) : null) ?? "Column1";
        return prefix + "_" + (call.Arguments.Count > 0 && FunctionRegistry.Aggregate(name)?[0].Parameters is not [{ Kind: ParameterKind.Bool }, ..] ? Of(call.Arguments[0]) ?? "" : "");
    }
}

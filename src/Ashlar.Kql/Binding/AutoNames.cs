using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

/// <summary>The name an unnamed column gets.</summary>
internal static class AutoNames
{
    private static readonly HashSet<string> ByArgument = new(StringComparer.Ordinal)
    {
        "tostring", "toint", "tolong", "todouble", "todecimal", "tobool", "todatetime", "totimespan", "toguid", "parse_json", "bin", "bin_at",
        "int", "long", "real", "double", "bool", "decimal",
        "startofday", "startofweek", "startofmonth", "startofyear", "endofday", "endofweek", "endofmonth", "endofyear",
    };

    public static string? Of(Expression expression) => expression switch
    {
        NameExpression name => name.Name,
        PathExpression { Target: NameExpression { Name: "$left" or "$right" } } side => side.Name,
        PathExpression path => Of(path.Target) is { } target ? target + "_" + path.Name : path.Name,
        ElementExpression { Index: LiteralExpression { Value: { } index } } element => Of(element.Target) is { } target ? target + "_" + index : null,
        CallExpression { Arguments: [var first, ..] } call when ByArgument.Contains(FunctionAliases.Canonical(call.Name)) => Of(first),
        CallExpression { Name: "column_ifexists" or "columnifexists", Arguments: [LiteralExpression { Value: string name }, ..] } => name,
        _ => null,
    };

    public static string OfAggregate(CallExpression call)
    {
        var name = FunctionAliases.Canonical(call.Name);
        var prefix = FunctionRegistry.Aggregate(name)?[0].Prefix ?? name;
        if (prefix.Length == 0)
            return (call.Arguments.Count > 0 ? Of(call.Arguments[0]) : null) ?? "Column1";
        return prefix + "_" + (call.Arguments.Count > 0 && FunctionRegistry.Aggregate(name)?[0].Parameters[0].Kind != ParameterKind.Bool ? Of(call.Arguments[0]) ?? "" : "");
    }
}

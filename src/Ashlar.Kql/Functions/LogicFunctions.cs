using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class LogicFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("not(value:bool): bool", "(NOT {0})", "True for false, false for true, null for null."),
        Row("iff(if:bool, then:same, else:same): same", "(CASE WHEN {0} THEN {1} ELSE {2} END)", "The second argument when the first is true, else the third."),
        Row("isnull(value:string): bool", "false", "Whether a value is null; strings never are."),
        Row("isnull(value:dynamic): bool", "({0} IS NULL)", "Whether a value is null.", FunctionTraits.NeverNull),
        Row("isnull(value:any): bool", "({0} IS NULL)", "Whether a value is null.", FunctionTraits.NeverNull),
        Row("isnotnull(value:string): bool", "true", "Whether a value is not null; strings never are."),
        Row("isnotnull(value:dynamic): bool", "({0} IS NOT NULL)", "Whether a value is not null.", FunctionTraits.NeverNull),
        Row("isnotnull(value:any): bool", "({0} IS NOT NULL)", "Whether a value is not null.", FunctionTraits.NeverNull),
        Row("isempty(value:string): bool", "({0} = '')", "Whether a value is null or an empty string."),
        Row("isempty(value:dynamic): bool", "(coalesce({0} ->> '$', '') = '')", "Whether a value is null or an empty string.", FunctionTraits.NeverNull),
        Row("isempty(value:any): bool", "({0} IS NULL)", "Whether a value is null or an empty string.", FunctionTraits.NeverNull),
        Row("isnotempty(value:string): bool", "({0} <> '')", "Whether a value is neither null nor an empty string."),
        Row("isnotempty(value:dynamic): bool", "(coalesce({0} ->> '$', '') <> '')", "Whether a value is neither null nor an empty string.", FunctionTraits.NeverNull),
        Row("isnotempty(value:any): bool", "({0} IS NOT NULL)", "Whether a value is neither null nor an empty string.", FunctionTraits.NeverNull),
        Row("coalesce(values:same...): same", "coalesce({0})", "The first value that is not null; of strings, not empty.", FunctionTraits.MayBeNull),
        Row("coalesce(values:string...): string", "[x FOR x IN [{0}] IF x <> ''][1]", "The first value that is not null; of strings, not empty.", FunctionTraits.MayBeNull),
        Row("max_of(values:same...): same", "greatest({0})", "The greatest value."),
        Row("max_of(values:dynamic...): dynamic", "list_reduce([{0}], lambda a, b: CASE WHEN b IS NULL OR k_order(a) >= k_order(b) THEN a ELSE b END)", "The greatest value."),
        Row("min_of(values:dynamic...): dynamic", "list_reduce([{0}], lambda a, b: CASE WHEN b IS NULL OR k_order(a) <= k_order(b) THEN a ELSE b END)", "The least value."),
        Row("min_of(values:same...): same", "least({0})", "The least value."),
        Row("gettype(value:dynamic): string", "k_type_of({0})", "The name of the type a dynamic holds.", FunctionTraits.MayBeNull),
    ];
}

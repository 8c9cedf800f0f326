using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

/// <summary>The operators between strings; =~ and !~ are comparisons of folded text.</summary>
internal static class StringOperators
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("op:contains(text:string, part:string): bool", "contains(lower({0}), lower({1}))", "Whether the text has the part in it, in any case."),
        Row("op:contains_cs(text:string, part:string): bool", "contains({0}, {1})", "Whether the text has the part in it."),
        Row("op:startswith(text:string, part:string): bool", "starts_with(lower({0}), lower({1}))", "Whether the text starts with the part, in any case."),
        Row("op:startswith_cs(text:string, part:string): bool", "starts_with({0}, {1})", "Whether the text starts with the part."),
        Row("op:endswith(text:string, part:string): bool", "suffix(lower({0}), lower({1}))", "Whether the text ends with the part, in any case."),
        Row("op:endswith_cs(text:string, part:string): bool", "suffix({0}, {1})", "Whether the text ends with the part."),
        Row("op:has(text:string, term:string): bool", "k_has({0}, {1}, 3)", "Whether the text has the whole term, in any case."),
        Row("op:has_cs(text:string, term:string): bool", "k_has_cs({0}, {1}, 3)", "Whether the text has the whole term."),
        Row("op:hasprefix(text:string, start:string): bool", "k_has({0}, {1}, 1)", "Whether a term of the text starts so, in any case."),
        Row("op:hasprefix_cs(text:string, start:string): bool", "k_has_cs({0}, {1}, 1)", "Whether a term of the text starts so."),
        Row("op:hassuffix(text:string, end:string): bool", "k_has({0}, {1}, 2)", "Whether a term of the text ends so, in any case."),
        Row("op:hassuffix_cs(text:string, end:string): bool", "k_has_cs({0}, {1}, 2)", "Whether a term of the text ends so."),
        Row("op:has_any(text:string, terms:dynamic): bool", "coalesce(k_has_list({0}, {1}, false), false)", "Whether the text has one of the terms.", FunctionTraits.NeverNull),
        Row("op:has_all(text:string, terms:dynamic): bool", "coalesce(k_has_list({0}, {1}, true), true)", "Whether the text has all of the terms.", FunctionTraits.NeverNull),
        Row("op:in_list(list:dynamic, value:string): bool", "coalesce(k_in_list({0}, {1}, false), false)", "Whether a dynamic array has the value.", FunctionTraits.NeverNull),
        Row("op:in_list~(list:dynamic, value:string): bool", "coalesce(k_in_list({0}, {1}, true), false)", "Whether a dynamic array has the value, in any case.", FunctionTraits.NeverNull),
        Row("op:matches regex(text:string, pattern:string): bool", "coalesce(k_matches({0}, {1}), false)", "Whether the text matches the regular expression.", FunctionTraits.NeverNull),
        Row("op:like(text:string, pattern:string): bool", "({0} ILIKE {1})", "Whether the text is like the pattern."),
        Row("op:notlike(text:string, pattern:string): bool", "({0} NOT ILIKE {1})", "Whether the text is not like the pattern."),
    ];
}

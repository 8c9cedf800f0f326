using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class ParsingFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("op:parse(text:string, pattern:string, types:string, whole:bool): dynamic", "k_parse({0}, {1}, {2}, {3})", "Used by parse.", FunctionTraits.MayBeNull),
        Row("op:parse_kv(text:string, options:string): dynamic", "k_parse_kv({0}, {1})", "Used by parse-kv.", FunctionTraits.MayBeNull),
        Row("parse_url(url:string): dynamic", "k_parse_url({0})", "The parts of a URL.", FunctionTraits.MayBeNull),
        Row("parse_urlquery(query:string): dynamic", "k_parse_urlquery({0})", "The parameters of a URL query.", FunctionTraits.MayBeNull),
        Row("parse_path(path:string): dynamic", "k_parse_path({0})", "The parts of a file path.", FunctionTraits.MayBeNull),
        Row("parse_version(version:string): decimal", "TRY_CAST(k_parse_version({0}) AS DECIMAL(38,0))", "A version as a number that sorts.", FunctionTraits.MayBeNull),
        Row("parse_csv(text:string): dynamic", "k_parse_csv({0})", "The fields of the first record.", FunctionTraits.MayBeNull),
        Row("parse_command_line(text:string, kind:string): dynamic", "k_parse_command_line({0}, {1})", "The arguments of a Windows command line.", FunctionTraits.MayBeNull),
    ];
}

namespace Ashlar.Kql.Functions;

/// <summary>Older and second names of functions.</summary>
internal static class FunctionAliases
{
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["iif"] = "iff",
        ["makeset"] = "make_set",
        ["makelist"] = "make_list",
        ["any"] = "take_any",
        ["anyif"] = "take_anyif",
        ["argmax"] = "arg_max",
        ["argmin"] = "arg_min",
        ["makebag"] = "make_bag",
        ["toboolean"] = "tobool",
        ["toreal"] = "todouble",
        ["tofloat"] = "todouble",
        ["date"] = "todatetime",
        ["parsejson"] = "parse_json",
        ["todynamic"] = "parse_json",
        ["toobject"] = "parse_json",
        ["arraylength"] = "array_length",
        ["strcatarray"] = "strcat_array",
        ["notempty"] = "isnotempty",
        ["notnull"] = "isnotnull",
        ["pack"] = "bag_pack",
        ["pack_dictionary"] = "bag_pack",
        ["packarray"] = "pack_array",
        ["ceil"] = "ceiling",
        ["floor"] = "bin",
        ["base64_decodestring"] = "base64_decode_tostring",
        ["base64_encodestring"] = "base64_encode_tostring",
        ["parseurl"] = "parse_url",
        ["parsepath"] = "parse_path",
        ["parseversion"] = "parse_version",
        ["extractjson"] = "extract_json",
        ["dcount_distinct"] = "count_distinct",
        ["hash_xxhash64"] = "hash",
        ["getmonth"] = "monthofyear",
        ["weekofyear"] = "week_of_year",
        ["array_strcat"] = "strcat_array",
        ["totime"] = "totimespan",
        ["extractall"] = "extract_all",
        ["parseurlquery"] = "parse_urlquery",
        ["datepart"] = "datetime_part",
        ["make_string"] = "unicode_codepoints_to_string",
        ["convert_datetime"] = "todatetime",
    };

    public static string Canonical(string name) => Table.GetValueOrDefault(name, name);

    public static IEnumerable<KeyValuePair<string, string>> All => Table;
}

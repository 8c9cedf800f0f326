using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class StringFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("tolower(text:string): string", "lower({0})", "The text in lower case."),
        Row("toupper(text:text): string", "upper({0})", "The text in upper case."),
        Row("strlen(text:string): long", "length({0})", "Number of code points."),
        Row("string_size(text:string): long", "strlen({0})", "Number of bytes in UTF-8."),
        Row("strcat(values:text...): string", "concat({0})", "The texts joined."),
        Row("strcat_delim(delimiter:text, values:text...): string", "concat_ws({0}, {1})", "The texts joined with a delimiter."),
        Row("strcat_array(array:dynamic, delimiter:text): string", "k_strcat_array({0}, {1})", "The elements of an array joined.", FunctionTraits.MayBeNull),
        Row("strrep(value:text, times:long, delimiter?:text): string", "k_strrep({0}, {1}, coalesce({2}, ''))", "The text repeated.", FunctionTraits.MayBeNull),
        Row("strcmp(a:text, b:text): long", "(CASE WHEN {0} < {1} THEN -1 WHEN {0} > {1} THEN 1 ELSE 0 END)", "-1, 0 or 1 by ordinal order."),
        Row("substring(text:text, start:long, length?:long): string", "k_substring({0}, {1}, coalesce({2}, 9223372036854775807))", "A part of the text, from 0; a negative start counts from the end.", FunctionTraits.MayBeNull),
        Row("split(text:text, delimiter:string, index?:long): dynamic", "k_split({0}, {1}, coalesce({2}, -1))", "The parts between delimiters, or the one asked for, as an array.", FunctionTraits.MayBeNull),
        Row("indexof(text:text, part:text, start?:long, length?:long, occurrence?:long): long", "k_indexof({0}, {1}, coalesce({2}, 0), CAST(greatest(-1, least(1000000000, coalesce({4}, 1))) AS BIGINT) * 8589934592 + (CAST(coalesce({3}, -1) AS BIGINT) & 4294967295))", "Position from 0 of a part; -1 when it is not there.", FunctionTraits.MayBeNull),
        Row("indexof_regex(text:text, pattern:text, start?:long, length?:long, occurrence?:long): long", "k_indexof_regex({0}, {1}, coalesce({2}, 0), CAST(greatest(-1, least(1000000000, coalesce({4}, 1))) AS BIGINT) * 8589934592 + (CAST(coalesce({3}, -1) AS BIGINT) & 4294967295))", "Position from 0 of a match; -1 when there is none.", FunctionTraits.MayBeNull),
        Row("countof(text:string, part:string, kind?:string): long", "k_countof({0}, {1}, coalesce({2}, 'normal'))", "How often a part occurs."),
        Row("replace_string(text:string, part:string, with:string): string", "k_replace({0}, {1}, {2})", "The text with all occurrences replaced."),
        Row("replace_strings(text:string, parts:dynamic, with:dynamic): string", "k_replace_strings({0}, {1}, {2})", "The text with each part replaced by its partner.", FunctionTraits.MayBeNull),
        // The name of old: its text comes last.
        Row("replace(pattern:string, with:string, text:string): string", "k_replace_regex({2}, {0}, {1})", "The text with all matches replaced.", FunctionTraits.MayBeNull),
        Row("replace_regex(text:string, pattern:string, with:string): string", "k_replace_regex({0}, {1}, {2})", "The text with all matches replaced; \\1 stands for a group.", FunctionTraits.MayBeNull),
        Row("extract(pattern:string, group:long, text:string): string", "k_extract({0}, {1}, {2})", "A group of the first match; '' without one.", FunctionTraits.MayBeNull),
        Row("extract_all(pattern:string, text:string): dynamic", "k_extract_all({0}, '[]', {1})", "All matches: of one group as strings, of several as arrays.", FunctionTraits.MayBeNull),
        Row("extract_all(pattern:string, groups:dynamic, text:string): dynamic", "k_extract_all({0}, {1}, {2})", "All matches with the groups asked for.", FunctionTraits.MayBeNull),
        Row("extract_json(path:string, json:string): string", "k_extract_json({0}, {1})", "The value at a JSON path as text.", FunctionTraits.MayBeNull),
        Row("extract_json(path:string, json:dynamic): string", "k_extract_json({0}, {1})", "The value at a JSON path as text.", FunctionTraits.MayBeNull),
        Row("trim(pattern:string, text:string): string", "k_trim({1}, {0}, 3)", "The text without its leading and trailing matches.", FunctionTraits.MayBeNull),
        Row("trim_start(pattern:string, text:string): string", "k_trim({1}, {0}, 1)", "The text without a leading match.", FunctionTraits.MayBeNull),
        Row("trim_end(pattern:string, text:string): string", "k_trim({1}, {0}, 2)", "The text without a trailing match.", FunctionTraits.MayBeNull),
        Row("isascii(text:text): bool", "(strlen({0}) = length({0}))", "Whether the text has ASCII characters only."),
        Row("isutf8(text:text): bool", "({0} IS NOT NULL)", "Whether the text is UTF-8, as all text here is."),
        Row("reverse(text:text): string", "reverse({0})", "The text backwards."),
        Row("translate(from:string, to:string, text:string): string", "k_translate({0}, {1}, {2})", "Each character of the first text replaced by its partner in the second."),
        Row("url_encode(text:string): string", "k_url_encode({0})", "The text as part of a URL, blanks as +."),
        Row("url_encode_component(text:string): string", "k_url_encode_component({0})", "The text as part of a URL, blanks as %20."),
        Row("url_decode(text:string): string", "k_url_decode({0})", "The text that a part of a URL stands for.", FunctionTraits.MayBeNull),
        Row("regex_quote(text:text): string", "k_regex_quote({0})", "The text with the characters of regular expressions escaped."),
        Row("base64_encode_tostring(text:string): string", "base64(encode({0}))", "The text in base 64."),
        Row("base64_decode_tostring(text:string): string", "k_base64_decode({0})", "The text that base 64 stands for; '' when it is none.", FunctionTraits.MayBeNull),
        Row("base64_decode_toarray(text:string): dynamic", "k_base64_bytes({0})", "The bytes that base 64 stands for.", FunctionTraits.MayBeNull),
        Row("base64_encode_fromarray(bytes:dynamic): string", "k_base64_of_bytes({0})", "Bytes in base 64.", FunctionTraits.MayBeNull),
        Row("unicode_codepoints_from_string(text:text): dynamic", "k_codepoints({0})", "The code points of a text."),
        Row("unicode_codepoints_to_string(codes:json...): string", "k_from_codepoints('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']')", "The text of code points.", FunctionTraits.MayBeNull),
        Row("has_any_index(text:string, terms:dynamic): long", "k_has_any_index({0}, {1})", "Which of the terms the text has; -1 for none.", FunctionTraits.MayBeNull),
        Row("format_bytes(bytes:real, precision?:long, unit?:string, base?:long): string", "k_format_bytes({0}, coalesce({1}, 0), coalesce({2}, ''), coalesce({3}, 1024))", "A number of bytes with its unit.", FunctionTraits.MayBeNull),
        Row("jaccard_index(a:dynamic, b:dynamic): real", "k_jaccard({0}, {1})", "Size of the intersection over size of the union.", FunctionTraits.MayBeNull),
    ];
}

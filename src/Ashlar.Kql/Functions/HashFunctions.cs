using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class HashFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("hash(value:string, modulo?:long): long", "k_hash({0}, coalesce({1}, 0))", "xxHash64 of a value.", FunctionTraits.MayBeNull),
        Row("hash(value:long, modulo?:long): long", "k_hash_number({0}, coalesce({1}, 0))", "xxHash64 of a value.", FunctionTraits.MayBeNull),
        Row("hash(value:datetime, modulo?:long): long", "k_hash_number({0}, coalesce({1}, 0))", "xxHash64 of a value.", FunctionTraits.MayBeNull),
        Row("hash(value:timespan, modulo?:long): long", "k_hash_number({0}, coalesce({1}, 0))", "xxHash64 of a value.", FunctionTraits.MayBeNull),
        Row("hash_md5(value:text): string", "md5({0})", "MD5 of a value."),
        Row("hash_sha1(value:text): string", "sha1({0})", "SHA-1 of a value."),
        Row("hash_sha256(value:text): string", "sha256({0})", "SHA-256 of a value."),
    ];
}

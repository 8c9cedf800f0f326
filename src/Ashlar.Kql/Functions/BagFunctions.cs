using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class BagFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("bag_pack(pairs:json...): dynamic", "k_bag_pack('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']', false)", "A property bag of names and values.", FunctionTraits.MayBeNull),
        Row("op:pack_present(pairs:json...): dynamic", "k_bag_pack('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']', true)", "Used by pack_all.", FunctionTraits.MayBeNull),
        Row("bag_keys(bag:dynamic): dynamic", "k_bag_keys({0})", "The names in a bag.", FunctionTraits.MayBeNull),
        Row("bag_has_key(bag:dynamic, key:string): bool", "k_bag_has_key({0}, {1})", "Whether a bag has the name or path.", FunctionTraits.MayBeNull),
        Row("bag_merge(bags:dynamic...): dynamic", "k_bag_merge('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']')", "All properties; the first bag wins.", FunctionTraits.MayBeNull),
        Row("bag_remove_keys(bag:dynamic, keys:dynamic): dynamic", "k_bag_remove_keys({0}, {1})", "The bag without some names.", FunctionTraits.MayBeNull),
        Row("bag_set_key(bag:dynamic, key:string, value:json): dynamic", "k_bag_set_key({0}, {1}, coalesce({2}, 'null'))", "The bag with a property set.", FunctionTraits.MayBeNull),
        Row("bag_zip(keys:dynamic, values:dynamic): dynamic", "k_bag_zip({0}, {1})", "A bag of names and values in two arrays.", FunctionTraits.MayBeNull),
        Row("treepath(bag:dynamic): dynamic", "k_treepath({0})", "All paths in a value.", FunctionTraits.MayBeNull),
    ];
}

using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class ArrayFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("array_length(array:dynamic): long", "k_array_length({0})", "Number of elements; null when it is no array.", FunctionTraits.MayBeNull),
        Row("array_concat(arrays:dynamic...): dynamic", "k_array_concat('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']')", "The elements of all arrays.", FunctionTraits.MayBeNull),
        Row("array_slice(array:dynamic, start:long, end:long): dynamic", "k_array_slice({0}, {1}, {2})", "The elements from start to end, both included.", FunctionTraits.MayBeNull),
        Row("array_split(array:dynamic, indices:dynamic): dynamic", "k_array_split({0}, {1})", "The array cut at indices.", FunctionTraits.MayBeNull),
        Row("array_split(array:dynamic, index:long): dynamic", "k_array_split({0}, CAST({1} AS VARCHAR))", "The array cut at an index.", FunctionTraits.MayBeNull),
        Row("array_index_of(array:dynamic, value:json, start?:long, length?:long, occurrence?:long): long", "k_array_index_of({0}, {1}, coalesce({2}, 0), CAST(greatest(-1, least(1000000000, coalesce({4}, 1))) AS BIGINT) * 8589934592 + (CAST(coalesce({3}, -1) AS BIGINT) & 4294967295))", "Position from 0 of a value; -1 when it is not there.", FunctionTraits.MayBeNull),
        Row("array_reverse(array:dynamic): dynamic", "k_array_reverse({0})", "The elements backwards.", FunctionTraits.MayBeNull),
        Row("array_sum(array:dynamic): real", "k_array_sum({0})", "Sum of the elements.", FunctionTraits.MayBeNull),
        Row("array_iff(conditions:dynamic, then:json, else:json): dynamic", "k_array_iff({0}, {1}, {2})", "Element by element one or the other.", FunctionTraits.MayBeNull),
        Row("array_iif(conditions:dynamic, then:json, else:json): dynamic", "k_array_iff({0}, {1}, {2})", "Element by element one or the other.", FunctionTraits.MayBeNull),
        Row("array_rotate_left(array:dynamic, count:long): dynamic", "k_array_rotate({0}, {1})", "The elements moved round to the left.", FunctionTraits.MayBeNull),
        Row("array_rotate_right(array:dynamic, count:long): dynamic", "k_array_rotate({0}, -{1})", "The elements moved round to the right.", FunctionTraits.MayBeNull),
        Row("array_shift_left(array:dynamic, count:long, fill?:json): dynamic", "k_array_shift({0}, {1}, coalesce({2}, 'null'))", "The elements moved to the left.", FunctionTraits.MayBeNull),
        Row("array_shift_right(array:dynamic, count:long, fill?:json): dynamic", "k_array_shift({0}, -{1}, coalesce({2}, 'null'))", "The elements moved to the right.", FunctionTraits.MayBeNull),
        Row("array_sort_asc(array:dynamic, nullsLast?:bool): dynamic", "k_array_sort({0}, true, coalesce({1}, true))", "The elements in ascending order.", FunctionTraits.MayBeNull),
        Row("array_sort_desc(array:dynamic, nullsLast?:bool): dynamic", "k_array_sort({0}, false, coalesce({1}, true))", "The elements in descending order.", FunctionTraits.MayBeNull),
        Row("array_sort_asc(array:dynamic, others:dynamic...): dynamic", "k_array_sort_all('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}, {1}]], ',') || ']', true)", "The first array in ascending order, the others in the same; an array of arrays.", FunctionTraits.MayBeNull),
        Row("array_sort_desc(array:dynamic, others:dynamic...): dynamic", "k_array_sort_all('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}, {1}]], ',') || ']', false)", "The first array in descending order, the others in the same; an array of arrays.", FunctionTraits.MayBeNull),
        Row("set_union(arrays:dynamic...): dynamic", "k_set('union', '[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']')", "All distinct elements.", FunctionTraits.MayBeNull),
        Row("set_intersect(arrays:dynamic...): dynamic", "k_set('intersect', '[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']')", "The distinct elements of all arrays.", FunctionTraits.MayBeNull),
        Row("set_difference(arrays:dynamic...): dynamic", "k_set('difference', '[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']')", "The distinct elements of the first array that no other has.", FunctionTraits.MayBeNull),
        Row("set_equals(a:dynamic, b:dynamic): bool", "k_set_equals({0}, {1})", "Whether two arrays have the same distinct elements.", FunctionTraits.MayBeNull),
        Row("set_has_element(array:dynamic, value:text): bool", "k_in_list({0}, {1}, false)", "Whether an array has the value.", FunctionTraits.MayBeNull),
        Row("zip(arrays:dynamic...): dynamic", "k_zip('[' || array_to_string([coalesce(x, 'null') FOR x IN [{0}]], ',') || ']')", "Arrays of the elements at the same place.", FunctionTraits.MayBeNull),
    ];
}

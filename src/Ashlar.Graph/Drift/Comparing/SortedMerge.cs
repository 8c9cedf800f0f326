namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Two lists side by side, by a key.</summary>
internal static class SortedMerge
{
    /// <summary>Every key once, in ordinal order; of several rows of one key the first.</summary>
    public static IEnumerable<(string Key, T? Before, T? After)> Of<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key)
        where T : class
    {
        var (left, right) = (Sorted(before, key), Sorted(after, key));
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            var order = i == left.Count ? 1 : j == right.Count ? -1 : string.CompareOrdinal(left[i].Key, right[j].Key);
            yield return order switch
            {
                < 0 => (left[i].Key, left[i++].Row, null),
                > 0 => (right[j].Key, null, right[j++].Row),
                _ => (left[i].Key, left[i++].Row, right[j++].Row),
            };
        }
    }

    private static List<(string Key, T Row)> Sorted<T>(IEnumerable<T> rows, Func<T, string> key)
    {
        var keyed = rows.Select(r => (Key: key(r), Row: r)).DistinctBy(r => r.Key, StringComparer.Ordinal).ToList();
        keyed.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return keyed;
    }
}

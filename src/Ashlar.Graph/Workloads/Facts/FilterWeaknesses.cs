namespace Ashlar.Graph.Workloads.Facts;

/// <summary>Gathers what a content filter lets through, and says it in few words: <c>hate, violence off</c>, <c>jailbreak (prompt) off</c>.</summary>
internal sealed class FilterWeaknesses
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _filters = new(StringComparer.Ordinal);

    public bool Asynchronous { get; set; }

    /// <param name="source">prompt or completion; empty when not said.</param>
    public void Add(string what, string filter, string source)
    {
        if (!_filters.TryGetValue(what, out var filters))
            _filters[what] = filters = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        if (!filters.TryGetValue(filter, out var sources))
            filters[filter] = sources = new SortedSet<string>(StringComparer.Ordinal);
        sources.Add(source);
    }

    public IReadOnlyList<string> Words()
    {
        var words = _filters.Select(w => string.Join(", ", w.Value.Select(Filter)) + " " + w.Key).ToList();
        if (Asynchronous)
            words.Add("answers go out before they are checked");
        return words;
    }

    // Both directions need no saying.
    private static string Filter(KeyValuePair<string, SortedSet<string>> filter) =>
        filter.Value is { Count: 1 } && filter.Value.Min is { Length: > 0 } source ? $"{filter.Key} ({source})" : filter.Key;
}

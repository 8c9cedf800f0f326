namespace Ashlar.Content;

/// <summary>What the user decided, by key of <see cref="SettingKey"/>. A key that is not there was not decided.</summary>
public sealed class Settings
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> _values;

    public Settings(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values) =>
        _values = new(new Dictionary<string, IReadOnlyList<string>>(values), StringComparer.Ordinal);

    public static Settings None { get; } = new([]);

    /// <summary>Ordered by key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values => _values;

    public bool Decides(string key) => _values.ContainsKey(key);
}

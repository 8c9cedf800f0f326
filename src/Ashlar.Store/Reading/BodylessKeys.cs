using System.Collections.Frozen;
using Ashlar.Store.Storage;

namespace Ashlar.Store.Reading;

/// <summary>Keys of the rows of one raw table whose properties were not reported, by type. Raw rows do not change, and every control asks for them: they are read once.</summary>
internal sealed class BodylessKeys
{
    private readonly Dictionary<string, IReadOnlySet<string>> _byType;
    private readonly Lazy<IReadOnlySet<string>> _all;

    private BodylessKeys(Dictionary<string, IReadOnlySet<string>> byType)
    {
        _byType = byType;
        _all = new(() => Union([.. _byType.Values]));
    }

    public static string Sql(string table) => $"SELECT \"type\", {TableStorage.Key} FROM {TableStorage.Quote(table)} WHERE NOT {TableStorage.Body}";

    /// <param name="rows">Of <see cref="Sql"/>.</param>
    public static BodylessKeys Of(IEnumerable<object?[]> rows) => new(rows
        .GroupBy(row => row[0] as string ?? "", row => (string)row[1]!, StringComparer.Ordinal)
        .ToDictionary(type => type.Key, IReadOnlySet<string> (type) => type.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <param name="types">In any case; empty = any.</param>
    public IReadOnlySet<string> Of(IReadOnlyList<string> types)
    {
        if (types.Count == 0)
        {
            return _all.Value;
        }

        var sets = types.Select(type => type.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Select(type => _byType.GetValueOrDefault(type)).OfType<IReadOnlySet<string>>();
        return Union([.. sets]);
    }

    private static IReadOnlySet<string> Union(IReadOnlySet<string>[] sets) => sets.Length switch
    {
        0 => FrozenSet<string>.Empty,
        1 => sets[0],
        _ => sets.SelectMany(set => set).ToHashSet(StringComparer.Ordinal),
    };
}

using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>Gaps and completeness of one snapshot, indexed once for all controls.</summary>
internal sealed class SnapshotGaps
{
    private static readonly IReadOnlyList<Gap> None = [];

    private readonly Dictionary<string, Dictionary<string, List<Gap>>> _gaps = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Table, string Type), HashSet<string>> _whole = [];

    public SnapshotGaps(IReadOnlyList<Gap> gaps, IReadOnlyList<Completeness> completeness)
    {
        foreach (var gap in gaps)
        {
            var (table, type) = DataSets.Split(gap.DataSet);
            if (!_gaps.TryGetValue(table, out var types))
            {
                _gaps[table] = types = new(StringComparer.Ordinal);
            }

            if (!types.TryGetValue(type ?? "", out var list))
            {
                types[type ?? ""] = list = [];
            }

            list.Add(gap);
        }

        foreach (var row in completeness.Where(row => row.List))
        {
            var key = (row.Table.ToLowerInvariant(), row.Type.ToLowerInvariant());
            if (!_whole.TryGetValue(key, out var scopes))
            {
                _whole[key] = scopes = new(StringComparer.Ordinal);
            }

            scopes.Add(ResourceIds.Key(row.Scope));
        }
    }

    /// <summary>Gaps that concern one type of a table; type null = the gaps of every type.</summary>
    public IEnumerable<Gap> Of(string table, string? type)
    {
        if (!_gaps.TryGetValue(table, out var types))
        {
            return None;
        }

        return type is null
            ? types.Values.SelectMany(list => list)
            : types.GetValueOrDefault("", []).Concat(types.GetValueOrDefault(type, []));
    }

    /// <summary>Scope keys below which the list is complete; <c>""</c> is everything.</summary>
    public IReadOnlySet<string> WholeScopes(string table, string? type)
    {
        var all = _whole.GetValueOrDefault((table.ToLowerInvariant(), "")) ?? [];
        return type is not null && _whole.GetValueOrDefault((table.ToLowerInvariant(), type)) is { } typed ? all.Union(typed).ToHashSet(StringComparer.Ordinal) : all;
    }
}

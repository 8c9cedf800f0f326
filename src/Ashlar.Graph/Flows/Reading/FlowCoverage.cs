using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Flows.Reading;

/// <summary>Says whether a list was read whole for one resource.</summary>
internal sealed class FlowCoverage
{
    private readonly Dictionary<(string Table, string Type), List<string>> _whole = [];
    private readonly Dictionary<(string Table, string Type), HashSet<string>> _gaps = [];

    public FlowCoverage(Snapshot snapshot)
    {
        foreach (var row in snapshot.Completeness.Where(r => r.List))
            Whole(row.Table, row.Type, row.Scope);
        foreach (var gap in snapshot.Gaps.Where(g => g.Path is null && g.Reason != GapReason.NoBody))
        {
            var (table, type) = DataSets.Split(gap.DataSet);
            if (gap.Reason is GapReason.NotLicensed or GapReason.FeatureOff)
                Whole(table, type ?? "", gap.Scope);
            else
                Add(table, type ?? "", gap.Scope);
        }
    }

    /// <param name="key">Lower-case id of the resource below which the list stands.</param>
    public bool Covered(string table, string type, string key) =>
        (Here(table, type, key) || Here(table, "", key)) && !Gap(table, type, key) && !Gap(table, "", key);

    private bool Here(string table, string type, string key) => _whole.GetValueOrDefault((table, type))?.Exists(scope => Covers(scope, key)) == true;

    private bool Gap(string table, string type, string key)
    {
        if (!_gaps.TryGetValue((table, type), out var scopes))
            return false;
        for (var end = key.Length; end > 0; end = key.LastIndexOf('/', end - 1))
        {
            if (scopes.Contains(key[..end]))
                return true;
        }

        // What was refused at a management group bears on everything below it, and below which one a subscription lies is not asked here.
        return scopes.Contains("") || scopes.Any(s => s.StartsWith("/providers/microsoft.management/", StringComparison.Ordinal));
    }

    private static bool Covers(string scope, string key) => scope.Length == 0 || (key.StartsWith(scope, StringComparison.Ordinal) && (key.Length == scope.Length || key[scope.Length] == '/'));

    private void Whole(string table, string type, string scope)
    {
        var key = (table.ToLowerInvariant(), type.ToLowerInvariant());
        if (!_whole.TryGetValue(key, out var list))
            _whole[key] = list = [];
        list.Add(ResourceIds.Key(scope));
    }

    private void Add(string table, string type, string scope)
    {
        var key = (table.ToLowerInvariant(), type.ToLowerInvariant());
        if (!_gaps.TryGetValue(key, out var set))
            _gaps[key] = set = new(StringComparer.Ordinal);
        set.Add(ResourceIds.Key(scope));
    }
}

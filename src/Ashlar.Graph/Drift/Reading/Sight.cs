using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Reading;

/// <summary>What one snapshot holds, and of what it does not hold whether that means that there is none.</summary>
internal sealed class Sight
{
    private const string Entra = "/providers/microsoft.graph/";

    // Where what the derived tables speak of stands, the likeliest first.
    private static readonly string[] Tables = [ResourceGraphTables.Resources, ResourceGraphTables.ArmResources, ResourceGraphTables.ResourceContainers, ResourceGraphTables.AuthorizationResources];

    // What who can do what rests on, beside the resources themselves.
    private static readonly (string Table, string Type)[] Directory =
    [
        (ResourceGraphTables.AuthorizationResources, "microsoft.authorization/roleassignments"),
        .. new[] { "users", "groups", "groupmembers", "serviceprincipals", "applications", "directoryroleassignments", "approleassignments" }.Select(t => (t, "")),
    ];

    private readonly AccessQuery _query;
    private readonly FlowCoverage _coverage;
    private readonly Lazy<Dictionary<string, string>> _tableOf;
    private readonly Lazy<Dictionary<string, string>> _objects;

    public Sight(AccessQuery query)
    {
        _query = query;
        _coverage = new FlowCoverage(query.Snapshot);
        _tableOf = new(ReadKeys);
        _objects = new(() => query.Run("Identities | project ResourceId, Name").DistinctBy(r => ResourceIds.Key(AccessQuery.Text(r[0])), StringComparer.Ordinal).ToDictionary(r => ResourceIds.Key(AccessQuery.Text(r[0])), r => AccessQuery.Text(r[1]), StringComparer.Ordinal));
    }

    /// <param name="key">Lower-case id.</param>
    public bool Has(string key) => IsObject(key) ? _objects.Value.ContainsKey(key) : _tableOf.Value.ContainsKey(key);

    /// <summary>Name of an Entra object; empty when it was not read, or is none.</summary>
    public string NameOf(string key) => IsObject(key) ? _objects.Value.GetValueOrDefault(key, "") : "";

    /// <summary>The row is there and has its settings.</summary>
    public bool HasBody(string key) => IsObject(key) ? Has(key) : _tableOf.Value.TryGetValue(key, out var table) && !_query.Snapshot.KeysWithoutBody(table, [], _query.Cancellation).Contains(key);

    /// <summary>It is not here, and it would be if it existed.</summary>
    /// <param name="other">The snapshot that holds it.</param>
    public bool KnowsAbsence(string key, Sight other)
    {
        if (Has(key))
            return false;
        if (IsObject(key))
            return _coverage.Covered(KindOf(key), "", "");
        // A list of parts is not asked for where there is no whole.
        return (other._tableOf.Value.TryGetValue(key, out var table) && _coverage.Covered(table, ResourceIds.Type(key) ?? "", key))
            || (Whole(key) is { } whole && other.Has(whole) && KnowsAbsence(whole, other));
    }

    /// <summary>Why the absence of something says nothing, as a sentence.</summary>
    public string Why(string key, Sight other)
    {
        var (table, type) = IsObject(key) ? (KindOf(key), null) : (other._tableOf.Value.GetValueOrDefault(key) ?? ResourceGraphTables.Resources, ResourceIds.Type(key));
        var gap = _query.Snapshot.Gaps.FirstOrDefault(g => DataSets.Split(g.DataSet) is var (of, only)
            && of.Equals(table, StringComparison.OrdinalIgnoreCase) && (only is null || only == type) && ResourceIds.Covers(g.Scope, key));
        var what = type is null ? table : $"{type} in {table}";
        return gap is null
            ? $"The list of {what} is not known to be complete: run the export kit."
            : $"{what} was not read{(gap.Detail.Length == 0 ? "" : $" ({gap.Detail.TrimEnd('.')})")}{(gap.Permission is null ? "" : $"; it needs {gap.Permission}")}.";
    }

    /// <summary>What the other snapshot read whole of who can do what and this one did not, as sentences.</summary>
    public IReadOnlyList<string> DirectoryLost(Sight other) =>
        [.. Directory.Where(d => other._coverage.Covered(d.Table, d.Type, "") && !_coverage.Covered(d.Table, d.Type, "")).Select(d => $"{d.Table} was not read completely: run the export kit.")];

    /// <summary>A table was read whole, of the whole tenant.</summary>
    public bool ReadsWhole(string table) => _coverage.Covered(table, "", "");

    private static bool IsObject(string key) => key.StartsWith("/tenants/", StringComparison.Ordinal);

    private static string KindOf(string key)
    {
        var at = key.IndexOf(Entra, StringComparison.Ordinal);
        return at < 0 ? "" : key[(at + Entra.Length)..].Split('/')[0];
    }

    /// <summary>What it is a part of, or stands in; null above resource groups.</summary>
    private static string? Whole(string key)
    {
        const string Providers = "/providers/";
        var at = key.LastIndexOf(Providers, StringComparison.Ordinal);
        if (at <= 0)
            return ResourceIds.ResourceGroup(key) is null ? null : key[..key.LastIndexOf("/resourcegroups/", StringComparison.Ordinal)];
        return key.AsSpan(at + Providers.Length).Count('/') > 3 ? key[..key.LastIndexOf('/', key.LastIndexOf('/') - 1)] : key[..at];
    }

    private Dictionary<string, string> ReadKeys()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Tables)
            _query.Scan($"{table} | project id", row => keys.TryAdd(ResourceIds.Key(row.Text(0)), table));
        return keys;
    }
}

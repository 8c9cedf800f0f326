using Ashlar.Graph.Access.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>From where doors can be reached.</summary>
internal sealed class Doors
{
    private readonly Dictionary<string, List<Door>> _doors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SubnetReach>> _reach = new(StringComparer.Ordinal);

    public Doors(AccessQuery query)
    {
        var pool = new TextPool();
        query.Scan("Exposure | project ResourceId, Door, Inbound, AtLeast, Complete, Missing | order by ResourceId asc, Door asc", row =>
        {
            var door = new Door(row.Text(0), pool.Of(row.Utf8(1)), pool.Of(row.Utf8(2)), pool.Of(row.Utf8(3)), row.Bool(4) == true, pool.Of(row.Utf8(5)));
            Put(_doors, ResourceIds.Key(door.ResourceId), door);
        });
        query.Scan("NetworkReach | where SourceId !in ('internet', 'azure') | project SourceId, ResourceId, Door, Verdict, Through | order by ResourceId asc, SourceId asc, Verdict asc, Through asc", row =>
        {
            var reach = new SubnetReach(row.Text(0), row.Text(1), pool.Of(row.Utf8(2)), row.Text(3) == "open", row.Text(4));
            Put(_reach, ResourceIds.Key(reach.ResourceId), reach);
        });
        Read = _doors.Count > 0 || query.Snapshot.IsDerived(ReachTables.Exposure.Name);
    }

    /// <summary>False: reach was not derived, and nothing is known of any door.</summary>
    public bool Read { get; }

    /// <summary>The widest door through which the data of a resource is asked for; of a part, that of the whole. Null: no row speaks of one.</summary>
    public Door? DataOf(string key, string type) => Nearest(_doors, key)?.Where(d => IsData(type, d.Name)).MinBy(d => d.Width);

    /// <summary>The widest door of any kind of an app.</summary>
    public Door? AnyOf(string key) => _doors.GetValueOrDefault(key)?.Where(d => d.Name is not ("scm" or "ssh")).MinBy(d => d.Width);

    /// <summary>Subnets from which it is reached, or may be.</summary>
    public IEnumerable<SubnetReach> SubnetsOf(string key, string type) => (Nearest(_reach, key) ?? []).Where(r => IsData(type, r.Door));

    // Ports of a cluster are those of what it serves; the data of a cluster is its API. A site's keys are for its deployment door.
    private static bool IsData(string type, string door) => type switch
    {
        "microsoft.containerservice/managedclusters" => door == "apiServer",
        "microsoft.web/sites" => door == "scm",
        "microsoft.storage/storageaccounts/blobservices/containers" => door is "blob" or "dfs",
        "microsoft.apimanagement/service" => door == "Gateway",
        _ => door is not ("scm" or "ssh" or "apiServer" or "ingestion"),
    };

    private static List<T>? Nearest<T>(Dictionary<string, List<T>> of, string key)
    {
        var keys = of.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = key.Length; end > 0; end = key.LastIndexOf('/', end - 1))
        {
            if (keys.TryGetValue(key.AsSpan(0, end), out var found))
                return found;
        }

        return null;
    }

    private static void Put<T>(Dictionary<string, List<T>> into, string key, T value)
    {
        if (!into.TryGetValue(key, out var list))
            into[key] = list = [];
        list.Add(value);
    }
}

using Ashlar.Graph.Access.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>Which resource serves which AI workload, and as what.</summary>
internal sealed class WorkloadMap
{
    private static readonly string[] Controlling = ["model", "project", "gateway", "app"];

    private static readonly string[] Drawn = ["index", "retrieve", "train", "fineTune", "tool", "persist"];

    private readonly Dictionary<string, int> _byId;
    private readonly Dictionary<string, List<int>> _of = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    public WorkloadMap(AccessQuery query)
    {
        All = [.. query.Run("AiWorkloads | project WorkloadId, Name, Environment, RootId | order by WorkloadId asc")
            .Select((r, i) => new Workload(i, AccessQuery.Text(r[0]), AccessQuery.Text(r[1]), AccessQuery.Text(r[2]), ResourceIds.Key(AccessQuery.Text(r[3]))))];
        _byId = All.ToDictionary(w => w.Id, w => w.Index, StringComparer.Ordinal);
        foreach (var row in query.Run("AiWorkloadResources | where Seen | project WorkloadId, ResourceId, Role, Shared | order by WorkloadId asc, ResourceId asc"))
        {
            if (!_byId.TryGetValue(AccessQuery.Text(row[0]), out var workload))
                continue;
            var key = ResourceIds.Key(AccessQuery.Text(row[1]));
            if (!_of.TryGetValue(key, out var list))
                _of[key] = list = [];
            if (!list.Contains(workload))
                list.Add(workload);
            if (Controlling.Contains(AccessQuery.Text(row[2])) && (row[3] is false || key == All[workload].RootKey))
                _own.Add(key);
        }
    }

    /// <summary>A store that a workload draws from is its concern, whether or not it is listed among its resources.</summary>
    public void Adopt(FlowTable flows)
    {
        foreach (var flow in flows.All.Where(f => Drawn.Contains(f.Kind)))
        {
            foreach (var key in new[] { flow.FromKey, flow.ToKey }.Where(k => k.Contains("/providers/", StringComparison.Ordinal) && Of(k).Count == 0))
                _of[key] = [.. People.Texts(flow.Workloads).Select(id => _byId.GetValueOrDefault(id, -1)).Where(w => w >= 0).Order()];
        }
    }

    /// <summary>Ordered by id.</summary>
    public IReadOnlyList<Workload> All { get; }

    public IEnumerable<string> Keys => _of.Keys;

    /// <summary>A model, project, gateway or app that one workload has for itself: who controls it controls the workload.</summary>
    public bool IsOwn(string key) => _own.Contains(key);

    /// <summary>Workloads of a resource, or of the nearest one above it that serves some.</summary>
    public IReadOnlyList<int> Of(string key)
    {
        var keys = _of.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = key.Length; end > 0; end = key.LastIndexOf('/', end - 1))
        {
            if (keys.TryGetValue(key.AsSpan(0, end), out var found))
                return found;
        }

        return [];
    }
}

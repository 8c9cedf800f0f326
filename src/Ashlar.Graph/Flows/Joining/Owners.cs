using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Flows.Finding;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>Which AI workloads own a flow.</summary>
internal sealed class Owners
{
    private readonly Dictionary<string, List<(string Workload, bool Own)>> _members = new(StringComparer.Ordinal);

    public Owners(AccessQuery query)
    {
        foreach (var row in query.Run("AiWorkloadResources | project WorkloadId, ResourceId, Role, Via, Shared"))
        {
            var key = ResourceIds.Key(AccessQuery.Text(row[1]));
            if (!_members.TryGetValue(key, out var list))
                _members[key] = list = [];
            // Data that several share is owned by none of them alone; what a workload is made of is always its own.
            var made = row[3] is "root" or "child";
            list.Add((AccessQuery.Text(row[0]), made || (row[4] is false && row[2] is "data" or "index" or "model" or "project")));
        }
    }

    public bool Any => _members.Count > 0;

    public IEnumerable<string> Members => _members.Keys;

    public bool IsMember(string key) => Find(key) is not null;

    /// <summary>Workloads whose resource states the flow, and those it starts or ends in; none = it concerns no AI.</summary>
    public IReadOnlyList<string> Of(FoundFlow flow, ResolvedEnd from, ResolvedEnd to)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (workload, _) in Find(ResourceIds.Key(flow.Carrier)) ?? [])
            found.Add(workload);
        foreach (var end in new[] { from, to })
        {
            foreach (var (workload, own) in Find(end.Key) ?? [])
            {
                if (own)
                    found.Add(workload);
            }
        }

        return [.. found];
    }

    // A child counts for what it lies in.
    private List<(string Workload, bool Own)>? Find(string key)
    {
        var keys = _members.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = key.Length; end > 0; end = key.LastIndexOf('/', end - 1))
        {
            if (keys.TryGetValue(key.AsSpan(0, end), out var members))
                return members;
        }

        return null;
    }
}

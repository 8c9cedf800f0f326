using Ashlar.Graph.Access.Reading;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Drift.Reading;

/// <summary>One of the two snapshots.</summary>
internal sealed class Side
{
    private readonly Lazy<Dictionary<string, Member>> _members;
    private readonly Lazy<Dictionary<string, string>> _workloads;
    private readonly Lazy<AccessSets> _access;
    private readonly Lazy<Dictionary<string, AccessTarget>> _targets;

    public Side(Snapshot snapshot, CancellationToken cancellationToken)
    {
        Query = new AccessQuery(snapshot, cancellationToken);
        Sight = new Sight(Query);
        _members = new(ReadMembers);
        _workloads = new(() => Query.Run("AiWorkloads | project WorkloadId, Name").ToDictionary(r => AccessQuery.Text(r[0]), r => AccessQuery.Text(r[1]), StringComparer.Ordinal));
        _access = new(() => new AccessSets(snapshot, cancellationToken));
        _targets = new(() => Query.Run("AccessTargets | project ResourceId, KeyAuth, tostring(Missing)")
            .Select(r => new AccessTarget(AccessQuery.Text(r[0]), AccessQuery.Text(r[1]), AccessQuery.Text(r[2]))).DistinctBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, StringComparer.Ordinal));
    }

    public AccessQuery Query { get; }

    public Snapshot Snapshot => Query.Snapshot;

    public Sight Sight { get; }

    /// <summary>Resources of AI workloads, by key.</summary>
    public IReadOnlyDictionary<string, Member> Members => _members.Value;

    /// <summary>Id to name.</summary>
    public IReadOnlyDictionary<string, string> Workloads => _workloads.Value;

    public AccessSets Access => _access.Value;

    /// <summary>Rows of <c>AccessTargets</c>, by key.</summary>
    public IReadOnlyDictionary<string, AccessTarget> Targets => _targets.Value;

    public IReadOnlyList<string> WorkloadsOf(string key) => Members.TryGetValue(key, out var member) ? member.WorkloadIds : [];

    private Dictionary<string, Member> ReadMembers()
    {
        var members = new Dictionary<string, Member>(StringComparer.Ordinal);
        foreach (var row in Query.Run("AiWorkloadResources | project ResourceId, Type, WorkloadId, Role | order by WorkloadId asc, Role asc"))
        {
            var id = AccessQuery.Text(row[0]);
            var key = ResourceIds.Key(id);
            if (!members.TryGetValue(key, out var member))
                members[key] = member = new Member(id, AccessQuery.Text(row[1]), [], []);
            if (!member.WorkloadIds.Contains(AccessQuery.Text(row[2])))
                member.WorkloadIds.Add(AccessQuery.Text(row[2]));
            member.Roles.Add((AccessQuery.Text(row[2]), AccessQuery.Text(row[3])));
        }

        return members;
    }
}

using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Telling;

/// <summary>Shows through which groups a principal is in another: the shortest chain.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<string, List<(string Group, bool Eligible)>> _up = new(StringComparer.OrdinalIgnoreCase);
    private readonly Terrain _terrain;

    public Memberships(Terrain terrain, IEnumerable<(int Principal, int Group)> pairs)
    {
        _terrain = terrain;
        if (!pairs.Any())
            return;
        var pool = new TextPool();
        terrain.Query.Scan("GroupMembers | project memberId, groupId | order by groupId asc", row => Put(pool.Of(row.Utf8(0)), pool.Of(row.Utf8(1)), eligible: false));
        terrain.Query.Scan("GroupEligibilities | where accessId =~ 'member' | project principalId, groupId | order by groupId asc", row => Put(pool.Of(row.Utf8(0)), pool.Of(row.Utf8(1)), eligible: true));
    }

    public IEnumerable<Proof> Of(int principal, int group)
    {
        var (from, to) = (_terrain.Access.Principals[principal], _terrain.Access.Principals[group]);
        // What is held now before what has to be activated.
        var before = Walk(from, to, eligible: false) ?? Walk(from, to, eligible: true);
        if (before is null)
            return [];
        var chain = new List<Proof>();
        for (var at = to; at != from; at = before[at].Member)
            chain.Add(new Proof(before[at].Eligible ? "GroupEligibilities" : "GroupMembers", at, before[at].Eligible ? "principalId" : "memberId", before[at].Member));
        chain.Reverse();
        return chain;
    }

    private Dictionary<string, (string Member, bool Eligible)>? Walk(string from, string to, bool eligible)
    {
        var before = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var at))
        {
            if (at == to)
                return before;
            foreach (var up in _up.GetValueOrDefault(at) ?? [])
            {
                if ((eligible || !up.Eligible) && up.Group != from && before.TryAdd(up.Group, (at, up.Eligible)))
                    open.Enqueue(up.Group);
            }
        }

        return null;
    }

    private void Put(string member, string group, bool eligible)
    {
        if (!_up.TryGetValue(member, out var list))
            _up[member] = list = [];
        list.Add((group.ToLowerInvariant(), eligible));
    }
}

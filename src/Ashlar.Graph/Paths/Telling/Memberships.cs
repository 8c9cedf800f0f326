using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Paths.Telling;

/// <summary>Shows through which groups a principal is in another: shortest chain, read upward from those that are asked for.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<string, List<(string Group, bool Eligible)>> _up = new(StringComparer.Ordinal);
    private readonly Terrain _terrain;

    public Memberships(Terrain terrain, IEnumerable<(int Principal, int Group)> pairs)
    {
        _terrain = terrain;
        var frontier = pairs.Select(p => terrain.Access.Principals[p.Principal]).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (frontier.Count > 0)
        {
            var next = new HashSet<string>(StringComparer.Ordinal);
            foreach (var chunk in frontier.Where(seen.Add).Order(StringComparer.Ordinal).Chunk(500))
            {
                var names = RowReader.Literals(chunk);
                foreach (var row in terrain.Query.Run($"GroupMembers | where memberId in~ ({names}) | project memberId, groupId | order by groupId asc"))
                    Put(row, eligible: false, next);
                foreach (var row in terrain.Query.Run($"GroupEligibilities | where accessId =~ 'member' and principalId in~ ({names}) | project principalId, groupId | order by groupId asc"))
                    Put(row, eligible: true, next);
            }

            frontier = next;
        }
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

    private void Put(object?[] row, bool eligible, HashSet<string> next)
    {
        var (member, group) = (AccessQuery.Text(row[0]).ToLowerInvariant(), AccessQuery.Text(row[1]).ToLowerInvariant());
        if (!_up.TryGetValue(member, out var list))
            _up[member] = list = [];
        list.Add((group, eligible));
        next.Add(group);
    }
}

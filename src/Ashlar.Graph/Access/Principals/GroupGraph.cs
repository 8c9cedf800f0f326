namespace Ashlar.Graph.Access.Principals;

/// <summary>Who is a member of which group, directly, now or after activation.</summary>
internal sealed class GroupGraph
{
    private readonly Dictionary<int, List<(int Member, bool Eligible)>> _members = [];
    private readonly Dictionary<int, List<(int Group, bool Eligible)>> _groups = [];

    public void Add(int group, int member, bool eligible)
    {
        if (!_members.TryGetValue(group, out var list))
            _members[group] = list = [];
        list.Add((member, eligible));
        if (!_groups.TryGetValue(member, out var groups))
            _groups[member] = groups = [];
        groups.Add((group, eligible));
    }

    /// <summary>Groups that hold a principal directly, now or after activation.</summary>
    public IReadOnlyList<(int Group, bool Eligible)> Of(int member) => _groups.TryGetValue(member, out var groups) ? groups : [];

    /// <summary>Members of a group at any depth, and how: cycles end where they began. Ordered; without the group itself.</summary>
    public List<(int Principal, AccessState State)> Closure(int group)
    {
        var found = new Dictionary<int, AccessState> { [group] = AccessState.Active };
        Walk(group, found, throughEligible: false);
        var active = found.Keys.ToList();
        foreach (var from in active)
            Walk(from, found, throughEligible: true);
        found.Remove(group);
        return [.. found.Select(f => (f.Key, f.Value)).OrderBy(f => f.Key)];
    }

    // In the second walk every edge is followed, and whatever is new is eligible.
    private void Walk(int from, Dictionary<int, AccessState> found, bool throughEligible)
    {
        var open = new Stack<int>();
        open.Push(from);
        while (open.TryPop(out var at))
        {
            foreach (var (member, eligible) in _members.GetValueOrDefault(at) ?? [])
            {
                if ((!eligible || throughEligible) && found.TryAdd(member, throughEligible ? AccessState.Eligible : AccessState.Active))
                    open.Push(member);
            }
        }
    }
}

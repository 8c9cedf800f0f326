namespace Ashlar.Graph.Access.Principals;

/// <summary>Sets of principals, each made once.</summary>
internal sealed class PrincipalSets(PrincipalDirectory directory, GroupGraph groups)
{
    private readonly Dictionary<int, PrincipalSet> _named = [];
    private readonly Dictionary<(int Left, int Right), PrincipalSet> _both = [];
    private readonly List<PrincipalSet> _all = [];

    public IReadOnlyList<PrincipalSet> All => _all;

    /// <summary>The principal itself, and for a group all its members at any depth.</summary>
    public PrincipalSet Of(Principal principal)
    {
        if (_named.TryGetValue(principal.Index, out var known))
            return known;
        var members = new List<SetMember> { new(principal.Index, -1, AccessState.Active) };
        if (principal.Kind == PrincipalKind.Group)
        {
            // Nested groups hold nothing themselves: their members do.
            members.AddRange(groups.Closure(principal.Index)
                .Where(m => directory.All[m.Principal].Kind != PrincipalKind.Group)
                .Select(m => new SetMember(m.Principal, principal.Index, m.State)));
            members.Sort((l, r) => l.Principal.CompareTo(r.Principal));
        }

        return _named[principal.Index] = Add([.. members], principal.Index);
    }

    /// <summary>As <see cref="Of(Principal)"/>, for one that was made before; safe for several threads.</summary>
    public PrincipalSet Known(Principal principal) => _named[principal.Index];

    /// <summary>A set of members that were picked out of others.</summary>
    public PrincipalSet Of(IReadOnlyList<SetMember> members) => Add([.. members]);

    /// <summary>Those who are in both; null when nobody is.</summary>
    public PrincipalSet? Both(PrincipalSet left, PrincipalSet right)
    {
        if (left.Index == right.Index)
            return left;
        var key = (left.Index, right.Index);
        if (_both.TryGetValue(key, out var known))
            return known.Members.Length == 0 ? null : known;
        var members = new List<SetMember>();
        var (i, j) = (0, 0);
        while (i < left.Members.Length && j < right.Members.Length)
        {
            var (l, r) = (left.Members[i], right.Members[j]);
            if (l.Principal == r.Principal)
                members.Add(new SetMember(l.Principal, l.Via >= 0 ? l.Via : r.Via, l.State > r.State ? l.State : r.State));
            if (l.Principal <= r.Principal)
                i++;
            if (r.Principal <= l.Principal)
                j++;
        }

        var set = members.Count == 0 ? new PrincipalSet(-1, [], null) : Add([.. members]);
        _both[key] = set;
        return members.Count == 0 ? null : set;
    }

    /// <summary>Parts a set by the state that is told of each principal; who has none is left out.</summary>
    public (PrincipalSet Set, AccessState State)[] Part(PrincipalSet set, Func<int, AccessState?> stateOf)
    {
        var first = stateOf(set.Members[0].Principal);
        if (Array.TrueForAll(set.Members, m => stateOf(m.Principal) == first))
            return first is { } all ? [(set, all)] : [];
        return [.. set.Members.Select(m => (Member: m, State: stateOf(m.Principal))).Where(m => m.State is not null)
            .GroupBy(m => m.State!.Value).OrderBy(g => g.Key).Select(g => (Add([.. g.Select(m => m.Member)]), g.Key))];
    }

    private PrincipalSet Add(SetMember[] members, int? named = null)
    {
        var set = new PrincipalSet(_all.Count, members, named);
        _all.Add(set);
        return set;
    }
}

using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Rules;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Finds what nobody holds by one assignment alone: needs that two meet together, and needs that ask for something elsewhere.</summary>
/// <remarks>Two count together only where neither alone gives it at least as certainly.</remarks>
internal sealed class Together(RuleBook book, RuleSets rules, PrincipalSets sets, Elsewhere elsewhere)
{
    private readonly Alternative[] _twofold = [.. book.Alternatives.Where(a => a.And.Length > 0)];
    private readonly Alternative[] _bound = [.. book.Alternatives.Where(a => a.Anywhere.Length > 0)];
    private readonly Dictionary<int, (bool[] Need, bool[] And)?> _parts = [];
    private readonly Dictionary<int, Alternative[]> _boundOf = [];
    private readonly Dictionary<(int Set, int Alternative), (PrincipalSet Holders, AccessState Held)[]> _holders = [];

    /// <summary>The set may meet one half of something whose other half it does not surely meet.</summary>
    public bool IsPartial(PermissionSet set) => Parts(set) is not null;

    /// <param name="above">What is inherited, as far as <see cref="IsPartial"/>.</param>
    /// <param name="own">What stands here: each grant that is found has at least one of these.</param>
    public IEnumerable<Grant> Find(IReadOnlyList<Piece> above, IReadOnlyList<Piece> own)
    {
        foreach (var piece in own)
        {
            foreach (var alternative in BoundOf(piece.Permissions))
            {
                foreach (var grant in Bound(piece.Set, alternative, piece, piece, rules.Alone(piece.Permissions, alternative)!.Value.State, piece.State))
                    yield return grant;
            }
        }

        var here = own.Where(p => IsPartial(p.Permissions)).ToList();
        if (here.Count == 0)
            yield break;
        List<Piece> all = [.. here, .. above];
        for (var i = 0; i < _twofold.Length; i++)
        {
            foreach (var (need, and, state) in Pairs(i, all, here.Count))
            {
                if (sets.Both(need.Set, and.Set) is not { } both)
                    continue;
                var pieces = RuleSets.Worse(need.State, and.State);
                foreach (var grant in _twofold[i].Anywhere.Length > 0 ? Bound(both, _twofold[i], need, and, state, pieces) : [Of(both, _twofold[i], need, and, state, pieces)])
                    yield return grant;
            }
        }
    }

    private IEnumerable<(Piece Need, Piece And, AccessState State)> Pairs(int index, List<Piece> all, int here)
    {
        var alternative = _twofold[index];
        var ands = all.Index().Where(p => Parts(p.Item.Permissions)!.Value.And[index]).ToList();
        if (ands.Count == 0)
            yield break;
        foreach (var (i, need) in all.Index().Where(p => Parts(p.Item.Permissions)!.Value.Need[index]))
        {
            foreach (var (j, and) in ands)
            {
                if (i == j || (i >= here && j >= here))
                    continue;
                var state = RuleSets.Worse(need.Permissions.Best(alternative.Need).State, and.Permissions.Best(alternative.And).State);
                var whole = RuleSets.Worse(state, RuleSets.Worse(need.State, and.State));
                if (!Suffices(need, alternative, whole) && !Suffices(and, alternative, whole))
                    yield return (need, and, state);
            }
        }
    }

    private Alternative[] BoundOf(PermissionSet set)
    {
        if (!_boundOf.TryGetValue(set.Index, out var found))
            _boundOf[set.Index] = found = [.. _bound.Where(a => rules.Alone(set, a) is not null)];
        return found;
    }

    private (bool[] Need, bool[] And)? Parts(PermissionSet set)
    {
        if (_parts.TryGetValue(set.Index, out var known))
            return known;
        var need = Array.ConvertAll(_twofold, a => set.Best(a.Need).Atom >= 0 && !IsCertain(set, a.And));
        var and = Array.ConvertAll(_twofold, a => set.Best(a.And).Atom >= 0 && !IsCertain(set, a.Need));
        return _parts[set.Index] = need.Contains(true) || and.Contains(true) ? (need, and) : null;
    }

    private static bool IsCertain(PermissionSet set, int[] atoms) => set.Best(atoms) is { Atom: >= 0, State: AccessState.Active };

    private bool Suffices(Piece piece, Alternative alternative, AccessState state) =>
        rules.Alone(piece.Permissions, alternative) is { } alone && RuleSets.Worse(alone.State, piece.State) <= state;

    /// <summary>Those of a set who hold the rest elsewhere, parted by how certainly.</summary>
    private IEnumerable<Grant> Bound(PrincipalSet set, Alternative alternative, Piece need, Piece and, AccessState state, AccessState pieces)
    {
        var key = (set.Index, alternative.Index);
        if (!_holders.TryGetValue(key, out var parts))
            _holders[key] = parts = sets.Part(set, p => elsewhere.Of(p, alternative));
        foreach (var (holders, held) in parts)
            yield return Of(holders, alternative, need, and, state, RuleSets.Worse(pieces, held));
    }

    private Grant Of(PrincipalSet set, Alternative alternative, Piece need, Piece and, AccessState state, AccessState pieces)
    {
        var proof = ReferenceEquals(need, and) ? need : need with { Ids = [.. need.Ids, .. and.Ids], ScopeText = need.ScopeText.Length >= and.ScopeText.Length ? need.ScopeText : and.ScopeText };
        return new Grant(set, rules.Of(alternative, need.Permissions, and.Permissions, state), pieces, proof);
    }
}

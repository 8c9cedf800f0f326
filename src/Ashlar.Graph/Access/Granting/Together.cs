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

    // Filled anew for each scope, of which there are many.
    private readonly List<Piece> _all = [];
    private readonly List<(bool[] Need, bool[] And)> _allParts = [];
    private readonly List<int> _ands = [];

    /// <summary>The set may meet one half of something whose other half it does not surely meet.</summary>
    public bool IsPartial(PermissionSet set) => Parts(set) is not null;

    /// <summary>What pieces give to those who hold the rest elsewhere.</summary>
    public void FindBound(IReadOnlyList<Piece> own, List<Grant> into)
    {
        foreach (var piece in own)
        {
            foreach (var alternative in BoundOf(piece.Permissions))
                Bound(piece.Set, alternative, piece, piece, rules.Alone(piece.Permissions, alternative)!.Value.State, piece.State, into);
        }
    }

    /// <summary>What two pieces give together.</summary>
    /// <param name="above">What is inherited, as far as <see cref="IsPartial"/>.</param>
    /// <param name="here">What stands here, as far as <see cref="IsPartial"/>: each grant that is found has at least one of these.</param>
    public void FindPairs(IReadOnlyList<Piece> above, IReadOnlyList<Piece> here, List<Grant> into)
    {
        if (here.Count == 0)
            return;
        _all.Clear();
        _all.AddRange(here);
        _all.AddRange(above);
        _allParts.Clear();
        foreach (var piece in _all)
            _allParts.Add(Parts(piece.Permissions)!.Value);
        for (var i = 0; i < _twofold.Length; i++)
        {
            if (!Takes(i, here.Count))
                continue;
            _ands.Clear();
            for (var j = 0; j < _all.Count; j++)
            {
                if (_allParts[j].And[i])
                    _ands.Add(j);
            }

            for (var j = 0; j < _all.Count && _ands.Count > 0; j++)
            {
                if (_allParts[j].Need[i])
                    Pairs(_twofold[i], j, here.Count, into);
            }
        }
    }

    /// <summary>One of the pieces that stand here meets half of an alternative.</summary>
    private bool Takes(int alternative, int here)
    {
        for (var j = 0; j < here; j++)
        {
            if (_allParts[j].Need[alternative] || _allParts[j].And[alternative])
                return true;
        }

        return false;
    }

    private void Pairs(Alternative alternative, int first, int here, List<Grant> into)
    {
        var need = _all[first];
        foreach (var second in _ands)
        {
            if (first == second || (first >= here && second >= here))
                continue;
            var and = _all[second];
            var state = RuleSets.Worse(need.Permissions.Best(alternative.Need).State, and.Permissions.Best(alternative.And).State);
            var pieces = RuleSets.Worse(need.State, and.State);
            var whole = RuleSets.Worse(state, pieces);
            if (Suffices(need, alternative, whole) || Suffices(and, alternative, whole) || sets.Both(need.Set, and.Set) is not { } both)
                continue;
            if (alternative.Anywhere.Length > 0)
                Bound(both, alternative, need, and, state, pieces, into);
            else
                into.Add(Of(both, alternative, need, and, state, pieces));
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
    private void Bound(PrincipalSet set, Alternative alternative, Piece need, Piece and, AccessState state, AccessState pieces, List<Grant> into)
    {
        var key = (set.Index, alternative.Index);
        if (!_holders.TryGetValue(key, out var parts))
            _holders[key] = parts = sets.Part(set, p => elsewhere.Of(p, alternative));
        foreach (var (holders, held) in parts)
            into.Add(Of(holders, alternative, need, and, state, RuleSets.Worse(pieces, held)));
    }

    private Grant Of(PrincipalSet set, Alternative alternative, Piece need, Piece and, AccessState state, AccessState pieces)
    {
        var proof = ReferenceEquals(need, and) ? need : need with { Ids = [.. need.Ids, .. and.Ids], ScopeText = need.ScopeText.Length >= and.ScopeText.Length ? need.ScopeText : and.ScopeText };
        return new Grant(set, rules.Of(alternative, need.Permissions, and.Permissions, state), pieces, proof);
    }
}

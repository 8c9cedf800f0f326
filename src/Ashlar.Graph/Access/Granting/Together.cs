using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Rules;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Finds what nobody holds by one assignment alone: needs that two meet together, and needs that ask for something elsewhere.</summary>
/// <remarks>Two count together only where neither alone gives it at least as certainly.</remarks>
internal sealed class Together(RuleBook book, RuleSets rules, PrincipalSets sets, Elsewhere elsewhere)
{
    private readonly Alternative[] _combined = [.. book.Alternatives.Where(a => a.And.Length > 0 || a.Anywhere.Length > 0)];

    /// <param name="above">What is inherited.</param>
    /// <param name="own">What stands here: each grant that is found has at least one of these.</param>
    public IEnumerable<Grant> Find(IReadOnlyList<Piece> above, IReadOnlyList<Piece> own)
    {
        foreach (var alternative in _combined)
        {
            if (alternative.Anywhere.Length > 0)
            {
                foreach (var piece in own)
                {
                    if (RuleSets.Alone(piece.Permissions, alternative) is { } alone)
                    {
                        foreach (var grant in Bound(piece.Set, alternative, piece, piece, RuleSets.Worse(alone.State, AccessState.Active), piece.State))
                            yield return grant;
                    }
                }
            }

            if (alternative.And.Length == 0)
                continue;
            foreach (var (need, and, state) in Pairs(alternative, above, own))
            {
                if (sets.Both(need.Set, and.Set) is not { } both)
                    continue;
                var pieces = RuleSets.Worse(need.State, and.State);
                foreach (var grant in alternative.Anywhere.Length > 0 ? Bound(both, alternative, need, and, state, pieces) : [Of(both, alternative, need, and, state, pieces)])
                    yield return grant;
            }
        }
    }

    private static IEnumerable<(Piece Need, Piece And, AccessState State)> Pairs(Alternative alternative, IReadOnlyList<Piece> above, IReadOnlyList<Piece> own)
    {
        var here = own.Count;
        var all = own.Concat(above).ToList();
        var ands = all.Index().Where(p => p.Item.Permissions.Best(alternative.And).Atom >= 0 && !IsCertain(p.Item, alternative.Need)).ToList();
        if (ands.Count == 0)
            yield break;
        foreach (var (i, need) in all.Index().Where(p => p.Item.Permissions.Best(alternative.Need).Atom >= 0 && !IsCertain(p.Item, alternative.And)))
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

    private static bool IsCertain(Piece piece, int[] atoms) => piece.Permissions.Best(atoms) is { Atom: >= 0, State: AccessState.Active };

    private static bool Suffices(Piece piece, Alternative alternative, AccessState state) =>
        RuleSets.Alone(piece.Permissions, alternative) is { } alone && RuleSets.Worse(alone.State, piece.State) <= state;

    /// <summary>Those of a set who hold the rest elsewhere, parted by how certainly.</summary>
    private IEnumerable<Grant> Bound(PrincipalSet set, Alternative alternative, Piece need, Piece and, AccessState state, AccessState pieces)
    {
        for (var held = AccessState.Active; held <= AccessState.Unknown; held++)
        {
            var asked = held;
            if (sets.Split(set, -1 - ((alternative.Index * 4) + (int)held), p => elsewhere.Of(p, alternative) == asked).In is { } holders)
                yield return Of(holders, alternative, need, and, state, RuleSets.Worse(pieces, held));
        }
    }

    private Grant Of(PrincipalSet set, Alternative alternative, Piece need, Piece and, AccessState state, AccessState pieces)
    {
        var proof = ReferenceEquals(need, and) ? need : need with { Ids = [.. need.Ids, .. and.Ids], ScopeText = need.ScopeText.Length >= and.ScopeText.Length ? need.ScopeText : and.ScopeText };
        return new Grant(set, rules.Of(alternative, need.Permissions, and.Permissions, state), pieces, proof);
    }
}

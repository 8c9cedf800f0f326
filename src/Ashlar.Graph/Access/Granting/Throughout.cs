using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Granting;

/// <summary>What is left of pieces when all that is denied at their scope and everywhere below is taken away.</summary>
internal static class Throughout
{
    public static IReadOnlyList<Piece> Undenied(IReadOnlyList<Piece> pieces, IReadOnlyList<Denial> denials, Denying denying, ScopeTree scopes)
    {
        var wide = denials.Where(d => !d.OnlyHere).ToLookup(d => d.Scope);
        if (wide.Count == 0)
            return pieces;
        var over = new Dictionary<int, IReadOnlyList<Denial>>();
        return
        [
            .. pieces.SelectMany(p =>
            {
                if (!over.TryGetValue(p.Scope, out var found))
                    over[p.Scope] = found = [.. scopes.Above(p.Scope).SelectMany(s => wide[s])];
                return found.Count == 0 ? [p] : denying.Apply(p, found);
            }),
        ];
    }
}

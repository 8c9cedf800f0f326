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
        return [.. pieces.GroupBy(p => p.Scope).SelectMany(group =>
        {
            var over = scopes.Above(group.Key).SelectMany(s => wide[s]).ToList();
            return over.Count == 0 ? group : denying.Apply(group, over);
        })];
    }
}

using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Rules;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Who holds, at any scope, what an alternative asks for elsewhere, and is not denied it there and everywhere below.</summary>
internal sealed class Elsewhere(IReadOnlyList<Piece> pieces, int principals)
{
    private const byte Nobody = byte.MaxValue;
    private readonly Dictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    /// <summary>Pieces that grant something an alternative asks for elsewhere.</summary>
    public static IReadOnlyList<Piece> Relevant(IReadOnlyList<Piece> pieces, RuleBook book)
    {
        var atoms = book.Alternatives.SelectMany(a => a.Anywhere).Distinct().ToArray();
        var relevant = new Dictionary<int, bool>();
        return
        [
            .. pieces.Where(p =>
            {
                if (!relevant.TryGetValue(p.Permissions.Index, out var gives))
                    relevant[p.Permissions.Index] = gives = p.Permissions.Best(atoms).Atom >= 0;
                return gives;
            }),
        ];
    }

    /// <summary>A principal's best state; null when it holds nothing of the kind.</summary>
    public AccessState? Of(int principal, Alternative alternative)
    {
        var best = Best(alternative)[principal];
        return best == Nobody ? null : (AccessState)best;
    }

    private byte[] Best(Alternative alternative)
    {
        var key = string.Join(',', alternative.Anywhere);
        if (_known.TryGetValue(key, out var best))
            return best;
        best = new byte[principals];
        Array.Fill(best, Nobody);
        var granted = new Dictionary<int, (int Atom, AccessState State)>();
        var done = new HashSet<(int Set, AccessState State)>();
        foreach (var piece in pieces)
        {
            if (!granted.TryGetValue(piece.Permissions.Index, out var has))
                granted[piece.Permissions.Index] = has = piece.Permissions.Best(alternative.Anywhere);
            if (has.Atom < 0 || !done.Add((piece.Set.Index, RuleSets.Worse(has.State, piece.State))))
                continue;
            foreach (var member in piece.Set.Members)
            {
                var state = (byte)RuleSets.Worse(RuleSets.Worse(has.State, piece.State), member.State);
                if (state < best[member.Principal])
                    best[member.Principal] = state;
            }
        }

        return _known[key] = best;
    }
}

using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Principals;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Takes from pieces what deny assignments take, principal by principal: a membership that is activated may bring a denial or lift one.</summary>
internal sealed class Denying(PermissionSets permissions, PrincipalSets sets, Activations activations)
{
    private readonly Dictionary<string, int> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Set, int List), IReadOnlyList<Part>> _parts = [];

    /// <summary>What is left of pieces, parted by whom and how certainly.</summary>
    public IEnumerable<Piece> Apply(IEnumerable<Piece> pieces, IReadOnlyList<Denial> denials)
    {
        var key = string.Join(',', denials.Select(d => d.Index));
        if (!_lists.TryGetValue(key, out var list))
            _lists[key] = list = _lists.Count;
        foreach (var piece in pieces)
        {
            if (!piece.Deniable || piece.Set.Named is not { } named || !denials.Any(d => Takes(d, piece.Permissions)))
            {
                yield return piece;
                continue;
            }

            if (!_parts.TryGetValue((piece.Set.Index, list), out var parts))
                _parts[(piece.Set.Index, list)] = parts = Divide(piece.Set, named, denials);
            foreach (var part in parts)
            {
                if (Without(piece.Permissions, part.Denials) is { GrantsAny: true } rest)
                    yield return piece with { Set = part.Set, Permissions = rest };
            }
        }
    }

    private bool Takes(Denial denial, PermissionSet set) => !ReferenceEquals(permissions.Without(set, denial), set);

    private PermissionSet Without(PermissionSet set, IReadOnlyList<Denial> denials)
    {
        foreach (var denial in denials)
            set = permissions.Without(set, denial);
        return set;
    }

    private IReadOnlyList<Part> Divide(PrincipalSet set, int named, IReadOnlyList<Denial> denials)
    {
        var members = new SortedDictionary<string, (List<SetMember> Members, IReadOnlyList<Denial> Denials)>(StringComparer.Ordinal);
        foreach (var member in set.Members)
        {
            var ways = activations.Of(member.Principal);
            var before = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < ways.Count; i++)
            {
                if (!ways[i].Contains(named))
                    continue;
                var against = denials.Where(d => d.Concerns(ways[i])).ToList();
                var key = string.Join(',', against.Select(d => d.Index));
                if (!before.Add(key))
                    continue;
                var state = i == 0 ? AccessState.Active : AccessState.Eligible;
                if (!members.TryGetValue(key, out var group))
                    members[key] = group = ([], against);
                group.Members.Add(member with { State = state });
            }
        }

        return [.. members.Values.Select(g => new Part(sets.Of(g.Members), g.Denials))];
    }

    private sealed record Part(PrincipalSet Set, IReadOnlyList<Denial> Denials);
}

using Ashlar.Graph.Access;
using Ashlar.Graph.Access.Writing;
using Ashlar.Store;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>The factored access, as its integer tables hold it.</summary>
internal sealed class AccessNumbers
{
    private readonly Dictionary<string, int> _principalOf = new(StringComparer.Ordinal);

    public AccessNumbers(Snapshot snapshot, CancellationToken cancellationToken)
    {
        Members = snapshot.DerivedNumbers(AccessParts.Members, cancellationToken);
        Grants = snapshot.DerivedNumbers(AccessParts.Grants, cancellationToken);
        Reach = snapshot.DerivedNumbers(AccessParts.Reach, cancellationToken);
        Rules = [.. snapshot.DerivedRows(AccessParts.Rules).Select(r => new AccessRule((int)r[0]!, (int)r[1]!, (string)r[2]!, (AccessState)(int)r[3]!, (string)r[4]!, (string)r[5]!))
            .OrderBy(r => r.Rules).ThenBy(r => r.Class).ThenBy(r => r.Capability, StringComparer.Ordinal).ThenBy(r => r.State).ThenBy(r => r.By, StringComparer.Ordinal).ThenBy(r => r.Action, StringComparer.Ordinal)];
        var principals = new List<string>();
        snapshot.ScanDerived(AccessParts.Principals, row => principals.Add(row.Text(1)), cancellationToken);
        Principals = [.. principals];
        for (var i = 0; i < Principals.Length; i++)
            _principalOf[Principals[i]] = i;
    }

    /// <summary>Set, principal, group it is through (-1: none), state; by set.</summary>
    public int[] Members { get; }

    /// <summary>Set, scope, rules, state, proof.</summary>
    public int[] Grants { get; }

    /// <summary>Scope, target.</summary>
    public int[] Reach { get; }

    public IReadOnlyList<AccessRule> Rules { get; }

    /// <summary>Object ids, lower case.</summary>
    public string[] Principals { get; }

    /// <summary>Number of a principal; -1 when there is none of that id.</summary>
    public int PrincipalOf(string objectId) => _principalOf.TryGetValue(objectId, out var number) || _principalOf.TryGetValue(objectId.ToLowerInvariant(), out number) ? number : -1;
}

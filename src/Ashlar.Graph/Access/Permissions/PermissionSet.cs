using Ashlar.Graph.Access.Conditions;
using Ashlar.Graph.Access.Granting;

namespace Ashlar.Graph.Access.Permissions;

/// <summary>What an assignment grants: of each atom of the rule book whether, and how certainly.</summary>
internal sealed class PermissionSet(int index, RoadKind by, string name, string roleDefinitionId, AtomGrant[] atoms)
{
    public int Index { get; } = index;

    public RoadKind By { get; } = by;

    /// <summary>Name of the role, or of the road.</summary>
    public string Name { get; } = name;

    public string RoleDefinitionId { get; } = roleDefinitionId;

    public AtomGrant[] Atoms { get; } = atoms;

    /// <summary>The role of which it was made; null for what is no role.</summary>
    public RoleDefinition? Role { get; init; }

    /// <summary>Condition of the assignment.</summary>
    public AccessCondition? Condition { get; init; }

    /// <summary>Some atom depends on attributes of the target.</summary>
    public bool DependsOnTarget { get; } = atoms.Contains(AtomGrant.ByTarget);

    /// <summary>Text of the conditions that leave it open.</summary>
    public string ConditionText => string.Join(" AND ", new[] { Condition }.Concat(Role?.Entries.Select(e => e.Condition) ?? []).OfType<AccessCondition>().Select(c => c.Text).Distinct(StringComparer.Ordinal));

    public bool GrantsAny => Array.Exists(Atoms, a => a != AtomGrant.None);

    /// <summary>The best of some atoms: its place and how certain it is; -1 when none is granted.</summary>
    public (int Atom, AccessState State) Best(int[] of)
    {
        var found = (Atom: -1, State: AccessState.Unknown);
        foreach (var atom in of)
        {
            if (Atoms[atom] is AtomGrant.None)
                continue;
            var state = Atoms[atom] == AtomGrant.Yes ? AccessState.Active : AccessState.Conditional;
            if (found.Atom < 0 || state < found.State)
                found = (atom, state);
        }

        return found;
    }
}

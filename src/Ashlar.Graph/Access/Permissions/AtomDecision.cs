using Ashlar.Graph.Access.Conditions;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Rules;

namespace Ashlar.Graph.Access.Permissions;

/// <summary>Decides whether a role grants an atom: the best of its entries, each under its own condition and that of the assignment.</summary>
internal static class AtomDecision
{
    private const string Owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private const string UserAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

    public static AtomGrant Of(RoleDefinition role, AccessCondition? bound, Atom atom, RoadKind by, IAttributes attributes)
    {
        if (!Speaks(atom.Kind, by) || role.IsCosmos != (atom.Kind == AtomKind.CosmosData) || (by == RoadKind.Delegation && role.Guid == Owner))
            return AtomGrant.None;
        if (atom.Kind == AtomKind.DirectoryRole)
            return role.TemplateId == atom.Key ? AtomGrant.Yes : AtomGrant.None;
        var best = AtomGrant.None;
        foreach (var entry in role.Entries)
        {
            if (!entry.Covers(atom.Key, atom.Kind is AtomKind.Data or AtomKind.CosmosData))
                continue;
            var grant = And(Decide(entry.Condition, atom.Text, attributes), Decide(bound, atom.Text, attributes));
            if (best == AtomGrant.None || (grant != AtomGrant.None && grant < best))
                best = grant;
            if (best == AtomGrant.Yes)
                break;
        }

        // Delegated, this role assigns listed roles to managed identities and does nothing else.
        return by != RoadKind.Delegation || role.Guid != UserAccessAdministrator ? best
            : best != AtomGrant.None && atom.Key == "microsoft.authorization/roleassignments/write" ? AtomGrant.Conditional
            : AtomGrant.None;
    }

    // Lighthouse delegates no data actions: learn.microsoft.com/azure/lighthouse/concepts/tenants-users-roles.
    private static bool Speaks(AtomKind atom, RoadKind by) => atom switch
    {
        AtomKind.Action => by is RoadKind.Role or RoadKind.Delegation,
        AtomKind.Data or AtomKind.CosmosData => by is RoadKind.Role,
        AtomKind.Directory or AtomKind.DirectoryRole => by is RoadKind.DirectoryRole,
        _ => false,
    };

    private static AtomGrant Decide(AccessCondition? condition, string action, IAttributes attributes)
    {
        if (condition is null)
            return AtomGrant.Yes;
        return condition.Evaluate(action, attributes) switch
        {
            Truth.True => AtomGrant.Yes,
            Truth.False => AtomGrant.None,
            _ => condition.ReadsResource && ReferenceEquals(attributes, UnknownAttributes.Instance) ? AtomGrant.ByTarget : AtomGrant.Conditional,
        };
    }

    private static AtomGrant And(AtomGrant left, AtomGrant right) => (left, right) switch
    {
        (AtomGrant.None, _) or (_, AtomGrant.None) => AtomGrant.None,
        (AtomGrant.ByTarget, _) or (_, AtomGrant.ByTarget) => AtomGrant.ByTarget,
        _ => left > right ? left : right,
    };
}

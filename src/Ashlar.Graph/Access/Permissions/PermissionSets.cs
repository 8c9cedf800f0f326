using Ashlar.Graph.Access.Conditions;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Rules;

namespace Ashlar.Graph.Access.Permissions;

/// <summary>Makes permission sets, each once: a role under a condition, however many assignments name it.</summary>
internal sealed class PermissionSets(RuleBook rules)
{
    private readonly Dictionary<(string Role, string Condition, RoadKind By), PermissionSet> _ofRoles = [];
    private readonly Dictionary<string, AccessCondition> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Of, string Without), PermissionSet> _masked = [];
    private readonly List<PermissionSet> _all = [];

    public IReadOnlyList<PermissionSet> All => _all;

    public int AtomCount => rules.Atoms.Count;

    /// <param name="condition">Condition of the assignment, or empty.</param>
    public PermissionSet Of(RoleDefinition role, string condition, RoadKind by)
    {
        var key = (role.Id, condition, by);
        if (_ofRoles.TryGetValue(key, out var found))
            return found;
        var bound = condition.Length == 0 ? null : Condition(condition);
        var atoms = new AtomGrant[rules.Atoms.Count];
        for (var i = 0; i < atoms.Length; i++)
            atoms[i] = Grants(role, bound, rules.Atoms[i], by, UnknownAttributes.Instance);
        return _ofRoles[key] = Add(by, role.Name, role.Id, atoms, role, bound);
    }

    /// <summary>A set that is no role: ownership, an access policy, an application permission.</summary>
    public PermissionSet Of(RoadKind by, string name, Func<Atom, bool> grants)
    {
        var key = (by + ":" + name, "", by);
        if (_ofRoles.TryGetValue(key, out var found))
            return found;
        return _ofRoles[key] = Add(by, name, "", [.. rules.Atoms.Select(a => grants(a) ? AtomGrant.Yes : AtomGrant.None)], null, null);
    }

    /// <summary>The set as one target sees it: what depended on the target's attributes is decided, or stays conditional.</summary>
    public PermissionSet For(PermissionSet set, IAttributes target, string signature)
    {
        if (!set.DependsOnTarget || set.Role is not { } role)
            return set;
        var key = (set.Index, "?" + signature);
        if (_masked.TryGetValue(key, out var found))
            return found;
        var atoms = (AtomGrant[])set.Atoms.Clone();
        for (var i = 0; i < atoms.Length; i++)
        {
            if (atoms[i] == AtomGrant.ByTarget)
                atoms[i] = Grants(role, set.Condition, rules.Atoms[i], set.By, target) is var grant and not AtomGrant.ByTarget ? grant : AtomGrant.Conditional;
        }

        return _masked[key] = Add(set.By, set.Name, set.RoleDefinitionId, atoms, role, set.Condition);
    }

    /// <summary>The set less what is denied.</summary>
    public PermissionSet Without(PermissionSet set, bool[] denied)
    {
        var key = (set.Index, string.Concat(denied.Select(d => d ? '1' : '0')));
        if (_masked.TryGetValue(key, out var found))
            return found;
        var atoms = (AtomGrant[])set.Atoms.Clone();
        for (var i = 0; i < atoms.Length; i++)
        {
            if (denied[i])
                atoms[i] = AtomGrant.None;
        }

        return _masked[key] = Add(set.By, set.Name, set.RoleDefinitionId, atoms, set.Role, set.Condition);
    }

    private PermissionSet Add(RoadKind by, string name, string roleDefinitionId, AtomGrant[] atoms, RoleDefinition? role, AccessCondition? condition)
    {
        var set = new PermissionSet(_all.Count, by, name, roleDefinitionId, atoms) { Role = role, Condition = condition };
        _all.Add(set);
        return set;
    }

    public AccessCondition Condition(string text)
    {
        if (!_conditions.TryGetValue(text, out var condition))
            _conditions[text] = condition = AccessCondition.Parse(text);
        return condition;
    }

    private static AtomGrant Grants(RoleDefinition role, AccessCondition? bound, Atom atom, RoadKind by, IAttributes attributes)
    {
        if (atom.Kind == AtomKind.DirectoryRole)
            return by == RoadKind.DirectoryRole && role.TemplateId == atom.Key ? AtomGrant.Yes : AtomGrant.None;
        var isData = atom.Kind == AtomKind.Data;
        if (atom.Kind == AtomKind.Directory ? by != RoadKind.DirectoryRole : by == RoadKind.DirectoryRole || atom.Kind is not (AtomKind.Action or AtomKind.Data))
            return AtomGrant.None;
        if (isData && by == RoadKind.Delegation)
            return AtomGrant.None;
        var best = AtomGrant.None;
        foreach (var entry in role.Entries)
        {
            if (!entry.Covers(atom.Key, isData))
                continue;
            var grant = And(Decide(entry.Condition, atom.Text, attributes), Decide(bound, atom.Text, attributes));
            if (best == AtomGrant.None || (grant != AtomGrant.None && grant < best))
                best = grant;
            if (best == AtomGrant.Yes)
                break;
        }

        return best;
    }

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

    private static AtomGrant And(AtomGrant left, AtomGrant right) =>
        (left, right) switch
        {
            (AtomGrant.None, _) or (_, AtomGrant.None) => AtomGrant.None,
            (AtomGrant.ByTarget, _) or (_, AtomGrant.ByTarget) => AtomGrant.ByTarget,
            _ => left > right ? left : right,
        };
}

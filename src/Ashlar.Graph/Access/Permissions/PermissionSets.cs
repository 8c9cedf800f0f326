using Ashlar.Graph.Access.Conditions;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Rules;

namespace Ashlar.Graph.Access.Permissions;

/// <summary>Makes permission sets, each once: a role under a condition, however many assignments name it.</summary>
internal sealed class PermissionSets(RuleBook rules)
{
    private readonly Dictionary<(string Role, string Condition, RoadKind By), PermissionSet> _ofRoles = [];
    private readonly Dictionary<string, AccessCondition> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Of, int Denial), PermissionSet> _denied = [];
    private readonly Dictionary<int, PermissionSet> _certain = [];
    private readonly Dictionary<(int Of, string Grants), PermissionSet> _decided = [];
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
            atoms[i] = AtomDecision.Of(role, bound, rules.Atoms[i], by, UnknownAttributes.Instance);
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

    /// <summary>The set less what each target decides for itself.</summary>
    public PermissionSet Certain(PermissionSet set)
    {
        if (!_certain.TryGetValue(set.Index, out var found))
            _certain[set.Index] = found = Like(set, [.. set.Atoms.Select(a => a == AtomGrant.ByTarget ? AtomGrant.None : a)]);
        return found;
    }

    /// <summary>The set as one target sees it.</summary>
    public PermissionSet Decided(PermissionSet set, IAttributes target) => Decide(set, target, keepOthers: true);

    /// <summary>Of the set only what the target decides.</summary>
    public PermissionSet OnlyDecided(PermissionSet set, IAttributes target) => Decide(set, target, keepOthers: false);

    /// <summary>The set less what is denied.</summary>
    public PermissionSet Without(PermissionSet set, Denial denial)
    {
        if (!_denied.TryGetValue((set.Index, denial.Index), out var found))
            _denied[(set.Index, denial.Index)] = found = !set.Atoms.Where((a, i) => a != AtomGrant.None && denial.Atoms[i]).Any() ? set : Like(set, [.. set.Atoms.Select((a, i) => denial.Atoms[i] ? AtomGrant.None : a)]);
        return found;
    }

    // Targets are many, answers few: sets are told apart by what they grant.
    private PermissionSet Decide(PermissionSet set, IAttributes target, bool keepOthers)
    {
        var atoms = new AtomGrant[set.Atoms.Length];
        for (var i = 0; i < atoms.Length; i++)
        {
            atoms[i] = set.Atoms[i] != AtomGrant.ByTarget ? (keepOthers ? set.Atoms[i] : AtomGrant.None)
                : set.Role is { } role ? AtomDecision.Of(role, set.Condition, rules.Atoms[i], set.By, target)
                : AtomGrant.Conditional;
        }

        var key = (set.Index, string.Create(atoms.Length, atoms, static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)('0' + (int)from[i]);
        }));
        if (!_decided.TryGetValue(key, out var found))
            _decided[key] = found = Like(set, atoms);
        return found;
    }

    private PermissionSet Like(PermissionSet set, AtomGrant[] atoms) => Add(set.By, set.Name, set.RoleDefinitionId, atoms, set.Role, set.Condition);

    private PermissionSet Add(RoadKind by, string name, string roleDefinitionId, AtomGrant[] atoms, RoleDefinition? role, AccessCondition? condition)
    {
        var set = new PermissionSet(_all.Count, by, name, roleDefinitionId, atoms) { Role = role, Condition = condition };
        _all.Add(set);
        return set;
    }

    private AccessCondition Condition(string text)
    {
        if (!_conditions.TryGetValue(text, out var condition))
            _conditions[text] = condition = AccessCondition.Parse(text);
        return condition;
    }
}

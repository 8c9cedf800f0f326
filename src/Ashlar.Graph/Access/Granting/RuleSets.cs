using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Rules;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Numbers rule sets and says what each grants on each class of targets.</summary>
internal sealed class RuleSets(RuleBook book, TargetClasses classes)
{
    private readonly Dictionary<int, int> _ofSets = [];
    private readonly Dictionary<(int Alternative, int Left, int Right, AccessState State), int> _together = [];
    private readonly List<Entry> _entries = [];

    public int Count => _entries.Count;

    /// <summary>Everything that one permission set meets alone.</summary>
    public int Of(PermissionSet set)
    {
        if (_ofSets.TryGetValue(set.Index, out var known))
            return known;
        _entries.Add(new Entry(set, null, null, AccessState.Active));
        return _ofSets[set.Index] = _entries.Count - 1;
    }

    /// <summary>One alternative, met by two permission sets together, or by one and what its holder has elsewhere.</summary>
    public int Of(Alternative alternative, PermissionSet left, PermissionSet right, AccessState state)
    {
        var key = (alternative.Index, left.Index, right.Index, state);
        if (_together.TryGetValue(key, out var known))
            return known;
        _entries.Add(new Entry(left, right, alternative, state));
        return _together[key] = _entries.Count - 1;
    }

    /// <summary>Name, role definition and condition of a rule set.</summary>
    public (string Role, string RoleDefinitionId, string Condition) Shown(int rules)
    {
        var entry = _entries[rules];
        var both = entry.Right is null || entry.Right.Index == entry.Left.Index ? [entry.Left] : new[] { entry.Left, entry.Right };
        return (string.Join(" + ", both.Select(b => b.Name)), entry.Left.RoleDefinitionId, string.Join(" AND ", both.Select(b => b.ConditionText).Where(t => t.Length > 0)));
    }

    /// <summary>All rules of the sets that are in use, ordered.</summary>
    public List<Rule> Rules()
    {
        var rules = new List<Rule>();
        for (var i = 0; i < _entries.Count; i++)
        {
            foreach (var target in classes.All)
                rules.AddRange(On(i, target).Distinct());
        }

        return rules;
    }

    /// <summary>Whether one permission set alone meets an alternative, and how certainly.</summary>
    public static (int Atom, AccessState State)? Alone(PermissionSet set, Alternative alternative)
    {
        var need = set.Best(alternative.Need);
        if (need.Atom < 0)
            return null;
        if (alternative.And.Length == 0)
            return need;
        var and = set.Best(alternative.And);
        return and.Atom < 0 ? null : (need.Atom, Worse(need.State, and.State));
    }

    public static AccessState Worse(AccessState left, AccessState right) => left > right ? left : right;

    private IEnumerable<Rule> On(int index, TargetClass target)
    {
        var entry = _entries[index];
        foreach (var (alternative, open) in target.Open)
        {
            if (entry.Only is { } only)
            {
                if (only.Index == alternative.Index)
                    yield return new Rule(index, target.Index, alternative.Capability, Worse(open, entry.State), alternative.By(entry.Left.By), Proof(entry, alternative));
            }
            else if (alternative.Anywhere.Length == 0 && Alone(entry.Left, alternative) is { } alone)
            {
                yield return new Rule(index, target.Index, alternative.Capability, Worse(open, alone.State), alternative.By(entry.Left.By), Proof(entry, alternative));
            }
        }
    }

    private string Proof(Entry entry, Alternative alternative)
    {
        var parts = new List<int> { entry.Left.Best(alternative.Need).Atom };
        if (alternative.And.Length > 0)
            parts.Add((entry.Right ?? entry.Left).Best(alternative.And) is { Atom: >= 0 } and ? and.Atom : entry.Left.Best(alternative.And).Atom);
        var text = string.Join(" and ", parts.Where(p => p >= 0).Select(p => book.Atoms[p].Text));
        return alternative.Anywhere.Length == 0 ? text : text + ", and elsewhere one of " + string.Join(", ", alternative.Anywhere.Select(a => book.Atoms[a].Text));
    }

    private sealed record Entry(PermissionSet Left, PermissionSet? Right, Alternative? Only, AccessState State);
}

using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Rules;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Numbers rule sets and says what each grants on each class of targets.</summary>
internal sealed class RuleSets(RuleBook book, TargetClasses classes)
{
    private readonly Dictionary<int, int> _ofSets = [];
    private readonly Dictionary<(int Alternative, int Left, int Right, AccessState State), int> _together = [];
    private readonly Dictionary<int, (int Atom, AccessState State)?[]> _alone = [];
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
    public IReadOnlyList<Rule> Rules() => [.. Enumerable.Range(0, _entries.Count).AsParallel().AsOrdered().SelectMany(Of)];

    /// <summary>Whether one permission set alone meets an alternative on its target, and how certainly.</summary>
    public (int Atom, AccessState State)? Alone(PermissionSet set, Alternative alternative)
    {
        if (!_alone.TryGetValue(set.Index, out var all))
            _alone[set.Index] = all = [.. book.Alternatives.Select(a => Meets(set, a))];
        return all[alternative.Index];
    }

    public static AccessState Worse(AccessState left, AccessState right) => left > right ? left : right;

    private List<Rule> Of(int index)
    {
        var entry = _entries[index];
        var met = new (AccessState State, string Proof)?[book.Alternatives.Count];
        foreach (var alternative in book.Alternatives)
        {
            if (entry.Only is { } only)
                met[alternative.Index] = only.Index == alternative.Index ? (entry.State, Proof(entry, alternative)) : null;
            else if (alternative.Anywhere.Length == 0 && Meets(entry.Left, alternative) is { } alone)
                met[alternative.Index] = (alone.State, Proof(entry, alternative));
        }

        var rules = new List<Rule>();
        foreach (var target in classes.All)
        {
            var first = rules.Count;
            foreach (var (alternative, open) in target.Open)
            {
                if (met[alternative.Index] is not { } how)
                    continue;
                var rule = new Rule(index, target.Index, alternative.Capability, Worse(open, how.State), alternative.By(entry.Left.By), how.Proof);
                if (!Says(rules, first, rule))
                    rules.Add(rule);
            }
        }

        return rules;
    }

    // Two alternatives that one set meets alike are one road.
    private static bool Says(List<Rule> rules, int first, Rule rule)
    {
        for (var i = first; i < rules.Count; i++)
        {
            if (rules[i].Capability == rule.Capability && rules[i].State == rule.State && rules[i].By == rule.By)
                return true;
        }

        return false;
    }

    private static (int Atom, AccessState State)? Meets(PermissionSet set, Alternative alternative)
    {
        var need = set.Best(alternative.Need);
        if (need.Atom < 0)
            return null;
        if (alternative.And.Length == 0)
            return need;
        var and = set.Best(alternative.And);
        return and.Atom < 0 ? null : (need.Atom, Worse(need.State, and.State));
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

using Ashlar.Graph.Access.Granting;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Lays the grants of a scope that some rules give a meaning.</summary>
internal sealed class GrantedBy
{
    private readonly AccessModel _model;
    private readonly List<(AccessState State, bool ByKey)>?[] _ways;

    /// <param name="rules">Of one capability and class, or of several that are alike.</param>
    public GrantedBy(AccessModel model, IEnumerable<Rule> rules)
    {
        _model = model;
        _ways = new List<(AccessState, bool)>?[model.RuleSets.Count];
        foreach (var rule in rules)
            (_ways[rule.Rules] ??= []).Add((rule.State, rule.By == RoadKind.Key));
    }

    public void Lay(int scope, Tally tally)
    {
        if (!_model.Grants.TryGetValue(scope, out var grants))
            return;
        foreach (var grant in grants)
        {
            foreach (var (state, byKey) in _ways[grant.Rules] ?? [])
                tally.Add(grant.Set, RuleSets.Worse(state, grant.State), byKey);
        }
    }
}

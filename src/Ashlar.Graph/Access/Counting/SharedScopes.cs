using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Scopes that reach more than one of some workloads, by place: what most have in common first.</summary>
internal sealed class SharedScopes
{
    private readonly Dictionary<int, int> _places = [];
    private readonly List<int> _scopes;

    public SharedScopes(IEnumerable<IReadOnlyList<Target>> workloads, AccessModel model)
    {
        var uses = new Dictionary<int, int>();
        foreach (var targets in workloads)
        {
            foreach (var scope in targets.SelectMany(t => model.Reach[t.Index]).Distinct())
                uses[scope] = uses.GetValueOrDefault(scope) + 1;
        }

        _scopes = [.. uses.Where(u => u.Value > 1).OrderByDescending(u => u.Value).ThenBy(u => u.Key).Select(u => u.Key)];
        for (var i = 0; i < _scopes.Count; i++)
            _places[_scopes[i]] = i;
    }

    public int this[int place] => _scopes[place];

    /// <summary>Null for a scope that reaches one workload alone.</summary>
    public int? PlaceOf(int scope) => _places.TryGetValue(scope, out var place) ? place : null;
}

using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Counting;

/// <summary>The targets of one workload, in order, and what reaches them.</summary>
internal sealed class WorkloadTargets
{
    private readonly AccessModel _model;
    private readonly IReadOnlyList<Target> _targets;

    // Resources of one class share what stands above them.
    private readonly List<(int Class, int[] Shared, int[] Own)> _reach = [];

    public WorkloadTargets(string id, IReadOnlyList<Target> targets, SharedScopes shared, AccessModel model)
    {
        (Id, _targets, _model) = (id, targets, model);
        foreach (var @class in targets.GroupBy(t => t.Class))
        {
            List<int> scopes = [.. @class.SelectMany(t => model.Reach[t.Index]).Distinct()];
            _reach.Add((@class.Key, [.. scopes.Select(shared.PlaceOf).OfType<int>()], [.. scopes.Where(s => shared.PlaceOf(s) is null)]));
        }
    }

    public string Id { get; }

    public bool Has(int capability) => _reach.Exists(r => Has(r.Class, capability));

    public IEnumerable<Target> Having(int capability) => _targets.Where(t => Has(t.Class, capability));

    /// <summary>What has to be laid to count a capability: what others share, by place and each once; then the rest.</summary>
    public (LayingStep[] Shared, List<LayingStep> Own) Steps(int capability, Meanings meanings)
    {
        var (shared, own) = (new List<LayingStep>(), new List<LayingStep>());
        foreach (var (@class, places, scopes) in _reach)
        {
            if (!Has(@class, capability))
                continue;
            var meaning = meanings.Of(@class, capability);
            foreach (var place in places)
                shared.Add(new LayingStep(place, meaning));
            foreach (var scope in scopes)
                own.Add(new LayingStep(scope, meaning));
        }

        shared.Sort();
        var last = 0;
        for (var i = 1; i < shared.Count; i++)
        {
            if (shared[i] != shared[last])
                shared[++last] = shared[i];
        }

        return (shared.Count == 0 ? [] : [.. shared[..(last + 1)]], own);
    }

    private bool Has(int @class, int capability) => _model.Classes.All[@class].Capabilities.Contains(capability);
}

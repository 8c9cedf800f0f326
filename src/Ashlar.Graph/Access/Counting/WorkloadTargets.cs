using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Counting;

/// <summary>The targets of one workload, in order.</summary>
internal sealed class WorkloadTargets(string id, IReadOnlyList<Target> targets, AccessModel model)
{
    // Resources of one class share what stands above them.
    private readonly (int Class, int[] Scopes)[] _reach =
        [.. targets.GroupBy(t => t.Class).Select(g => (g.Key, g.SelectMany(t => model.Reach[t.Index]).Distinct().ToArray()))];

    public string Id { get; } = id;

    public IEnumerable<Target> Having(int capability) => targets.Where(t => model.Classes.All[t.Class].Capabilities.Contains(capability));

    /// <summary>What has to be laid to count a capability; a target that nothing reaches has a step too.</summary>
    public IReadOnlyCollection<LayingStep> Steps(int capability, Meanings meanings)
    {
        var steps = new HashSet<LayingStep>();
        foreach (var (@class, scopes) in _reach)
        {
            if (!model.Classes.All[@class].Capabilities.Contains(capability))
                continue;
            var meaning = meanings.Of(@class, capability);
            steps.Add(new LayingStep(Meanings.Nowhere, meaning));
            foreach (var scope in scopes)
                steps.Add(new LayingStep(scope, meaning));
        }

        return steps;
    }
}

using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Writing;

/// <summary>What was left unread of each target, each answer numbered once.</summary>
internal sealed class TargetsSeen
{
    private readonly List<(bool Complete, IReadOnlyList<string> Missing)> _all = [];
    private readonly int[] _of;

    public TargetsSeen(AccessModel model, Coverage coverage)
    {
        var byGroup = model.Grants.Where(g => g.Value.Exists(x => Array.Exists(x.Set.Members, m => m.Via >= 0 || model.Directory.All[m.Principal] is { Kind: PrincipalKind.Group } or { MayBeGroup: true }))).Select(g => g.Key).ToHashSet();
        var numbers = new Dictionary<IReadOnlyList<string>, int>(ReferenceEqualityComparer.Instance);
        _of = new int[model.Targets.Count];
        foreach (var target in model.Targets)
        {
            var reach = model.Reach[target.Index];
            // The scopes above tell what was not read, also where nothing is granted.
            var answer = coverage.Of(target, model.Above[target.Index], Array.Exists(reach, byGroup.Contains));
            if (!numbers.TryGetValue(answer.Missing, out var number))
            {
                numbers[answer.Missing] = number = _all.Count;
                _all.Add(answer);
            }

            _of[target.Index] = number;
        }
    }

    public IReadOnlyList<(bool Complete, IReadOnlyList<string> Missing)> All => _all;

    public int Of(Target target) => _of[target.Index];
}

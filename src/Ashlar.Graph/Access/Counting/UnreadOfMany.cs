using Ashlar.Graph.Access.Scopes;
using Ashlar.Graph.Access.Writing;

namespace Ashlar.Graph.Access.Counting;

/// <summary>What was not read of several targets together; the same answer is made once.</summary>
internal sealed class UnreadOfMany(TargetsSeen seen)
{
    private readonly Dictionary<string, (bool Complete, IReadOnlyList<string> Missing)> _known = new(StringComparer.Ordinal);

    public (bool Complete, IReadOnlyList<string> Missing) Of(IEnumerable<Target> targets)
    {
        List<int> numbers = [.. targets.Select(seen.Of).Distinct()];
        var key = string.Join(',', numbers);
        if (!_known.TryGetValue(key, out var known))
            _known[key] = known = (numbers.TrueForAll(n => seen.All[n].Complete), [.. numbers.SelectMany(n => seen.All[n].Missing).Distinct(StringComparer.Ordinal)]);
        return known;
    }
}

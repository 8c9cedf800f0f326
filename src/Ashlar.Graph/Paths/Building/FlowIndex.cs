using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Building;

/// <summary>Flows by one of their ends, for a resource and everything that lies below it.</summary>
internal sealed class FlowIndex
{
    private readonly Dictionary<string, List<int>> _atOrBelow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _exact = new(StringComparer.Ordinal);

    public FlowIndex(IReadOnlyList<Flow> flows, Func<Flow, string> end)
    {
        for (var i = 0; i < flows.Count; i++)
        {
            var key = end(flows[i]);
            Put(_exact, key, i);
            var provider = key.LastIndexOf("/providers/", StringComparison.Ordinal);
            var at = key.Length;
            // A resource's own id has type and name after its provider; what is shorter is no resource.
            while (at > provider + "/providers/".Length + 1)
            {
                Put(_atOrBelow, key[..at], i);
                at = key.LastIndexOf('/', at - 1);
                at = at <= 0 ? 0 : key.LastIndexOf('/', at - 1);
            }
        }
    }

    public IReadOnlyList<int> AtOrBelow(string key) => _atOrBelow.TryGetValue(key, out var list) ? list : [];

    /// <summary>Flows of the resources that a part lies in.</summary>
    public IEnumerable<int> Above(string key)
    {
        for (var at = key.LastIndexOf('/'); at > 0; at = key.LastIndexOf('/', at - 1))
        {
            foreach (var flow in _exact.GetValueOrDefault(key[..at]) ?? [])
                yield return flow;
        }
    }

    private static void Put(Dictionary<string, List<int>> into, string key, int flow)
    {
        if (key.Length == 0)
            return;
        if (!into.TryGetValue(key, out var list))
            into[key] = list = [];
        list.Add(flow);
    }
}

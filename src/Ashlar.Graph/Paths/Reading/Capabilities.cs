using Ashlar.Content;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>The edges by number, and which of their actions ask for the door of the data.</summary>
internal sealed class Capabilities
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _data = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byData = new(StringComparer.Ordinal);

    public Capabilities(IReadOnlyList<AccessEdge> edges)
    {
        Names = [.. edges.Select(e => e.Id).Order(StringComparer.Ordinal)];
        for (var i = 0; i < Names.Count; i++)
            _numbers[Names[i]] = i;
        foreach (var edge in edges.OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            foreach (var on in edge.On)
            {
                _data.UnionWith(on.Need.Data);
                _data.UnionWith(on.And?.Data ?? []);
                if (on.By == EdgeRoad.Key)
                    Put(_byKey, on.Type, _numbers[edge.Id]);
                else if (on.Need.Data.Count > 0)
                    Put(_byData, on.Type, _numbers[edge.Id]);
            }
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>-1 when no edge has the name.</summary>
    public int Of(string name) => _numbers.GetValueOrDefault(name, -1);

    /// <summary>What a key of the type gives.</summary>
    public IReadOnlyList<int> ByKey(string type) => _byKey.TryGetValue(type, out var list) ? list : [];

    /// <summary>What a role over the data of the type gives.</summary>
    public IReadOnlyList<int> ByData(string type) => _byData.TryGetValue(type, out var list) ? list : [];

    /// <summary>The rule is used at the data's door, not at Azure's own.</summary>
    public bool IsOfData(AccessRule rule) => rule.By == "accessPolicy" || _data.Contains(rule.Action);

    private static void Put(Dictionary<string, List<int>> into, string type, int capability)
    {
        if (!into.TryGetValue(type, out var list))
            into[type] = list = [];
        if (!list.Contains(capability))
            list.Add(capability);
    }
}

using System.Text.Json;
using Ashlar.Graph.Reach.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Rows below the resources that have doors: firewall rules, rule sets, outbound rules, backends.</summary>
internal sealed class Children(ReachCoverage coverage)
{
    private readonly Dictionary<(string Parent, string Type), List<(string Id, JsonElement Body)>> _rows = [];

    /// <param name="type">Whole type, lower case.</param>
    public void Add(string parentKey, string type, string id, JsonElement body)
    {
        if (!_rows.TryGetValue((parentKey, type), out var list))
            _rows[(parentKey, type)] = list = [];
        if (!list.Exists(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))
            list.Add((id, body));
    }

    public IReadOnlyList<(string Id, JsonElement Body)> Of(DoorRow row, string type) => Of(row.Key, type);

    public IReadOnlyList<(string Id, JsonElement Body)> Of(string parentKey, string type) => _rows.GetValueOrDefault((parentKey, type)) ?? [];

    public IEnumerable<(string Parent, string Id, JsonElement Body)> Of(string type) =>
        _rows.Where(r => r.Key.Type == type).OrderBy(r => r.Key.Parent, StringComparer.Ordinal).SelectMany(r => r.Value.Select(v => (r.Key.Parent, v.Id, v.Body)));

    /// <summary>None below means that there are none.</summary>
    public bool Knows(DoorRow row, string type) => coverage.Around(type, row.Id);
}

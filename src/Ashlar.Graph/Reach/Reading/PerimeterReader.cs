using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads network security perimeters: which resources are in them, and what their profiles let in and out.</summary>
internal sealed class PerimeterReader
{
    private readonly List<(string Id, JsonElement Body)> _associations = [];
    private readonly Dictionary<string, List<JsonElement>> _rules = new(StringComparer.Ordinal);

    public void Association(string id, JsonElement properties) => _associations.Add((id, properties.Clone()));

    public void Rule(string id, JsonElement properties)
    {
        var key = ResourceIds.Key(id);
        var end = key.LastIndexOf("/accessrules/", StringComparison.Ordinal);
        if (end < 0)
            return;
        if (!_rules.TryGetValue(key[..end], out var list))
            _rules[key[..end]] = list = [];
        list.Add(properties.Clone());
    }

    public void Finish(NetworkEstate estate, bool knowsRules)
    {
        foreach (var (id, body) in _associations.OrderBy(a => a.Id, StringComparer.OrdinalIgnoreCase))
        {
            if (body.Ref("privateLinkResource.id") is not { Length: > 0 } resource)
                continue;
            var rules = _rules.GetValueOrDefault(body.Ref("profile.id"), []);
            var inbound = rules.Where(r => r.At("direction").Says("Inbound")).ToList();
            var mode = body.At("accessMode").Text();
            if (!estate.Perimeters.TryGetValue(resource, out var list))
                estate.Perimeters[resource] = list = [];
            list.Add(new PerimeterAssociation(
                id,
                mode is null ? null : mode.Equals("Enforced", StringComparison.OrdinalIgnoreCase),
                AddressSet.Parse([.. inbound.SelectMany(r => r.At("addressPrefixes").Texts())]),
                [.. inbound.SelectMany(r => r.At("subscriptions").Items()).Select(s => s.At("id").Text()).OfType<string>()],
                (knowsRules || rules.Count > 0) && inbound.TrueForAll(IsWeighed)));
        }
    }

    // Which addresses a service tag holds is not known here, and a prefix that cannot be read may mean any.
    private static bool IsWeighed(JsonElement rule) =>
        !rule.At("serviceTags").Items().Any() && rule.At("addressPrefixes").Texts().All(p => AddressRange.TryParse(p, out _));
}

using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads Azure Firewalls: rules of their own, or those of their policy and its parents, put in the order in which they are looked at.</summary>
internal sealed class FirewallReader(NetworkEstate estate)
{
    private readonly Dictionary<string, JsonElement> _policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Id, JsonElement Body)>> _groups = new(StringComparer.Ordinal);
    private readonly List<(string Id, JsonElement Body)> _firewalls = [];
    private readonly FirewallRules _rules = new();

    public void Policy(string id, JsonElement properties) => _policies[ResourceIds.Key(id)] = properties.Clone();

    public void Firewall(string id, JsonElement properties) => _firewalls.Add((id, properties.Clone()));

    public void AddressGroup(string id, JsonElement properties) => _rules.AddressGroup(ResourceIds.Key(id), properties);

    public void RuleCollectionGroup(string id, JsonElement properties)
    {
        var key = ResourceIds.Key(id);
        var end = key.LastIndexOf("/rulecollectiongroups/", StringComparison.Ordinal);
        if (end < 0)
            return;
        if (!_groups.TryGetValue(key[..end], out var list))
            _groups[key[..end]] = list = [];
        list.Add((id, properties.Clone()));
    }

    /// <summary>After everything was read.</summary>
    /// <param name="knowsGroups">The list of rule collection groups is complete.</param>
    public void Finish(bool knowsGroups)
    {
        foreach (var (id, body) in _firewalls.OrderBy(f => f.Id, StringComparer.OrdinalIgnoreCase))
        {
            var parts = body.At("ipConfigurations").Items().Select(p => p.At("properties")).ToList();
            var lists = new RuleLists();
            var policy = body.Ref("firewallPolicy.id");
            var whole = policy.Length > 0 ? Inherit(policy, lists, knowsGroups) : Classic(id, body, lists);
            var snat = policy.Length > 0 && _policies.TryGetValue(policy, out var own) ? own.At("snat.privateRanges") : default;
            estate.Firewalls.Add(new Firewall(
                id,
                ResourceIds.Key(id),
                parts.Select(p => p.Ref("subnet.id")).FirstOrDefault(k => k.Length > 0) ?? "",
                AddressSet.Parse([.. parts.Select(p => p.At("privateIPAddress").Text()).Append(body.At("hubIPAddresses.privateIPAddress").Text()).OfType<string>()]),
                [.. parts.Select(p => p.Ref("publicIPAddress.id")).Where(k => k.Length > 0)],
                lists.Nat,
                lists.Network,
                lists.Application,
                whole,
                snat.ValueKind == JsonValueKind.Array || body.At("additionalProperties").Members().Any(m => m.Name.Equals("Network.SNAT.PrivateRanges", StringComparison.OrdinalIgnoreCase)) ? null : false));
        }
    }

    // Rules of the parent stand before those of the child, in each kind.
    private bool Inherit(string policy, RuleLists lists, bool knowsGroups)
    {
        var whole = true;
        var line = new List<string>();
        for (var at = policy; at.Length > 0;)
        {
            // What the others translate leads in whatever a parent says that was not read.
            if (line.Contains(at) || !_policies.TryGetValue(at, out var body))
            {
                whole = false;
                break;
            }

            line.Add(at);
            at = body.Ref("basePolicy.id");
        }

        foreach (var key in Enumerable.Reverse(line))
        {
            foreach (var (id, group) in _groups.GetValueOrDefault(key, []).OrderBy(g => g.Body.At("priority").Number() ?? int.MinValue).ThenBy(g => g.Id, StringComparer.OrdinalIgnoreCase))
            {
                var collections = group.At("ruleCollections");
                whole &= collections.ValueKind == JsonValueKind.Array && group.At("priority").Number() is not null;
                foreach (var collection in collections.Items().OrderBy(c => c.At("priority").Number() ?? int.MinValue))
                    whole &= _rules.OfPolicy(id, collection, lists);
            }

            // A policy tells which groups it has; where it does not, the list of all of them has to be complete.
            var named = _policies[key].At("ruleCollectionGroups");
            whole &= named.ValueKind == JsonValueKind.Array ? named.Items().All(g => _groups.GetValueOrDefault(key, []).Exists(o => ResourceIds.Key(o.Id) == g.Ref("id"))) : knowsGroups;
        }

        return whole;
    }

    private bool Classic(string id, JsonElement body, RuleLists lists)
    {
        var whole = true;
        foreach (var (path, kind) in new[] { ("natRuleCollections", "NatRule"), ("networkRuleCollections", "NetworkRule"), ("applicationRuleCollections", "ApplicationRule") })
        {
            foreach (var collection in body.At(path).Items().Select(c => c.At("properties")).OrderBy(c => c.At("priority").Number() ?? int.MinValue))
                whole &= _rules.OfFirewall(id, collection, kind, lists);
        }

        return whole;
    }
}

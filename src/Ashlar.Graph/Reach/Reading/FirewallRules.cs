using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads rules of firewalls and of firewall policies, which say the same in two shapes.</summary>
internal sealed class FirewallRules
{
    private readonly Dictionary<string, string[]> _addressGroups = new(StringComparer.Ordinal);

    public void AddressGroup(string key, JsonElement properties) => _addressGroups[key] = [.. properties.At("ipAddresses").Texts()];

    /// <returns>False when something could not be read.</returns>
    public bool OfPolicy(string group, JsonElement collection, RuleLists lists)
    {
        var whole = collection.At("priority").Number() is not null;
        var action = collection.At("action.type");
        foreach (var rule in collection.At("rules").Items())
            whole &= Rule(rule.At("ruleType").Text(), $"{group}/{rule.At("name").Text()}", rule, Allows(action), lists, "ipProtocols");
        return whole && collection.At("rules").ValueKind is JsonValueKind.Array or JsonValueKind.Undefined;
    }

    /// <param name="collection">Its body.</param>
    public bool OfFirewall(string firewall, JsonElement collection, string kind, RuleLists lists)
    {
        var whole = collection.At("priority").Number() is not null;
        foreach (var rule in collection.At("rules").Items())
            whole &= Rule(kind, $"{firewall}/{rule.At("name").Text()}", rule, Allows(collection.At("action.type")), lists, "protocols");
        return whole;
    }

    private static bool? Allows(JsonElement action) => action.Says("Allow") ? true : action.Says("Deny") ? false : null;

    private bool Rule(string? kind, string id, JsonElement rule, bool? allow, RuleLists lists, string protocols)
    {
        var source = Match(rule, "sourceAddresses", "sourceIpGroups");
        var ports = PortSet.Of(rule.At("destinationPorts").Texts());
        switch (kind?.ToLowerInvariant())
        {
            case "natrule":
                lists.Nat.Add(new NatRule(id, source, AddressRange.TryParse(rule.At("translatedAddress").Text(), out var to) ? to : null, rule.At("translatedPort").Number(), IsTcp(rule.At(protocols))));
                return true;
            case "networkrule" when allow is { } allows:
                lists.Network.Add(new NetworkRule(id, allows, source, Match(rule, "destinationAddresses", "destinationIpGroups"), [.. rule.At("destinationFqdns").Texts()], ports, IsTcp(rule.At(protocols))));
                return true;
            case "applicationrule" when allow is { } allows:
                string[] hosts = [.. rule.At("targetFqdns").Texts(), .. rule.At("targetUrls").Texts().Select(u => u.Split('/')[0])];
                lists.Application.Add(new ApplicationRule(id, allows, source, hosts, [.. rule.At("protocols").Items().Select(p => p.At("port").Number() ?? Usual(p.At("protocolType").Text()))], rule.At("fqdnTags").Texts().Any() || rule.At("webCategories").Texts().Any() || rule.At("targetUrls").Texts().Any()));
                return true;
            default:
                return false;
        }
    }

    private AddressMatch Match(JsonElement rule, string addresses, string groups)
    {
        var texts = rule.At(addresses).Texts().ToList();
        foreach (var group in rule.At(groups).Texts())
        {
            // A group that was not read may hold any address.
            if (_addressGroups.TryGetValue(Model.ResourceIds.Key(group), out var members))
                texts.AddRange(members);
            else
                texts.Add("/not read/");
        }

        return AddressMatch.Of(texts, []);
    }

    private static bool IsTcp(JsonElement protocols) => protocols.Texts().Any(p => p.Equals("TCP", StringComparison.OrdinalIgnoreCase) || p.Equals("Any", StringComparison.OrdinalIgnoreCase));

    private static int Usual(string? protocol) => protocol?.ToLowerInvariant() switch
    {
        "http" => 80,
        "mssql" => 1433,
        _ => 443,
    };
}

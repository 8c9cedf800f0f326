using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads network interfaces, those of scale sets, public addresses, NAT gateways and load balancers.</summary>
internal static class InterfaceReader
{
    public static void Interface(NetworkEstate estate, string id, JsonElement properties)
    {
        var owner = properties.Ref("virtualMachine.id");
        var key = ResourceIds.Key(id);
        foreach (var part in properties.At("ipConfigurations").Items())
        {
            var body = part.At("properties");
            estate.Interfaces.Add(Part(id, key, owner, body, properties) with
            {
                Address = AddressSet.Parse(body.At("privateIPAddress").Text() ?? ""),
                PublicAddressKey = body.Ref("publicIPAddress.id"),
                Forwards = properties.At("enableIPForwarding").Flag(),
            });
        }
    }

    /// <summary>A scale set tells the pattern of its interfaces.</summary>
    public static void ScaleSet(NetworkEstate estate, string id, JsonElement properties)
    {
        var key = ResourceIds.Key(id);
        foreach (var card in properties.At("virtualMachineProfile.networkProfile.networkInterfaceConfigurations").Items())
        {
            var body = card.At("properties");
            foreach (var part in body.At("ipConfigurations").Items())
            {
                var own = part.At("properties");
                estate.Interfaces.Add(Part(id, key, key, own, body) with { GetsPublicAddress = own.At("publicIPAddressConfiguration").ValueKind == JsonValueKind.Object });
            }
        }
    }

    public static void PublicAddress(NetworkEstate estate, string id, JsonElement properties, string sku) =>
        estate.PublicAddresses[ResourceIds.Key(id)] = new PublicAddress(
            id,
            AddressSet.Parse(properties.At("ipAddress").Text() ?? properties.At("ipPrefix").Text() ?? ""),
            sku.Length == 0 ? null : !sku.Equals("Basic", StringComparison.OrdinalIgnoreCase));

    public static void NatGateway(NetworkEstate estate, string id, JsonElement properties)
    {
        var set = AddressSet.Empty;
        var whole = true;
        foreach (var key in properties.Refs("publicIpAddresses").Concat(properties.Refs("publicIpPrefixes")))
        {
            if (estate.PublicAddresses.TryGetValue(key, out var address) && !address.Address.IsEmpty)
                set = set.Or(address.Address);
            else
                whole = false;
        }

        estate.NatGateways[ResourceIds.Key(id)] = whole ? set : null;
    }

    public static void LoadBalancer(NetworkEstate estate, string id, JsonElement properties)
    {
        var fronts = properties.At("frontendIPConfigurations").Items().ToDictionaryOfFirst(f => f.Ref("id"), f => f.At("properties"));
        var rules = new List<LoadBalancerRule>();
        foreach (var rule in properties.At("loadBalancingRules").Items())
        {
            foreach (var pool in rule.Refs("properties.backendAddressPools").Append(rule.Ref("properties.backendAddressPool.id")).Where(p => p.Length > 0).Distinct().DefaultIfEmpty(""))
                rules.Add(Rule(rule, pool, ""));
        }

        foreach (var rule in properties.At("inboundNatRules").Items())
            rules.Add(Rule(rule, rule.Ref("properties.backendAddressPool.id"), rule.Ref("id")));
        estate.LoadBalancers.Add(new LoadBalancer(id, ResourceIds.Key(id), rules) { Addresses = [.. properties.At("backendAddressPools").Items().SelectMany(PoolAddresses)] });

        LoadBalancerRule Rule(JsonElement rule, string pool, string nat)
        {
            var body = rule.At("properties");
            var front = fronts.GetValueOrDefault(body.Ref("frontendIPConfiguration.id"));
            var port = body.At("frontendPort").Number() ?? 0;
            return new LoadBalancerRule(rule.At("id").Text() ?? id, front.Ref("publicIPAddress.id"), pool, nat, port, body.At("backendPort").Number() is { } to and > 0 ? to : port, body.At("protocol").Text() ?? "All", body.At("enableFloatingIP").Flag() ?? false);
        }
    }

    private static IEnumerable<PoolAddress> PoolAddresses(JsonElement pool)
    {
        foreach (var body in pool.At("properties.loadBalancerBackendAddresses").Items().Select(a => a.At("properties")))
        {
            if (!AddressRange.TryParse(body.At("ipAddress").Text() ?? "", out var address))
                continue;
            var network = body.Ref("virtualNetwork.id") is { Length: > 0 } own ? own : pool.Ref("properties.virtualNetwork.id");
            if (network.Length == 0 && body.Ref("subnet.id") is { } subnet && subnet.LastIndexOf("/subnets/", StringComparison.Ordinal) is var end and > 0)
                network = subnet[..end];
            yield return new(pool.Ref("id"), network, address);
        }
    }

    private static Dictionary<string, JsonElement> ToDictionaryOfFirst(this IEnumerable<JsonElement> items, Func<JsonElement, string> key, Func<JsonElement, JsonElement> value)
    {
        var first = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var item in items)
            first.TryAdd(key(item), value(item));
        return first;
    }

    private static Interface Part(string id, string key, string owner, JsonElement body, JsonElement card) => new(id, key, owner, body.Ref("subnet.id"))
    {
        GroupKey = card.Ref("networkSecurityGroup.id"),
        Groups = [.. body.Refs("applicationSecurityGroups")],
        PoolKeys = [.. body.Refs("loadBalancerBackendAddressPools")],
        NatRuleKeys = [.. body.Refs("loadBalancerInboundNatRules")],
    };
}

using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads virtual networks with their subnets and peerings, and route tables.</summary>
internal static class NetworkReader
{
    public static void Network(NetworkEstate estate, string id, JsonElement properties)
    {
        var key = ResourceIds.Key(id);
        if (estate.NetworkByKey.ContainsKey(key))
            return;
        var network = new VirtualNetwork(estate.Networks.Count, id, key, Set(properties.At("addressSpace.addressPrefixes").Texts()))
        {
            OwnDns = properties.At("dhcpOptions.dnsServers").Items().Any(),
        };
        estate.Networks.Add(network);
        estate.NetworkByKey[key] = network.Index;
        foreach (var peering in properties.At("virtualNetworkPeerings").Items())
            network.Peerings.Add(Peering(id, peering));
        foreach (var subnet in properties.At("subnets").Items())
            Subnet(estate, network, subnet);
    }

    public static RouteTable Table(string id, JsonElement properties)
    {
        var list = properties.At("routes");
        var whole = list.ValueKind == JsonValueKind.Array;
        var routes = new List<Route>();
        foreach (var route in list.Items())
        {
            var body = route.At("properties");
            var prefix = body.At("addressPrefix").Text();
            if (AddressRange.TryParse(prefix, out var range))
                routes.Add(new Route(route.At("id").Text() ?? id, range, range.PrefixLength ?? 0, Hop(body.At("nextHopType").Text()), AddressRange.TryParse(body.At("nextHopIpAddress").Text(), out var at) ? at : null));
            // A service tag as prefix speaks of public addresses, and so of nothing that is walked here.
            else if (prefix is not { Length: > 0 } || !char.IsAsciiLetter(prefix[0]))
                whole = false;
        }

        return new RouteTable(id, [.. routes.OrderByDescending(r => r.Length).ThenBy(r => r.Id, StringComparer.OrdinalIgnoreCase)], properties.At("disableBgpRoutePropagation").Flag(), whole);
    }

    private static void Subnet(NetworkEstate estate, VirtualNetwork network, JsonElement subnet)
    {
        var body = subnet.At("properties");
        if ((subnet.At("id").Text() ?? (subnet.At("name").Text() is { } name ? $"{network.Id}/subnets/{name}" : null)) is not { } id)
            return;
        var policies = body.At("privateEndpointNetworkPolicies").Text();
        estate.AddSubnet(id, ResourceIds.Key(id), network.Index, Set(body.TextsOf("addressPrefix", "addressPrefixes")), s => s with
        {
            GroupKey = body.Ref("networkSecurityGroup.id"),
            TableKey = body.Ref("routeTable.id"),
            NatGatewayKey = body.Ref("natGateway.id"),
            ServiceEndpoints = [.. body.At("serviceEndpoints").Items().Select(e => e.At("service").Text()?.ToLowerInvariant()).OfType<string>()],
            GroupsForEndpoints = Policy(policies, "NetworkSecurityGroupEnabled"),
            RoutesForEndpoints = Policy(policies, "RouteTableEnabled"),
            DefaultOutbound = body.At("defaultOutboundAccess").Flag(),
        });
    }

    // Documented default: disabled.
    private static bool? Policy(string? text, string own)
    {
        if (text is null || text.Equals("Disabled", StringComparison.OrdinalIgnoreCase))
            return false;
        if (text.Equals("Enabled", StringComparison.OrdinalIgnoreCase) || text.Equals(own, StringComparison.OrdinalIgnoreCase))
            return true;
        return text.Equals("NetworkSecurityGroupEnabled", StringComparison.OrdinalIgnoreCase) || text.Equals("RouteTableEnabled", StringComparison.OrdinalIgnoreCase) ? false : null;
    }

    private static Peering Peering(string network, JsonElement peering)
    {
        var body = peering.At("properties");
        var remote = body.At("remoteVirtualNetworkAddressSpace.addressPrefixes");
        return new Peering(
            peering.At("id").Text() ?? $"{network}/virtualNetworkPeerings/{peering.At("name").Text()}",
            body.Ref("remoteVirtualNetwork.id"),
            body.At("peeringState").Says("Connected"),
            body.At("allowVirtualNetworkAccess").Flag() ?? true,
            body.At("allowForwardedTraffic").Flag() ?? false,
            body.At("useRemoteGateways").Flag() ?? false,
            body.At("allowGatewayTransit").Flag() ?? false,
            body.At("peerCompleteVnets").Flag() == false,
            Set((remote.ValueKind == JsonValueKind.Array ? remote : body.At("remoteAddressSpace.addressPrefixes")).Texts()));
    }

    private static NextHop Hop(string? type) => type?.ToLowerInvariant() switch
    {
        "vnetlocal" => NextHop.Local,
        "internet" => NextHop.Internet,
        "virtualappliance" => NextHop.Appliance,
        "virtualnetworkgateway" => NextHop.Gateway,
        "none" => NextHop.None,
        _ => NextHop.Unreadable,
    };

    private static AddressSet Set(IEnumerable<string> prefixes) => AddressSet.Parse([.. prefixes]);
}

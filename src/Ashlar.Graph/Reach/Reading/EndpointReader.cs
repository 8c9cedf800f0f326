using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads private endpoints, and the zones and records that let their names be found.</summary>
internal static class EndpointReader
{
    public static void Endpoint(NetworkEstate estate, string id, JsonElement properties)
    {
        var key = ResourceIds.Key(id);
        var configs = properties.At("customDnsConfigs").Items().ToList();
        foreach (var link in properties.At("privateLinkServiceConnections").Items().Concat(properties.At("manualPrivateLinkServiceConnections").Items()))
        {
            var body = link.At("properties");
            if (body.Ref("privateLinkServiceId") is not { Length: > 0 } target)
                continue;
            Add(estate, new PrivateEndpoint(id, key, target, [.. body.At("groupIds").Texts()], State(body.At("privateLinkServiceConnectionState.status")), properties.Ref("subnet.id"))
            {
                Addresses = AddressSet.Parse([.. configs.SelectMany(c => c.At("ipAddresses").Texts()), .. properties.At("ipConfigurations").Items().Select(c => c.At("properties.privateIPAddress").Text()).OfType<string>()]),
                Groups = [.. properties.Refs("applicationSecurityGroups")],
                InterfaceKeys = [.. properties.Refs("networkInterfaces")],
            });
        }
    }

    /// <summary>Connections as the target tells them: their state is the target's to say, and other tenants' endpoints stand nowhere else.</summary>
    public static void Connections(NetworkEstate estate, string targetKey, JsonElement properties)
    {
        foreach (var connection in properties.At("privateEndpointConnections").Items())
        {
            var body = connection.At("properties").ValueKind == JsonValueKind.Object ? connection.At("properties") : connection;
            var state = State(body.At("privateLinkServiceConnectionState.status"));
            var id = body.At("privateEndpoint.id").Text() ?? connection.At("id").Text() ?? "";
            var key = ResourceIds.Key(id);
            var own = estate.Endpoints.GetValueOrDefault(targetKey);
            var known = own?.FindIndex(e => e.Key == key) ?? -1;
            if (known >= 0)
                own![known] = own[known] with { State = state.Length > 0 ? state : own[known].State };
            else
                Add(estate, new PrivateEndpoint(id, key, targetKey, [.. body.At("groupIds").Texts().Concat(body.At("groupId").Texts())], state, ""));
        }
    }

    public static void Link(NetworkEstate estate, string id, JsonElement properties)
    {
        var key = ResourceIds.Key(id);
        var end = key.LastIndexOf("/virtualnetworklinks/", StringComparison.Ordinal);
        // A link that is being made or torn down does not count.
        if (end > 0 && properties.Ref("virtualNetwork.id") is { Length: > 0 } network && (properties.At("virtualNetworkLinkState").Text() is not { } state || state.Equals("Completed", StringComparison.OrdinalIgnoreCase)))
            estate.Dns.Link(network, key[..end]);
    }

    public static void ZoneGroup(NetworkEstate estate, string id, JsonElement properties)
    {
        var key = ResourceIds.Key(id);
        var end = key.LastIndexOf("/privatednszonegroups/", StringComparison.Ordinal);
        if (end < 0)
            return;
        var zones = properties.At("privateDnsZoneConfigs").Items().Select(c => c.Ref("properties.privateDnsZoneId")).Where(z => z.Length > 0);
        if (estate.Dns.GroupsOf.TryGetValue(key[..end], out var known))
            known.AddRange(zones);
        else
            estate.Dns.GroupsOf[key[..end]] = [.. zones];
    }

    /// <summary>A record of a private zone: <c>…/privateDnsZones/{zone}/A/{name}</c>.</summary>
    public static void Record(NetworkEstate estate, string id)
    {
        var key = ResourceIds.Key(id);
        var name = key.LastIndexOf('/');
        var kind = name < 1 ? -1 : key.LastIndexOf('/', name - 1);
        if (kind > 0 && key.AsSpan(kind, name - kind) is "/a" or "/cname")
            estate.Dns.Records.Add((key[..kind], key[(name + 1)..]));
    }

    private static string State(JsonElement status) => status.Text()?.ToLowerInvariant() ?? "";

    private static void Add(NetworkEstate estate, PrivateEndpoint endpoint)
    {
        if (!estate.Endpoints.TryGetValue(endpoint.TargetKey, out var list))
            estate.Endpoints[endpoint.TargetKey] = list = [];
        list.Add(endpoint);
    }
}

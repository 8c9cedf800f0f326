using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads every network resource once.</summary>
internal sealed class NetworkEstateReader(AccessQuery query, ReachCoverage coverage)
{
    private const string Prefix = "microsoft.network/";
    private static readonly string[] Types =
    [
        "virtualnetworks", "networksecuritygroups", "routetables", "privateendpoints", "networkinterfaces", "publicipaddresses", "publicipprefixes", "natgateways", "loadbalancers",
        "privatednszones", "privatednszones/virtualnetworklinks", "azurefirewalls", "firewallpolicies", "ipgroups", "virtualnetworkgateways",
    ];

    private static readonly string[] Below = ["privateendpoints/privatednszonegroups", "firewallpolicies/rulecollectiongroups", "privatednszones/a", "privatednszones/cname",
        "networksecurityperimeters/resourceassociations", "networksecurityperimeters/profiles/accessrules"];

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };
    private readonly NetworkEstate _estate = new();
    private readonly List<(string Id, JsonElement Body)> _natGateways = [];
    private readonly List<(string Id, JsonElement Body)> _gateways = [];
    private readonly PerimeterReader _perimeters = new();

    public NetworkEstate Read()
    {
        var firewalls = new FirewallReader(_estate);
        Scan("resources", [.. Types.Select(t => Prefix + t), "microsoft.compute/virtualmachinescalesets"], firewalls);
        foreach (var table in new[] { "networkresources", "dnsresources", ResourceGraphTables.ArmResources })
            Scan(table, [.. Below.Select(t => Prefix + t)], firewalls);
        foreach (var (id, body) in _natGateways)
            InterfaceReader.NatGateway(_estate, id, body);
        firewalls.Finish(coverage.Everywhere(Prefix + "firewallpolicies/rulecollectiongroups"));
        _perimeters.Finish(_estate, coverage.Everywhere(Prefix + "networksecurityperimeters/profiles/accessrules"));
        foreach (var (id, body) in _gateways)
        {
            foreach (var part in body.At("ipConfigurations").Items())
                _estate.NetworkOf(part.Ref("properties.subnet.id"))?.Gateways.Add(id);
        }

        Remote();
        _estate.Settle();
        return _estate;
    }

    private void Scan(string table, string[] types, FirewallReader firewalls)
    {
        query.Scan($"{table} | where type in ({string.Join(", ", types.Select(t => $"'{t}'"))}) | project id, type, properties, tostring(sku.name)", row =>
        {
            var type = row.Text(1);
            if (type.StartsWith(Prefix, StringComparison.Ordinal))
                type = type[Prefix.Length..];
            using var document = Parse(row.Utf8(2));
            Take(type, row.Text(0), document?.RootElement ?? default, row, firewalls);
        });
    }

    private void Take(string type, string id, JsonElement body, KqlCells row, FirewallReader firewalls)
    {
        switch (type)
        {
            case "virtualnetworks": NetworkReader.Network(_estate, id, body); break;
            case "networksecuritygroups": _estate.Groups[ResourceIds.Key(id)] = GroupReader.Read(id, body); break;
            case "routetables": _estate.Tables[ResourceIds.Key(id)] = NetworkReader.Table(id, body); break;
            case "privateendpoints": EndpointReader.Endpoint(_estate, id, body); break;
            case "networkinterfaces": InterfaceReader.Interface(_estate, id, body); break;
            case "microsoft.compute/virtualmachinescalesets": InterfaceReader.ScaleSet(_estate, id, body); break;
            case "publicipaddresses" or "publicipprefixes": InterfaceReader.PublicAddress(_estate, id, body, row.Text(3)); break;
            case "natgateways": _natGateways.Add((id, body.Clone())); break;
            case "loadbalancers": InterfaceReader.LoadBalancer(_estate, id, body); break;
            case "privatednszones": _estate.Dns.Zone(ResourceIds.Key(id)); break;
            case "privatednszones/virtualnetworklinks": EndpointReader.Link(_estate, id, body); break;
            case "privatednszones/a" or "privatednszones/cname": EndpointReader.Record(_estate, id); break;
            case "privateendpoints/privatednszonegroups": EndpointReader.ZoneGroup(_estate, id, body); break;
            case "azurefirewalls": firewalls.Firewall(id, body); break;
            case "firewallpolicies": firewalls.Policy(id, body); break;
            case "firewallpolicies/rulecollectiongroups": firewalls.RuleCollectionGroup(id, body); break;
            case "ipgroups": firewalls.AddressGroup(id, body); break;
            case "virtualnetworkgateways": _gateways.Add((id, body.Clone())); break;
            case "networksecurityperimeters/resourceassociations": _perimeters.Association(id, body); break;
            case "networksecurityperimeters/profiles/accessrules": _perimeters.Rule(id, body); break;
        }
    }

    // A network that only a peering names is there too, with the addresses that the peering tells.
    private void Remote()
    {
        foreach (var network in _estate.Networks.ToList())
        {
            foreach (var peering in network.Peerings.Where(p => p.RemoteKey.Length > 0 && !_estate.NetworkByKey.ContainsKey(p.RemoteKey)))
            {
                _estate.NetworkByKey[peering.RemoteKey] = _estate.Networks.Count;
                _estate.Networks.Add(new VirtualNetwork(_estate.Networks.Count, peering.RemoteKey, peering.RemoteKey, peering.RemotePrefixes) { Seen = false });
            }
        }
    }

    private static JsonDocument? Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < 3)
            return null;
        try
        {
            return JsonDocument.Parse(utf8.ToArray(), Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

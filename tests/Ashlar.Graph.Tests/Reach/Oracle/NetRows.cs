using System.Globalization;
using System.Text.Json.Nodes;

namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>A network as rows of Resource Graph.</summary>
internal static class NetRows
{
    public const string Scope = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/";

    public static string Id(string type, string name) => $"{Scope}{type}/{name}";

    public static string SubnetId(string key) => $"{Scope}Microsoft.Network/virtualNetworks/{key.Replace("/", "/subnets/", StringComparison.Ordinal)}";

    private static string Network(string type, string name) => Id("Microsoft.Network/" + type, name);

    public static Dictionary<string, IReadOnlyList<JsonObject>> Of(Net net) => new()
    {
        ["resources"] =
        [
            .. net.Vnets.Select(v => Row(Network("virtualNetworks", v.Name), Vnet(net, v))), .. net.Nsgs.Where(n => n.Read).Select(n => Row(Network("networkSecurityGroups", n.Name), Nsg(n))),
            .. net.Tables.Where(t => t.Read).Select(t => Row(Network("routeTables", t.Name), Table(t))), .. net.Fires.Select(f => Row(Network("azureFirewalls", f.Name), Fire(f))),
            .. net.Policies.Where(p => p.Read).Select(p => Row(Network("firewallPolicies", p.Name), Policy(p))),
            .. net.Fires.Select(f => Address("pip-" + f.Name, f.PublicAddress, "Standard")), .. net.Subs.Where(s => s.Nat is not null).SelectMany(Nat),
            .. net.Gateways.Select(g => Row(Network("virtualNetworkGateways", "gw-" + g), new JsonObject { ["ipConfigurations"] = new JsonArray(Props(new JsonObject { ["subnet"] = Ref(SubnetId(g + "/GatewaySubnet")) })) })),
            .. net.Cards.SelectMany(Card), .. net.Links.Select(l => Row(Network("privateEndpoints", l.Name), Link(l))), .. net.Stores.Select(s => Row(Id("Microsoft.Storage/storageAccounts", s.Name), Store(s))),
            .. net.Databases.Select(d => Row(Id("Microsoft.DBforPostgreSQL/flexibleServers", d.Name), Database(d))), .. net.Containers.Select(c => Row(Id("Microsoft.ContainerInstance/containerGroups", c.Name), Group(c))),
        ],
        ["networkresources"] =
        [
            .. net.Fires.Where(f => f.Policy is not null && f.Nats.Count > 0).Select(f => Row(Network("firewallPolicies", $"{f.Policy}/ruleCollectionGroups/nat"), NatGroup(f))),
            .. net.Policies.Where(p => p.Read).SelectMany(p => p.Collections.Select((c, i) => Row(Network("firewallPolicies", $"{p.Name}/ruleCollectionGroups/g{i}"), Collection(c)))),
            .. net.Associations.SelectMany((a, i) => Perimeter(a, i)),
        ],
        ["armresources"] = [.. net.Databases.SelectMany(d => d.Rules.Select((r, i) => Row(Id("Microsoft.DBforPostgreSQL/flexibleServers", $"{d.Name}/firewallRules/r{i}"), new JsonObject { ["startIpAddress"] = r.From, ["endIpAddress"] = r.To })))],
    };

    /// <summary>Resources whose doors are asked for.</summary>
    public static IEnumerable<string> Subjects(Net net) =>
    [
        .. net.Stores.Select(s => Id("Microsoft.Storage/storageAccounts", s.Name)), .. net.Databases.Select(d => Id("Microsoft.DBforPostgreSQL/flexibleServers", d.Name)),
        .. net.Containers.Select(c => Id("Microsoft.ContainerInstance/containerGroups", c.Name)), .. net.Cards.Where(c => c.IsCode).Select(c => Id("Microsoft.Compute/virtualMachines", c.Name)),
    ];

    public static JsonObject Row(string id, JsonObject properties, string? sku = null)
    {
        var row = new JsonObject { ["id"] = id, ["type"] = Model.ResourceIds.Type(id), ["location"] = "westeurope", ["properties"] = properties };
        if (sku is not null)
            row["sku"] = new JsonObject { ["name"] = sku };
        return row;
    }

    private static JsonObject Ref(string id) => new() { ["id"] = id };

    private static JsonObject Props(JsonObject properties) => new() { ["properties"] = properties };

    private static JsonArray Texts(params IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static JsonObject Vnet(Net net, Vnet vnet) => new()
    {
        ["addressSpace"] = new JsonObject { ["addressPrefixes"] = Texts(vnet.Prefix) },
        ["subnets"] = new JsonArray([.. net.Subs.Where(s => s.Vnet == vnet.Name).Select(Sub)]),
        ["virtualNetworkPeerings"] = new JsonArray([.. net.Peers.Where(p => p.From == vnet.Name).Select(p => Props(new JsonObject
        {
            ["remoteVirtualNetwork"] = Ref(Network("virtualNetworks", p.To)), ["peeringState"] = p.Connected ? "Connected" : "Disconnected", ["allowVirtualNetworkAccess"] = p.Access,
            ["allowForwardedTraffic"] = p.Forwarded, ["useRemoteGateways"] = p.UsesRemote, ["allowGatewayTransit"] = p.Lends,
        }))]),
    };

    private static JsonObject Sub(Sub sub)
    {
        var body = new JsonObject { ["addressPrefix"] = sub.Prefix, ["serviceEndpoints"] = new JsonArray(sub.StorageEndpoint ? [new JsonObject { ["service"] = "Microsoft.Storage" }] : []) };
        if (sub.Nsg is { } nsg)
            body["networkSecurityGroup"] = Ref(Network("networkSecurityGroups", nsg));
        if (sub.Table is { } table)
            body["routeTable"] = Ref(Network("routeTables", table));
        if (sub.Policies is { } policies)
            body["privateEndpointNetworkPolicies"] = policies;
        if (sub.DefaultOutbound is { } outbound)
            body["defaultOutboundAccess"] = outbound;
        if (sub.Nat is not null)
            body["natGateway"] = Ref(Network("natGateways", "nat-" + sub.Vnet + sub.Name));
        return new JsonObject { ["id"] = SubnetId(Joints.Key(sub)), ["name"] = sub.Name, ["properties"] = body };
    }

    private static IEnumerable<JsonObject> Nat(Sub sub) =>
    [
        Row(Network("natGateways", "nat-" + sub.Vnet + sub.Name), new JsonObject { ["publicIpAddresses"] = new JsonArray(Ref(Network("publicIPAddresses", "pip-" + sub.Vnet + sub.Name))) }),
        Address("pip-" + sub.Vnet + sub.Name, sub.Nat!, "Standard"),
    ];

    private static JsonObject Address(string name, string address, string sku) => Row(Network("publicIPAddresses", name), new JsonObject { ["ipAddress"] = address }, sku);

    private static JsonObject Nsg(Nsg nsg) => new()
    {
        ["securityRules"] = new JsonArray([.. nsg.Rules.Select((r, i) => new JsonObject { ["id"] = Network("networkSecurityGroups", $"{nsg.Name}/securityRules/r{i}"), ["name"] = $"r{i}", ["properties"] = Rule(r) })]),
    };

    private static JsonObject Rule(Rule rule)
    {
        var body = new JsonObject
        {
            ["priority"] = rule.Priority, ["direction"] = rule.In ? "Inbound" : "Outbound", ["access"] = rule.Allow ? "Allow" : "Deny", ["protocol"] = rule.Protocol, ["sourcePortRange"] = "*", ["destinationPortRange"] = rule.Ports,
        };
        if (rule.SourceGroup is { } from)
            body["sourceApplicationSecurityGroups"] = new JsonArray(Ref(Network("applicationSecurityGroups", from)));
        else
            body["sourceAddressPrefix"] = rule.Source;
        if (rule.DestinationGroup is { } to)
            body["destinationApplicationSecurityGroups"] = new JsonArray(Ref(Network("applicationSecurityGroups", to)));
        else
            body["destinationAddressPrefixes"] = Texts(rule.Destination);
        return body;
    }

    private static JsonObject Table(Table table) => new()
    {
        ["disableBgpRoutePropagation"] = table.NoGateway,
        ["routes"] = new JsonArray([.. table.Routes.Select((r, i) => new JsonObject
        {
            ["id"] = Network("routeTables", $"{table.Name}/routes/r{i}"),
            ["properties"] = new JsonObject { ["addressPrefix"] = r.Prefix, ["nextHopType"] = r.Hop, ["nextHopIpAddress"] = r.Address },
        })]),
    };

    private static JsonObject Fire(Fire fire)
    {
        var body = new JsonObject
        {
            ["ipConfigurations"] = new JsonArray(Props(new JsonObject { ["subnet"] = Ref(SubnetId(fire.Vnet + "/AzureFirewallSubnet")), ["privateIPAddress"] = fire.Address, ["publicIPAddress"] = Ref(Network("publicIPAddresses", "pip-" + fire.Name)) })),
        };
        // With a policy a firewall has no rules of its own.
        if (fire.Policy is { } policy)
            body["firewallPolicy"] = Ref(Network("firewallPolicies", policy));
        else
            body["natRuleCollections"] = new JsonArray([.. fire.Nats.Select(n => Props(new JsonObject { ["priority"] = 100, ["rules"] = new JsonArray(Nat(fire, n, "protocols")) }))]);
        return body;
    }

    private static JsonObject NatGroup(Fire fire) => new()
    {
        ["priority"] = 90,
        ["ruleCollections"] = new JsonArray(new JsonObject { ["priority"] = 100, ["action"] = new JsonObject { ["type"] = "DNAT" }, ["rules"] = new JsonArray([.. fire.Nats.Select(n => Nat(fire, n, "ipProtocols"))]) }),
    };

    private static JsonObject Nat(Fire fire, Nat nat, string protocols) => new()
    {
        ["ruleType"] = "NatRule", ["name"] = "n", ["sourceAddresses"] = Texts(nat.Source), ["destinationAddresses"] = Texts(fire.PublicAddress), ["destinationPorts"] = Texts(nat.Port.ToString(CultureInfo.InvariantCulture)), [protocols] = Texts("TCP"),
        ["translatedAddress"] = nat.To, ["translatedPort"] = nat.Port.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject Policy(Policy policy)
    {
        var body = new JsonObject { ["ruleCollectionGroups"] = new JsonArray([.. policy.Collections.Select((_, i) => Ref(Network("firewallPolicies", $"{policy.Name}/ruleCollectionGroups/g{i}")))]) };
        if (policy.Parent is { } parent)
            body["basePolicy"] = Ref(Network("firewallPolicies", parent));
        return body;
    }

    private static JsonObject Collection(Collection c)
    {
        var rule = new JsonObject { ["name"] = "r", ["sourceAddresses"] = Texts(c.Source) };
        if (c.Application)
        {
            rule["ruleType"] = "ApplicationRule";
            rule["targetFqdns"] = Texts(c.Destination);
            rule["protocols"] = new JsonArray(new JsonObject { ["protocolType"] = "Https", ["port"] = c.Port });
        }
        else
        {
            rule["ruleType"] = "NetworkRule";
            rule["ipProtocols"] = Texts("TCP");
            rule["destinationAddresses"] = Texts(c.Destination);
            rule["destinationPorts"] = Texts(c.Port.ToString(CultureInfo.InvariantCulture));
        }

        return new JsonObject { ["priority"] = c.Priority, ["ruleCollections"] = new JsonArray(new JsonObject { ["priority"] = 100, ["action"] = new JsonObject { ["type"] = c.Allow ? "Allow" : "Deny" }, ["rules"] = new JsonArray(rule) }) };
    }

    private static IEnumerable<JsonObject> Card(Card card)
    {
        var part = new JsonObject { ["privateIPAddress"] = card.Address, ["subnet"] = Ref(SubnetId(card.Sub)) };
        if (card.Group is { } group)
            part["applicationSecurityGroups"] = new JsonArray(Ref(Network("applicationSecurityGroups", group)));
        if (card.PublicSku is not null)
            part["publicIPAddress"] = Ref(Network("publicIPAddresses", "pip-" + card.Name));
        var body = new JsonObject { ["enableIPForwarding"] = card.Forwards, ["virtualMachine"] = Ref(Id("Microsoft.Compute/virtualMachines", card.Name)), ["ipConfigurations"] = new JsonArray(Props(part)) };
        if (card.Nsg is { } nsg)
            body["networkSecurityGroup"] = Ref(Network("networkSecurityGroups", nsg));
        yield return Row(Network("networkInterfaces", "nic-" + card.Name), body);
        yield return Row(Id("Microsoft.Compute/virtualMachines", card.Name), new JsonObject { ["networkProfile"] = new JsonObject() });
        if (card.PublicSku is { } sku)
            yield return Address("pip-" + card.Name, "192.0.2.200", sku);
    }

    private static JsonObject Link(Link link) => new()
    {
        ["subnet"] = Ref(SubnetId(link.Sub)),
        ["customDnsConfigs"] = new JsonArray(new JsonObject { ["fqdn"] = "x", ["ipAddresses"] = Texts(link.Address) }),
        ["privateLinkServiceConnections"] = new JsonArray(Props(new JsonObject
        {
            ["privateLinkServiceId"] = Id("Microsoft.Storage/storageAccounts", link.Target), ["groupIds"] = Texts("blob"), ["privateLinkServiceConnectionState"] = new JsonObject { ["status"] = link.State },
        })),
    };

    private static JsonObject Store(Store store)
    {
        var body = new JsonObject
        {
            ["primaryEndpoints"] = new JsonObject { ["blob"] = $"https://{store.Name}.blob.core.windows.net/" },
            ["networkAcls"] = new JsonObject
            {
                ["defaultAction"] = store.Action,
                ["ipRules"] = new JsonArray([.. store.Ips.Select(i => new JsonObject { ["value"] = i })]),
                ["virtualNetworkRules"] = new JsonArray([.. store.Subs.Select(s => new JsonObject { ["id"] = SubnetId(s), ["state"] = "Succeeded" })]),
            },
        };
        if (store.Public is { } text)
            body["publicNetworkAccess"] = text;
        return body;
    }

    private static JsonObject Database(Database database)
    {
        var network = new JsonObject();
        if (database.Public is { } text)
            network["publicNetworkAccess"] = text;
        if (database.Delegated is { } key)
            network["delegatedSubnetResourceId"] = SubnetId(key);
        return new JsonObject { ["network"] = network };
    }

    private static JsonObject Group(Containers c) => new()
    {
        ["ipAddress"] = new JsonObject { ["type"] = "Private", ["ip"] = c.Address, ["ports"] = new JsonArray(new JsonObject { ["port"] = c.Port, ["protocol"] = "TCP" }) },
        ["subnetIds"] = new JsonArray(Ref(SubnetId(c.Sub))),
    };

    private static IEnumerable<JsonObject> Perimeter(Association association, int number)
    {
        var perimeter = Network("networkSecurityPerimeters", "np" + number);
        yield return Row($"{perimeter}/resourceAssociations/a", new JsonObject
        {
            ["privateLinkResource"] = Ref(Id("Microsoft.Storage/storageAccounts", association.Store)), ["profile"] = Ref($"{perimeter}/profiles/p"), ["accessMode"] = association.Mode,
        });
        yield return Row($"{perimeter}/profiles/p/accessRules/r", new JsonObject { ["direction"] = "Inbound", ["addressPrefixes"] = Texts(association.Ranges) });
    }
}

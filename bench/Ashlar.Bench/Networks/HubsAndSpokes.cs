namespace Ashlar.Bench.Networks;

/// <summary>Virtual networks as large companies lay them out: a hub with a firewall and a gateway for every two hundred spokes, private endpoints in the spokes, private zones in one place.</summary>
internal sealed class HubsAndSpokes(Estate estate)
{
    private const int SpokesOfHub = 200;
    private const string Network = "Microsoft.Network/";
    private static readonly string[] Zones = ["privatelink.openai.azure.com", "privatelink.blob.core.windows.net", "privatelink.vaultcore.azure.net", "privatelink.search.windows.net", "privatelink.azurecr.io", "privatelink.api.azureml.ms"];

    private static readonly Dictionary<string, (string Group, int Zone)> Linked = new(StringComparer.Ordinal)
    {
        ["Microsoft.CognitiveServices/accounts"] = ("account", 0),
        ["Microsoft.Storage/storageAccounts"] = ("blob", 1),
        ["Microsoft.KeyVault/vaults"] = ("vault", 2),
        ["Microsoft.Search/searchServices"] = ("searchService", 3),
        ["Microsoft.ContainerRegistry/registries"] = ("registry", 4),
        ["Microsoft.MachineLearningServices/workspaces"] = ("amlworkspace", 5),
    };

    private readonly int _spokes = estate.Size.Networks;

    private int Hubs => ((_spokes - 1) / SpokesOfHub) + 1;

    public void Write(StreamWriter graph, StreamWriter arm)
    {
        if (_spokes == 0)
            return;
        for (var hub = 0; hub < Hubs; hub++)
            Hub(graph, hub);
        for (var spoke = 0; spoke < _spokes; spoke++)
            Spoke(graph, spoke);
        foreach (var zone in Zones)
        {
            Row(graph, Zone(zone), "{}");
            for (var network = 0; network < _spokes; network++)
                Row(graph, $"{Zone(zone)}/virtualNetworkLinks/link{network:d5}", $$$$"""{"virtualNetwork":{"id":"{{{{SpokeId(network)}}}}"},"registrationEnabled":false,"virtualNetworkLinkState":"Completed"}""");
        }

        for (var block = 0; block < estate.Blocks; block++)
        {
            if (estate.HasAi(block) || block % 3 == 0)
                Endpoints(graph, arm, block);
            if (estate.HasAi(block))
                Code(graph, block);
        }
    }

    /// <summary>Rule collection groups, which Resource Graph keeps in a table of their own.</summary>
    public static void WriteRules(StreamWriter rows) => Row(rows, Place(0, "firewallPolicies", "afwp-all") + "/ruleCollectionGroups/all", """
        {"priority":200,"ruleCollections":[{"ruleCollectionType":"FirewallPolicyFilterRuleCollection","priority":100,"action":{"type":"Allow"},"rules":[
        {"ruleType":"ApplicationRule","name":"ai","sourceAddresses":["*"],"targetFqdns":["*.openai.azure.com","*.search.windows.net"],"protocols":[{"protocolType":"Https","port":443}]}]},
        {"ruleCollectionType":"FirewallPolicyFilterRuleCollection","priority":200,"action":{"type":"Allow"},"rules":[
        {"ruleType":"NetworkRule","name":"between","sourceAddresses":["10.0.0.0/8"],"destinationAddresses":["10.0.0.0/8"],"destinationPorts":["443"],"ipProtocols":["TCP"]}]}]}
        """.ReplaceLineEndings(""));

    private void Hub(StreamWriter graph, int hub)
    {
        var start = $"172.{16 + (hub / 256)}.{hub % 256}";
        var peers = string.Join(',', Enumerable.Range(hub * SpokesOfHub, Math.Min(SpokesOfHub, _spokes - (hub * SpokesOfHub))).Select(s => Peering(SpokeId(s), "false", "true")));
        Row(graph, HubId(hub), $$$$"""
            {"addressSpace":{"addressPrefixes":["{{{{start}}}}.0/24"]},"subnets":[{{{{Subnet(HubId(hub), "AzureFirewallSubnet", start + ".0/26", "")}}}},{{{{Subnet(HubId(hub), "GatewaySubnet", start + ".64/27", "")}}}}],"virtualNetworkPeerings":[{{{{peers}}}}]}
            """);
        Row(graph, Place(hub, "publicIPAddresses", $"pip-afw-{hub:d3}"), $$$$"""{"ipAddress":"198.51.100.{{{{hub % 256}}}}"}""");
        Row(graph, Place(hub, "azureFirewalls", $"afw-{hub:d3}"), $$$$"""
            {"ipConfigurations":[{"properties":{"privateIPAddress":"{{{{start}}}}.4","subnet":{"id":"{{{{HubId(hub)}}}}/subnets/AzureFirewallSubnet"},"publicIPAddress":{"id":"{{{{Place(hub, "publicIPAddresses", $"pip-afw-{hub:d3}")}}}}"}}}],"firewallPolicy":{"id":"{{{{Place(0, "firewallPolicies", "afwp-all")}}}}"}}
            """);
        if (hub % 2 == 0)
            Row(graph, Place(hub, "virtualNetworkGateways", $"ergw-{hub:d3}"), $$$$"""{"gatewayType":"ExpressRoute","ipConfigurations":[{"properties":{"subnet":{"id":"{{{{HubId(hub)}}}}/subnets/GatewaySubnet"}}}]}""");
        Row(graph, Place(hub, "routeTables", $"rt-{hub:d3}"), $$$$"""
            {"disableBgpRoutePropagation":true,"routes":[{"id":"r","properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopIpAddress":"{{{{start}}}}.4"}}]}
            """);
        if (hub == 0)
            Row(graph, Place(0, "firewallPolicies", "afwp-all"), $$$$"""{"ruleCollectionGroups":[{"id":"{{{{Place(0, "firewallPolicies", "afwp-all")}}}}/ruleCollectionGroups/all"}]}""");
    }

    private void Spoke(StreamWriter graph, int spoke)
    {
        var dice = Dice.For(estate.Size.Seed, Draw.Network, spoke);
        var hub = spoke / SpokesOfHub;
        var (id, group) = (SpokeId(spoke), Place(spoke, "networkSecurityGroups", $"nsg-{spoke:d5}"));
        var routes = dice.Next(4) > 0 ? $",\"routeTable\":{{\"id\":\"{Place(hub, "routeTables", $"rt-{hub:d3}")}\"}}" : "";
        var guarded = $",\"networkSecurityGroup\":{{\"id\":\"{group}\"}}{routes}";
        Row(graph, id, $$$$"""
            {"addressSpace":{"addressPrefixes":["{{{{Start(spoke)}}}}.0/24"]},"subnets":[{{{{Subnet(id, "snet-apps", Start(spoke) + ".0/26", guarded)}}}},{{{{Subnet(id, "snet-data", Start(spoke) + ".64/26", guarded)}}}},{{{{Subnet(id, "snet-pe", Start(spoke) + ".128/26", "")}}}}],"virtualNetworkPeerings":[{{{{Peering(HubId(hub), hub % 2 == 0 ? "true" : "false", "false")}}}}]}
            """);
        Row(graph, group, $$$$"""
            {"securityRules":[{"id":"{{{{group}}}}/securityRules/a","name":"a","properties":{"priority":100,"direction":"Inbound","access":"Allow","protocol":"Tcp","sourceAddressPrefix":"{{{{dice.Either("10.0.0.0/8", "VirtualNetwork")}}}}","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"443"}},
            {"id":"{{{{group}}}}/securityRules/b","name":"b","properties":{"priority":4000,"direction":"{{{{dice.Either("Inbound", "Outbound")}}}}","access":"Deny","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"{{{{dice.Either("Internet", "10.200.0.0/16")}}}}","destinationPortRange":"*"}}]}
            """.ReplaceLineEndings(""));
    }

    private void Endpoints(StreamWriter graph, StreamWriter arm, int block)
    {
        for (var number = block * Estate.BlockLength; number < Math.Min(estate.Size.Resources, (block + 1) * Estate.BlockLength); number++)
        {
            if (!Linked.TryGetValue(estate.Kind(number).Type, out var to))
                continue;
            var at = Estate.At(number);
            var id = at.Id(Network + "privateEndpoints", "pe", number);
            var card = at.Id(Network + "networkInterfaces", "pe-nic-", number);
            var subnet = $"{SpokeId(block % _spokes)}/subnets/snet-pe";
            Row(graph, id, $$$$"""
                {"subnet":{"id":"{{{{subnet}}}}"},"networkInterfaces":[{"id":"{{{{card}}}}"}],"customDnsConfigs":[],"privateLinkServiceConnections":[{"properties":{"privateLinkServiceId":"{{{{estate.Id(number)}}}}","groupIds":["{{{{to.Group}}}}"],"privateLinkServiceConnectionState":{"status":"Approved"}}}]}
                """);
            Row(graph, card, $$$$"""{"ipConfigurations":[{"properties":{"privateIPAddress":"{{{{Start(block % _spokes)}}}}.{{{{132 + (number % 50)}}}}","subnet":{"id":"{{{{subnet}}}}"}}}]}""");
            Row(arm, id + "/privateDnsZoneGroups/default", $$$$"""{"privateDnsZoneConfigs":[{"name":"z","properties":{"privateDnsZoneId":"{{{{Zone(Zones[to.Zone])}}}}"}}]}""");
        }
    }

    // Code that calls the account of its block.
    private void Code(StreamWriter graph, int block)
    {
        var at = Estate.Group(block);
        Row(graph, at.Id("Microsoft.ContainerInstance/containerGroups", "ci-", at.Number), $$$$"""
            {"containers":[{"name":"app","properties":{"image":"app:1","environmentVariables":[{"name":"ENDPOINT","value":"https://ai{{{{at.Number:d7}}}}.openai.azure.com/"}]}}],"ipAddress":{"type":"Private","ip":"{{{{Start(block % _spokes)}}}}.10","ports":[{"port":443,"protocol":"TCP"}]},"subnetIds":[{"id":"{{{{SpokeId(block % _spokes)}}}}/subnets/snet-apps"}]}
            """);
    }

    // A /24 for each of 65,536 spokes.
    private static string Start(int spoke) => $"10.{spoke / 256}.{spoke % 256}";

    private static string SpokeId(int spoke) => Place(spoke, "virtualNetworks", $"vnet-{spoke:d5}");

    private static string HubId(int hub) => Place(hub, "virtualNetworks", $"vnet-hub-{hub:d3}");

    private static string Zone(string name) => Place(0, "privateDnsZones", name);

    private static string Place(int number, string type, string name) => $"/subscriptions/{Placement.SubscriptionId(0)}/resourceGroups/rg-network-{number % 100:d3}/providers/{Network}{type}/{name}";

    private static string Subnet(string network, string name, string prefix, string more) =>
        $$$$"""{"id":"{{{{network}}}}/subnets/{{{{name}}}}","name":"{{{{name}}}}","properties":{"addressPrefix":"{{{{prefix}}}}","privateEndpointNetworkPolicies":"Disabled"{{{{more}}}}}}""";

    private static string Peering(string remote, string usesRemote, string lends) =>
        $$$$"""{"id":"p","properties":{"peeringState":"Connected","allowVirtualNetworkAccess":true,"allowForwardedTraffic":true,"useRemoteGateways":{{{{usesRemote}}}},"allowGatewayTransit":{{{{lends}}}},"remoteVirtualNetwork":{"id":"{{{{remote}}}}"}}}""";

    private static void Row(StreamWriter rows, string id, string properties)
    {
        var segments = id.Split('/');
        var type = segments[6].ToLowerInvariant() + string.Concat(segments.Skip(7).Where((_, i) => i % 2 == 0).Select(s => "/" + s.ToLowerInvariant()));
        rows.WriteLine($$$$"""{"id":"{{{{id}}}}","name":"{{{{segments[^1]}}}}","type":"{{{{type}}}}","tenantId":"{{{{Placement.Tenant}}}}","kind":"","location":"westeurope","resourceGroup":"{{{{segments[4]}}}}","subscriptionId":"{{{{segments[2]}}}}","managedBy":"","sku":{"name":"Standard"},"tags":{},"identity":null,"properties":{{{{properties.Trim()}}}}}""");
    }
}

using static Ashlar.Graph.Tests.Reach.Small;

namespace Ashlar.Graph.Tests.Reach;

/// <summary>Ways through networks, one at a time.</summary>
public class NetworkWayTests
{
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string Machine = "Microsoft.Compute/virtualMachines";
    private const string Spoke = "Microsoft.Network/virtualNetworks";

    private static Small Linked() => new Small().With(Vault, "k", """{"publicNetworkAccess":"Disabled"}""").Endpoint(Id(Vault, "k"), "vault");

    private static string Peering(string to, string more = "") =>
        $$$$"""{"properties":{"peeringState":"Connected","allowVirtualNetworkAccess":true,"remoteVirtualNetwork":{"id":"{{{{Id(Spoke, to)}}}}"}{{{{more}}}}}}""";

    private static string Peerings(params string[] peerings) => ",\"virtualNetworkPeerings\":[" + string.Join(',', peerings) + "]";

    private static Small Other(Small tenant, string name, int third, string subnet, string more) => tenant.Beside(Spoke, name, $$$$"""
        {"addressSpace":{"addressPrefixes":["10.{{{{third}}}}.0.0/16"]},"subnets":[{"id":"{{{{Id(Spoke, name)}}}}/subnets/s1","name":"s1","properties":{"addressPrefix":"10.{{{{third}}}}.1.0/24"{{{{subnet}}}}}},{"id":"{{{{Id(Spoke, name)}}}}/subnets/GatewaySubnet","name":"GatewaySubnet","properties":{"addressPrefix":"10.{{{{third}}}}.255.0/27"}}]{{{{more}}}}}
        """);

    private static string Table(string name) => $",\"routeTable\":{{\"id\":\"{Id("Microsoft.Network/routeTables", name)}\"}}";

    private static Small Route(Small tenant, string prefix, string hop, string address = "") => tenant.Beside("Microsoft.Network/routeTables", "t", $$$$"""
        {"disableBgpRoutePropagation":true,"routes":[{"id":"r","properties":{"addressPrefix":"{{{{prefix}}}}","nextHopType":"{{{{hop}}}}","nextHopIpAddress":"{{{{address}}}}"}}]}
        """);

    [Fact]
    public void A_peered_network_reaches_an_endpoint_and_the_peer_of_a_peer_does_not()
    {
        var tenant = Linked().Network(more: Peerings(Peering("w")));
        Other(tenant, "w", 1, "", Peerings(Peering("v"), Peering("x")));
        Other(tenant, "x", 2, "", Peerings(Peering("w")));
        Assert.Equal(("network", 2L), (tenant.Door().Inbound, tenant.Door().Networks));
    }

    [Fact]
    public void A_peering_of_which_one_side_is_missing_carries_nothing()
    {
        var tenant = Linked().Network(more: Peerings(Peering("w")));
        Assert.Equal(1L, Other(tenant, "w", 1, "", "").Door().Networks);
    }

    [Fact]
    public void A_network_joined_by_a_gateway_makes_it_corporate()
    {
        var tenant = Linked().Network(more: "").Beside("Microsoft.Network/virtualNetworkGateways", "g", $$$$"""{"ipConfigurations":[{"properties":{"subnet":{"id":"{{{{Vnet}}}}/subnets/GatewaySubnet"}}}]}""");
        Assert.Equal("corporate", tenant.Door().Inbound);
    }

    [Fact]
    public void A_spoke_that_uses_the_gateway_of_its_hub_is_joined_only_when_the_hub_lends_it()
    {
        Small Tenant(string lends)
        {
            var tenant = Linked().Network(more: Peerings(Peering("hub", ",\"useRemoteGateways\":true")));
            Other(tenant, "hub", 1, "", Peerings(Peering("v", $",\"allowGatewayTransit\":{lends}")));
            return tenant.Beside("Microsoft.Network/virtualNetworkGateways", "g", $$$$"""{"ipConfigurations":[{"properties":{"subnet":{"id":"{{{{Id(Spoke, "hub")}}}}/subnets/GatewaySubnet"}}}]}""");
        }

        Assert.Equal(("corporate", "network"), (Tenant("true").Door().Inbound, Tenant("false").Door().Inbound));
    }

    [Fact]
    public void Gateways_that_were_not_read_may_join_it()
    {
        var door = Linked().Network().Missing("resources/microsoft.network/virtualnetworkgateways").Door();
        Assert.Equal(("unknown", "network", false), (door.Inbound, door.AtLeast, door.Complete));
    }

    [Theory]
    [InlineData("Disabled", "network")]
    [InlineData("Enabled", "nowhere")]
    [InlineData("NetworkSecurityGroupEnabled", "nowhere")]
    [InlineData("RouteTableEnabled", "network")]
    public void Security_groups_count_for_endpoints_only_where_the_subnet_says_so(string policies, string inbound)
    {
        var deny = """{"securityRules":[{"id":"r","properties":{"priority":100,"direction":"Inbound","access":"Deny","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*"}}]}""";
        var tenant = Linked().Network(pe: $",\"privateEndpointNetworkPolicies\":\"{policies}\"" + ServiceDoorTests.Group("n")).Beside("Microsoft.Network/networkSecurityGroups", "n", deny);
        Assert.Equal(inbound, tenant.Door().Inbound);
    }

    [Theory]
    [InlineData("0.0.0.0/0", "Disabled", 2L)]
    [InlineData("0.0.0.0/0", "Enabled", 2L)]
    [InlineData("10.0.2.0/24", "Disabled", 2L)]
    [InlineData("10.0.2.0/24", "RouteTableEnabled", 1L)]
    [InlineData("10.0.2.4/32", "Disabled", 1L)]
    public void A_route_takes_the_place_of_an_endpoints_own_only_where_it_is_as_long_as_that_counts(string prefix, string policies, long networks)
    {
        var tenant = Linked().Network(pe: $",\"privateEndpointNetworkPolicies\":\"{policies}\"", more: Peerings(Peering("w")));
        Other(tenant, "w", 1, Table("t"), Peerings(Peering("v")));
        Assert.Equal(networks, Route(tenant, prefix, "None").Door().Networks);
    }

    [Fact]
    public void An_appliance_that_is_no_azure_firewall_leaves_it_open_whether_it_lets_through()
    {
        var tenant = new Small().With("Microsoft.DBforPostgreSQL/flexibleServers", "p", $$$$"""{"network":{"delegatedSubnetResourceId":"{{{{Vnet}}}}/subnets/pe"}}""").Network(more: Peerings(Peering("w")));
        Other(tenant, "w", 1, Table("t"), Peerings(Peering("v")));
        Assert.Equal(1L, Route(tenant, "10.0.0.0/16", "VirtualAppliance", "10.1.1.9").Door().Networks);
    }

    [Theory]
    [InlineData("TCP", "5432", "network")]
    [InlineData("UDP", "5432", "nowhere")]
    [InlineData("TCP", "443", "nowhere")]
    public void Between_networks_that_are_not_peered_an_azure_firewall_decides(string protocol, string port, string inbound)
    {
        // The subnet of the database lets in only what comes from the other network.
        var tenant = new Small().With("Microsoft.DBforPostgreSQL/flexibleServers", "p", $$$$"""{"network":{"delegatedSubnetResourceId":"{{{{Vnet}}}}/subnets/pe"}}""")
            .Network(pe: ServiceDoorTests.Group("n"), more: Peerings(Peering("hub", ",\"allowForwardedTraffic\":true")));
        Other(tenant, "hub", 1, "", Peerings(Peering("v"), Peering("w")));
        Other(tenant, "w", 2, Table("t"), Peerings(Peering("hub")));
        Route(tenant, "10.0.0.0/16", "VirtualAppliance", "10.1.1.4").Beside("Microsoft.Network/azureFirewalls", "f", $$$$"""
            {"ipConfigurations":[{"properties":{"privateIPAddress":"10.1.1.4","subnet":{"id":"{{{{Id(Spoke, "hub")}}}}/subnets/s1"}}}],
             "networkRuleCollections":[{"properties":{"priority":100,"action":{"type":"Allow"},"rules":[{"name":"r","protocols":["{{{{protocol}}}}"],"sourceAddresses":["10.2.0.0/16"],"destinationAddresses":["*"],"destinationPorts":["{{{{port}}}}"]}]}}]}
            """).Beside("Microsoft.Network/networkSecurityGroups", "n", """
            {"securityRules":[{"id":"a","properties":{"priority":100,"direction":"Inbound","access":"Allow","protocol":"*","sourceAddressPrefix":"10.2.0.0/16","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*"}},
             {"id":"b","properties":{"priority":200,"direction":"Inbound","access":"Deny","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*"}}]}
            """);
        Assert.Equal(inbound, tenant.Door().Inbound);
    }

    [Theory]
    [InlineData(true, true, "resolves")]
    [InlineData(true, false, "unlinked")]
    [InlineData(false, true, "missing")]
    public void The_name_of_a_door_is_found_where_its_zone_is_written_and_linked(bool written, bool linked, string dns)
    {
        var zone = Id("Microsoft.Network/privateDnsZones", "privatelink.vaultcore.azure.net");
        var tenant = Linked().Network().Beside("Microsoft.Network/privateDnsZones", written ? "privatelink.vaultcore.azure.net" : "privatelink.other", "{}");
        if (linked && written)
            tenant.Below(zone + "/virtualNetworkLinks/l", $$$$"""{"virtualNetwork":{"id":"{{{{Vnet}}}}"},"virtualNetworkLinkState":"Completed"}""", "resources");
        if (written)
            tenant.Below(Id("Microsoft.Network/privateEndpoints", "pe-vault") + "/privateDnsZoneGroups/default", $$$$"""{"privateDnsZoneConfigs":[{"properties":{"privateDnsZoneId":"{{{{zone}}}}"}}]}""");
        Assert.Contains($"\"dns\":\"{dns}\"", tenant.Door().Endpoints, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_with_dns_servers_of_its_own_says_nothing_of_names() =>
        Assert.Contains("\"dns\":\"unknown\"", Linked().Network(more: ",\"dhcpOptions\":{\"dnsServers\":[\"10.0.1.4\"]}").Door().Endpoints, StringComparison.Ordinal);

    [Theory]
    [InlineData("Standard", "*", "internet")]
    [InlineData("Standard", "203.0.113.0/24", "corporate")]
    [InlineData("Standard", "AzureCloud", "azure")]
    [InlineData("Standard", "VirtualNetwork", "network")]
    [InlineData("Standard", "", "network")]
    [InlineData("Basic", "", "internet")]
    public void A_machine_with_a_public_address_is_as_open_as_its_groups_or_without_any_as_its_kind_of_address(string sku, string source, string inbound)
    {
        var group = source.Length == 0 ? "" : ServiceDoorTests.Group("n");
        var tenant = ServiceDoorTests.Rules(Card(new Small().With(Machine, "m", "{}"), group, $",\"publicIPAddress\":{{\"id\":\"{Id("Microsoft.Network/publicIPAddresses", "ip")}\"}}"), ("22", source))
            .Network().Beside("Microsoft.Network/publicIPAddresses", "ip", """{"ipAddress":"192.0.2.7"}""", sku: sku);
        Assert.Equal(inbound, tenant.Doors()["22/tcp"].Inbound);
    }

    [Fact]
    public void Both_the_group_of_the_subnet_and_that_of_the_interface_have_to_let_in()
    {
        var tenant = ServiceDoorTests.Rules(Card(new Small().With(Machine, "m", "{}"), ServiceDoorTests.Group("n"), $",\"publicIPAddress\":{{\"id\":\"{Id("Microsoft.Network/publicIPAddresses", "ip")}\"}}"), ("22", "*"))
            .Network(ServiceDoorTests.Group("empty")).Beside("Microsoft.Network/networkSecurityGroups", "empty", """{"securityRules":[]}""").Beside("Microsoft.Network/publicIPAddresses", "ip", "{}", sku: "Standard");
        Assert.Equal("network", tenant.Door().Inbound);
    }

    [Fact]
    public void A_load_balancer_forwards_with_the_callers_own_address()
    {
        var pool = Id("Microsoft.Network/loadBalancers", "lb") + "/backendAddressPools/p";
        var tenant = ServiceDoorTests.Rules(Card(new Small().With(Machine, "m", "{}"), ServiceDoorTests.Group("n"), $",\"loadBalancerBackendAddressPools\":[{{\"id\":\"{pool}\"}}]"), ("8000", "Internet"))
            .Network().Beside("Microsoft.Network/publicIPAddresses", "ip", "{}", sku: "Standard").Beside("Microsoft.Network/loadBalancers", "lb", $$$$"""
            {"frontendIPConfigurations":[{"id":"f","properties":{"publicIPAddress":{"id":"{{{{Id("Microsoft.Network/publicIPAddresses", "ip")}}}}"}}}],
             "loadBalancingRules":[{"id":"{{{{Id("Microsoft.Network/loadBalancers", "lb")}}}}/loadBalancingRules/r","properties":{"frontendIPConfiguration":{"id":"f"},"backendAddressPool":{"id":"{{{{pool}}}}"},"protocol":"Tcp","frontendPort":80,"backendPort":8000}}]}
            """);
        var door = tenant.Doors()["8000/tcp"];
        Assert.Equal(("internet", Id("Microsoft.Network/loadBalancers", "lb")), (door.Inbound, door.Behind.Single()));
    }

    [Fact]
    public void A_load_balancer_whose_pool_names_the_address_of_a_machine_forwards_to_it()
    {
        var balancer = Id("Microsoft.Network/loadBalancers", "lb");
        var tenant = ServiceDoorTests.Rules(Card(new Small().With(Machine, "m", "{}"), ServiceDoorTests.Group("n"), ""), ("8000", "Internet"))
            .Network().Beside("Microsoft.Network/publicIPAddresses", "ip", "{}", sku: "Standard").Beside("Microsoft.Network/loadBalancers", "lb", $$$$"""
            {"frontendIPConfigurations":[{"id":"f","properties":{"publicIPAddress":{"id":"{{{{Id("Microsoft.Network/publicIPAddresses", "ip")}}}}"}}}],
             "backendAddressPools":[{"id":"{{{{balancer}}}}/backendAddressPools/p","properties":{"loadBalancerBackendAddresses":[{"properties":{"ipAddress":"10.0.1.10","virtualNetwork":{"id":"{{{{Vnet}}}}"}}}]}}],
             "loadBalancingRules":[{"id":"{{{{balancer}}}}/loadBalancingRules/r","properties":{"frontendIPConfiguration":{"id":"f"},"backendAddressPool":{"id":"{{{{balancer}}}}/backendAddressPools/p"},"protocol":"Tcp","frontendPort":80,"backendPort":8000}}]}
            """);
        Assert.Equal(("internet", balancer), (tenant.Doors()["8000/tcp"].Inbound, tenant.Doors()["8000/tcp"].Behind.Single()));
    }

    [Fact]
    public void Of_many_ports_those_open_widest_are_shown_and_the_cut_is_told()
    {
        (string, string)[] rules = [.. Enumerable.Range(1, 30).Select(p => ($"{p}", "10.1.0.0/16")), ("3389", "10.1.0.0/16"), ("40000", "Internet")];
        var doors = ServiceDoorTests.Rules(Card(new Small().With(Machine, "m", "{}"), ServiceDoorTests.Group("n"), ""), rules).Network().Doors();
        Assert.Equal(20, doors.Count);
        Assert.Superset(new HashSet<string> { "22/tcp", "3389/tcp", "40000/tcp" }, doors.Keys.ToHashSet());
        Assert.All(doors.Values, d => Assert.False(d.Complete));
    }

    [Theory]
    [InlineData("443", "internet")]
    [InlineData("8443", "network")]
    public void A_firewall_that_forwards_to_a_private_endpoint_opens_it(string port, string inbound)
    {
        var tenant = new Small().With("Microsoft.KeyVault/vaults", "k", """{"publicNetworkAccess":"Disabled"}""").Network().Endpoint(Id("Microsoft.KeyVault/vaults", "k"), "vault")
            .Beside("Microsoft.Network/azureFirewalls", "f", $$$$"""
            {"ipConfigurations":[{"properties":{"privateIPAddress":"10.0.1.9","subnet":{"id":"{{{{Vnet}}}}/subnets/s1"}}}],
             "natRuleCollections":[{"properties":{"priority":100,"rules":[{"name":"n","sourceAddresses":["*"],"destinationAddresses":["192.0.2.9"],"destinationPorts":["443"],"protocols":["TCP"],"translatedAddress":"10.0.2.4","translatedPort":"{{{{port}}}}"}]}}]}
            """);
        Assert.Equal(inbound, tenant.Door().Inbound);
    }

    [Fact]
    public void An_enforced_perimeter_alone_decides_and_one_that_learns_only_adds()
    {
        const string account = "Microsoft.CognitiveServices/accounts";
        Small Tenant(string mode)
        {
            var perimeter = Id("Microsoft.Network/networkSecurityPerimeters", "p");
            return new Small().With(account, "a", """{"networkAcls":{"defaultAction":"Allow","bypass":"AzureServices"}}""")
                .Below(perimeter + "/resourceAssociations/a", $$$$"""{"privateLinkResource":{"id":"{{{{Id(account, "a")}}}}"},"profile":{"id":"{{{{perimeter}}}}/profiles/x"},"accessMode":"{{{{mode}}}}"}""", "networkresources")
                .Below(perimeter + "/profiles/x/accessRules/r", """{"direction":"Inbound","addressPrefixes":["203.0.113.0/24"]}""", "networkresources");
        }

        var (enforced, learning) = (Tenant("Enforced").Door(), Tenant("Learning").Door());
        Assert.Equal(("corporate", 0), (enforced.Inbound, enforced.Bypass.Length));
        Assert.Equal(("internet", 1), (learning.Inbound, learning.Bypass.Length));
    }

    [Theory]
    [InlineData("Disabled")]
    [InlineData("SecuredByPerimeter")]
    public void A_closed_account_is_unknown_where_perimeters_were_not_read(string access)
    {
        var door = new Small().With("Microsoft.CognitiveServices/accounts", "a", $$$$"""{"publicNetworkAccess":"{{{{access}}}}"}""").Missing("networkresources").Missing("armresources/microsoft.network/networksecurityperimeters/resourceassociations").Door();
        Assert.Equal(("unknown", "nowhere", false), (door.Inbound, door.AtLeast, door.Complete));
        Assert.Contains("networkresources", door.Missing.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"serviceTags\":[\"AzureCloud\"]")]
    [InlineData("\"addressPrefixes\":[\"203.0.113.0/99\"]")]
    public void A_rule_of_a_perimeter_that_cannot_be_weighed_leaves_it_unknown(string rule)
    {
        const string account = "Microsoft.CognitiveServices/accounts";
        var perimeter = Id("Microsoft.Network/networkSecurityPerimeters", "p");
        var door = new Small().With(account, "a", """{"publicNetworkAccess":"Disabled"}""")
            .Below(perimeter + "/resourceAssociations/a", $$$$"""{"privateLinkResource":{"id":"{{{{Id(account, "a")}}}}"},"profile":{"id":"{{{{perimeter}}}}/profiles/x"},"accessMode":"Enforced"}""", "networkresources")
            .Below(perimeter + "/profiles/x/accessRules/r", $$$$"""{"direction":"Inbound",{{{{rule}}}}}""", "networkresources").Door();
        Assert.Equal(("unknown", false), (door.Inbound, door.Complete));
    }

    [Fact]
    public void Code_in_a_subnet_reaches_endpoints_of_its_network_and_open_doors_outside_of_it()
    {
        var tenant = Linked().Network().With("Microsoft.ContainerInstance/containerGroups", "g", $$$$"""{"subnetIds":[{"id":"{{{{Vnet}}}}/subnets/s1"}]}""").With("Microsoft.CognitiveServices/accounts", "a", "{}");
        Assert.Equal(["azure -> a account open public", "internet -> a account open public", "s1 -> a account open public", "s1 -> k vault open privateEndpoint"], tenant.Reach());
    }

    [Fact]
    public void Code_behind_a_firewall_reaches_the_hosts_that_its_rules_name()
    {
        var tenant = new Small().With("Microsoft.ContainerInstance/containerGroups", "g", $$$$"""{"subnetIds":[{"id":"{{{{Vnet}}}}/subnets/s1"}]}""").Network(Table("t"))
            .With("Microsoft.CognitiveServices/accounts", "a", """{"endpoint":"https://a.openai.azure.com/"}""").With("Microsoft.CognitiveServices/accounts", "b", """{"endpoint":"https://b.openai.azure.com/"}""");
        Route(tenant, "0.0.0.0/0", "VirtualAppliance", "10.0.2.9").Beside("Microsoft.Network/azureFirewalls", "f", $$$$"""
            {"ipConfigurations":[{"properties":{"privateIPAddress":"10.0.2.9","subnet":{"id":"{{{{Vnet}}}}/subnets/pe"}}}],
             "applicationRuleCollections":[{"properties":{"priority":100,"action":{"type":"Allow"},"rules":[{"name":"r","sourceAddresses":["*"],"targetFqdns":["a.openai.azure.com"],"protocols":[{"protocolType":"Https","port":443}]}]}}]}
            """);
        Assert.Equal(["s1 -> a account open public"], tenant.Reach().Where(r => r.StartsWith("s1", StringComparison.Ordinal)));
        Assert.Equal(("approved", "a.openai.azure.com"), (tenant.Doors()["g/none"].Outbound, tenant.Doors()["g/none"].Destinations.Single()));
    }

    [Fact]
    public void A_cluster_that_publishes_a_port_has_a_door_there()
    {
        const string nodes = Small.Sub + "/resourceGroups/MC_rg/providers/";
        var balancer = nodes + "Microsoft.Network/loadBalancers/kubernetes";
        var tenant = new Small().With("Microsoft.ContainerService/managedClusters", "k", """{"nodeResourceGroup":"MC_rg","apiServerAccessProfile":{"enablePrivateCluster":true}}""").Network(ServiceDoorTests.Group("n"))
            .Below(nodes + "Microsoft.Compute/virtualMachineScaleSets/gpu", $$$$"""{"virtualMachineProfile":{"networkProfile":{"networkInterfaceConfigurations":[{"properties":{"ipConfigurations":[{"properties":{"subnet":{"id":"{{{{Vnet}}}}/subnets/s1"}}}]}}]}}}""", "resources")
            .Beside("Microsoft.Network/publicIPAddresses", "ip", """{"ipAddress":"192.0.2.80"}""", sku: "Standard")
            .Below(balancer, $$$$"""
            {"frontendIPConfigurations":[{"id":"f","properties":{"publicIPAddress":{"id":"{{{{Id("Microsoft.Network/publicIPAddresses", "ip")}}}}"}}}],
             "loadBalancingRules":[{"id":"{{{{balancer}}}}/loadBalancingRules/r","properties":{"frontendIPConfiguration":{"id":"f"},"backendAddressPool":{"id":"{{{{balancer}}}}/backendAddressPools/kubernetes"},"protocol":"Tcp","frontendPort":8000,"backendPort":8000,"enableFloatingIP":true}}]}
            """, "resources");
        Assert.Equal("internet", ServiceDoorTests.Rules(tenant, ("8000", "Internet")).Doors()["8000/tcp"].Inbound);
    }

    [Fact]
    public void A_tenant_without_ai_has_no_doors()
    {
        using var snapshot = Engine.Derive(new Dictionary<string, IReadOnlyList<System.Text.Json.Nodes.JsonObject>>(), []);
        Assert.Empty(snapshot.Ask("Exposure"));
        Assert.Empty(snapshot.Ask("NetworkReach"));
    }

    private static Small Card(Small tenant, string group, string more) => tenant.Beside("Microsoft.Network/networkInterfaces", "nic", $$$$"""
        {"virtualMachine":{"id":"{{{{Id(Machine, "m")}}}}"},"ipConfigurations":[{"properties":{"privateIPAddress":"10.0.1.10","subnet":{"id":"{{{{Vnet}}}}/subnets/s1"}{{{{more}}}}}}]{{{{group}}}}}
        """);
}

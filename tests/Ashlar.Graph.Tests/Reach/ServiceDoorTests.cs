using static Ashlar.Graph.Tests.Reach.Small;

namespace Ashlar.Graph.Tests.Reach;

/// <summary>What each service's own settings make of its doors.</summary>
public class ServiceDoorTests
{
    private const string Account = "Microsoft.CognitiveServices/accounts";
    private const string Store = "Microsoft.Storage/storageAccounts";
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string Blob = "\"primaryEndpoints\":{\"blob\":\"https://a.blob.core.windows.net/\"}";

    [Fact]
    public void An_account_that_says_nothing_is_open_to_the_internet_as_documented() =>
        Assert.Equal(("internet", "open", "internet"), Of(new Small().With(Account, "a", "{}")));

    [Fact]
    public void An_account_without_a_body_is_unknown_whatever_the_default()
    {
        var door = new Small().With(Account, "a", "").Door();
        Assert.Equal(("unknown", "nowhere", false), (door.Inbound, door.AtLeast, door.Complete));
    }

    [Theory]
    [InlineData("Disabled", "nowhere")]
    [InlineData("disabled", "nowhere")]
    [InlineData("Enabled", "internet")]
    [InlineData("SecuredByPerimeter", "nowhere")]
    [InlineData("Somehow", "unknown")]
    public void Public_network_access_is_read_in_every_spelling(string value, string inbound) =>
        Assert.Equal(inbound, new Small().With(Account, "a", $$$$"""{"publicNetworkAccess":"{{{{value}}}}"}""").Door().Inbound);

    [Fact]
    public void Listed_addresses_are_corporate_and_shown()
    {
        var door = new Small().With(Account, "a", """{"networkAcls":{"defaultAction":"Deny","bypass":"AzureServices","ipRules":[{"value":"203.0.113.0/27"},{"value":"10.1.0.0/16"}]}}""").Door();
        Assert.Equal(("corporate", "selected"), (door.Inbound, door.Public));
        Assert.Equal(["203.0.113.0/27"], door.Ranges);
        Assert.Equal(["AzureServices"], door.Bypass);
    }

    [Theory]
    [InlineData("""[{"value":"0.0.0.0/0"}]""")]
    [InlineData("""[{"value":"0.0.0.0/1"},{"value":"128.0.0.0/1"}]""")]
    [InlineData("""[{"value":"20.0.0.0/7"}]""")]
    public void Addresses_as_many_as_the_internet_are_the_internet(string rules) =>
        Assert.Equal("internet", new Small().With(Account, "a", $$$$"""{"networkAcls":{"defaultAction":"Deny","ipRules":{{{{rules}}}}}}""").Door().Inbound);

    [Fact]
    public void An_address_that_cannot_be_read_leaves_it_unknown()
    {
        var door = new Small().With(Account, "a", """{"networkAcls":{"defaultAction":"Deny","ipRules":[{"value":"203.0.113.0/99"}]}}""").Door();
        Assert.Equal(("unknown", "nowhere", false), (door.Inbound, door.AtLeast, door.Complete));
    }

    [Fact]
    public void An_account_that_injects_its_agents_sends_from_that_subnet()
    {
        var tenant = new Small().With(Account, "a", $$$$"""{"publicNetworkAccess":"Disabled","networkInjections":[{"scenario":"agent","subnetArmId":"{{{{Vnet}}}}/subnets/s1"}]}""");
        Assert.Equal("internet", tenant.Network().Door().Outbound);
    }

    [Fact]
    public void An_account_whose_outbound_is_restricted_reaches_the_hosts_it_lists()
    {
        var door = new Small().With(Account, "a", """{"restrictOutboundNetworkAccess":true,"allowedFqdnList":["api.example"]}""").Door();
        Assert.Equal("approved", door.Outbound);
        Assert.Equal(["api.example"], door.Destinations);
    }

    [Fact]
    public void A_search_service_with_addresses_is_selected_and_its_exception_is_told()
    {
        var door = new Small().With("Microsoft.Search/searchServices", "s", """{"publicNetworkAccess":"enabled","networkRuleSet":{"ipRules":[{"value":"198.51.100.9"}],"bypass":"AzureServices"}}""").Door();
        Assert.Equal(("corporate", "selected", "AzureServices"), (door.Inbound, door.Public, door.Bypass.Single()));
    }

    [Fact]
    public void A_storage_account_has_a_door_for_each_service()
    {
        var doors = new Small().With(Store, "a", """{"primaryEndpoints":{"blob":"https://a.blob.core.windows.net/","file":"https://a.file.core.windows.net/","web":"https://a.z6.web.core.windows.net/"},"publicNetworkAccess":"Disabled"}""").Doors();
        Assert.Equal(["blob", "file"], doors.Keys.Order());
    }

    [Fact]
    public void Resource_instances_that_storage_lets_in_are_told_as_exceptions()
    {
        var door = new Small().With(Store, "a", "{" + Blob + ""","networkAcls":{"defaultAction":"Deny","bypass":"Logging, Metrics","resourceAccessRules":[{"tenantId":"t","resourceId":"/subscriptions/x/resourceGroups/y/providers/Microsoft.Search/searchServices/z"}]}}""").Door();
        Assert.Equal(["Logging", "Metrics", "/subscriptions/x/resourceGroups/y/providers/Microsoft.Search/searchServices/z"], door.Bypass);
        Assert.Equal("nowhere", door.Inbound);
    }

    [Fact]
    public void A_subnet_rule_counts_only_with_the_service_endpoint_in_the_subnet()
    {
        var acl = "{" + Blob + $$$$""","networkAcls":{"defaultAction":"Deny","virtualNetworkRules":[{"id":"{{{{Vnet}}}}/subnets/s1","state":"Succeeded"}]}}""";
        Assert.Equal("nowhere", new Small().With(Store, "a", acl).Network().Door().Inbound);
        Assert.Equal("network", new Small().With(Store, "a", acl).Network(",\"serviceEndpoints\":[{\"service\":\"Microsoft.Storage\"}]").Door().Inbound);
    }

    [Fact]
    public void A_vault_behind_its_firewall_with_an_endpoint_is_reached_from_that_network()
    {
        var door = new Small().With(Vault, "k", """{"publicNetworkAccess":"Disabled"}""").Network().Endpoint(Id(Vault, "k"), "vault").Door();
        Assert.Equal(("network", 1L, true), (door.Inbound, door.Networks, door.Complete));
    }

    [Fact]
    public void An_endpoint_that_waits_for_approval_opens_nothing()
    {
        var door = new Small().With(Vault, "k", """{"publicNetworkAccess":"Disabled"}""").Network().Endpoint(Id(Vault, "k"), "vault", "Pending").Door();
        Assert.Equal("nowhere", door.Inbound);
        Assert.Contains("\"state\":\"pending\"", door.Endpoints, StringComparison.Ordinal);
    }

    [Fact]
    public void The_target_says_whether_an_endpoint_is_approved()
    {
        var state = $$$$"""{"publicNetworkAccess":"Disabled","privateEndpointConnections":[{"properties":{"privateEndpoint":{"id":"{{{{Id("Microsoft.Network/privateEndpoints", "pe-vault")}}}}"},"privateLinkServiceConnectionState":{"status":"Rejected"}}}]}""";
        Assert.Equal("nowhere", new Small().With(Vault, "k", state).Network().Endpoint(Id(Vault, "k"), "vault").Door().Inbound);
    }

    [Fact]
    public void An_endpoint_of_another_tenant_is_seen_on_the_target_alone()
    {
        const string foreign = "/subscriptions/99999999-9999-9999-9999-999999999999/resourceGroups/x/providers/Microsoft.Network/privateEndpoints/pe";
        var door = new Small().With(Vault, "k", $$$$"""{"publicNetworkAccess":"Disabled","privateEndpointConnections":[{"properties":{"privateEndpoint":{"id":"{{{{foreign}}}}"},"privateLinkServiceConnectionState":{"status":"Approved"}}}]}""").Door();
        Assert.Equal(("unknown", "network", null, false), (door.Inbound, door.AtLeast, door.Networks, door.Complete));
        Assert.Contains("\"tenant\":\"other\"", door.Endpoints, StringComparison.Ordinal);
    }

    [Fact]
    public void Cosmos_with_0_0_0_0_lets_in_all_of_Azure()
    {
        var door = new Small().With("Microsoft.DocumentDB/databaseAccounts", "c", """{"publicNetworkAccess":"Enabled","ipRules":[{"ipAddressOrRange":"0.0.0.0"},{"ipAddressOrRange":"203.0.113.1"}]}""").Door();
        Assert.Equal(("azure", "selected"), (door.Inbound, door.Public));
    }

    [Theory]
    [InlineData("Gremlin")]
    [InlineData("Cassandra")]
    [InlineData("Table")]
    [InlineData("SqlDedicated")]
    [InlineData("Analytical")]
    public void Cosmos_is_reached_through_an_endpoint_to_any_of_its_interfaces(string group)
    {
        const string type = "Microsoft.DocumentDB/databaseAccounts";
        Assert.Equal("network", new Small().With(type, "c", """{"publicNetworkAccess":"Disabled"}""").Network().Endpoint(Id(type, "c"), group).Door().Inbound);
    }

    [Fact]
    public void Sql_without_rules_lets_nobody_in_and_with_0_0_0_0_all_of_Azure()
    {
        var sql = Id("Microsoft.Sql/servers", "q");
        Small Server() => new Small().With("Microsoft.Sql/servers", "q", """{"publicNetworkAccess":"Enabled"}""");
        Assert.Equal("nowhere", Server().Door().Inbound);
        Assert.Equal("azure", Server().Below(sql + "/firewallRules/AllowAllWindowsAzureIps", """{"startIpAddress":"0.0.0.0","endIpAddress":"0.0.0.0"}""").Door().Inbound);
        Assert.Equal("internet", Server().Below(sql + "/firewallRules/all", """{"startIpAddress":"0.0.0.0","endIpAddress":"255.255.255.255"}""").Door().Inbound);
    }

    [Fact]
    public void Sql_whose_rules_were_not_read_is_unknown()
    {
        var door = new Small().With("Microsoft.Sql/servers", "q", """{"publicNetworkAccess":"Enabled"}""").Missing("armresources/microsoft.sql/servers/firewallrules").Door();
        Assert.Equal(("unknown", false), (door.Inbound, door.Complete));
    }

    [Fact]
    public void PostgreSql_in_a_subnet_of_its_own_is_reached_from_its_network()
    {
        var door = new Small().With("Microsoft.DBforPostgreSQL/flexibleServers", "p", $$$$"""{"network":{"delegatedSubnetResourceId":"{{{{Vnet}}}}/subnets/pe"}}""").Network().Door();
        Assert.Equal(("network", "closed"), (door.Inbound, door.Public));
    }

    [Fact]
    public void Event_hubs_are_closed_by_their_rule_set()
    {
        var hub = Id("Microsoft.EventHub/namespaces", "e");
        var door = new Small().With("Microsoft.EventHub/namespaces", "e", """{"publicNetworkAccess":"Enabled"}""").Below(hub + "/networkRuleSets/default", """{"defaultAction":"Deny","publicNetworkAccess":"Enabled","trustedServiceAccessEnabled":true,"ipRules":[{"ipMask":"203.0.113.4"}]}""").Door();
        Assert.Equal(("corporate", "AzureServices"), (door.Inbound, door.Bypass.Single()));
    }

    [Fact]
    public void A_site_with_rules_refuses_the_rest_and_its_deployment_site_has_rules_of_its_own()
    {
        var doors = new Small().With("Microsoft.Web/sites", "w", """{"publicNetworkAccess":"Enabled"}""")
            .Below(Id("Microsoft.Web/sites", "w") + "/config/web", """{"ipSecurityRestrictions":[{"ipAddress":"203.0.113.0/24","action":"Allow","priority":100,"tag":"Default"}],"scmIpSecurityRestrictionsUseMain":false}""", "appserviceresources").Doors();
        Assert.Equal(("corporate", "internet"), (doors["sites"].Inbound, doors["scm"].Inbound));
    }

    [Fact]
    public void A_site_behind_any_front_door_is_open_to_azure_and_behind_its_own_only_as_an_exception()
    {
        string With(string headers) => $$$$"""{"ipSecurityRestrictions":[{"ipAddress":"AzureFrontDoor.Backend","tag":"ServiceTag","action":"Allow","priority":100{{{{headers}}}}}],"scmIpSecurityRestrictionsUseMain":true}""";
        Seen Site(string config) => new Small().With("Microsoft.Web/sites", "w", """{"publicNetworkAccess":"Enabled"}""").Below(Id("Microsoft.Web/sites", "w") + "/config/web", config, "appserviceresources").Doors()["sites"];
        Assert.Equal("azure", Site(With("")).Inbound);
        Assert.Equal(("nowhere", "AzureFrontDoor 1234"), (Site(With(",\"headers\":{\"x-azure-fdid\":[\"1234\"]}")).Inbound, Site(With(",\"headers\":{\"x-azure-fdid\":[\"1234\"]}")).Bypass.Single()));
    }

    [Fact]
    public void A_site_whose_restrictions_were_not_read_is_unknown() =>
        Assert.Equal("unknown", new Small().With("Microsoft.Web/sites", "w", """{"publicNetworkAccess":"Enabled"}""").Doors()["sites"].Inbound);

    [Theory]
    [InlineData("true", "internet")]
    [InlineData("false", "internet")]
    public void A_site_that_routes_all_traffic_reaches_what_its_subnet_lets_out(string all, string outbound) =>
        Assert.Equal(outbound, new Small().With("Microsoft.Web/sites", "w", $$$$"""{"publicNetworkAccess":"Disabled","virtualNetworkSubnetId":"{{{{Vnet}}}}/subnets/s1","vnetRouteAllEnabled":{{{{all}}}}}""").Network().Doors()["sites"].Outbound);

    [Fact]
    public void A_site_that_routes_all_traffic_into_a_subnet_without_a_way_out_reaches_networks_alone() =>
        Assert.Equal("network", new Small().With("Microsoft.Web/sites", "w", $$$$"""{"publicNetworkAccess":"Disabled","virtualNetworkSubnetId":"{{{{Vnet}}}}/subnets/s1","vnetRouteAllEnabled":true}""").Network(",\"defaultOutboundAccess\":false").Doors()["sites"].Outbound);

    [Theory]
    [InlineData("true", "false", "internet")]
    [InlineData("false", "false", "network")]
    [InlineData("true", "true", "network")]
    public void A_container_app_is_as_open_as_its_ingress_and_its_environment(string external, string isInternal, string inbound)
    {
        var environment = Id("Microsoft.App/managedEnvironments", "e");
        var door = new Small().With("Microsoft.App/containerApps", "c", $$$$"""{"environmentId":"{{{{environment}}}}","configuration":{"ingress":{"external":{{{{external}}}},"fqdn":"c.x.azurecontainerapps.io"}}}""")
            .Beside("Microsoft.App/managedEnvironments", "e", $$$$"""{"vnetConfiguration":{"internal":{{{{isInternal}}}},"infrastructureSubnetId":"{{{{Vnet}}}}/subnets/s1"},"staticIp":"10.0.1.9"}""").Network().Door();
        Assert.Equal(inbound, door.Inbound);
    }

    [Fact]
    public void A_container_group_with_a_public_address_has_no_firewall() =>
        Assert.Equal("internet", new Small().With("Microsoft.ContainerInstance/containerGroups", "g", """{"ipAddress":{"type":"Public","ip":"192.0.2.1","ports":[{"port":8080,"protocol":"TCP"}]}}""").Doors()["8080/tcp"].Inbound);

    [Theory]
    [InlineData("""{"apiServerAccessProfile":{"enablePrivateCluster":false}}""", "internet")]
    [InlineData("""{"apiServerAccessProfile":{"authorizedIPRanges":["203.0.113.0/24"]}}""", "corporate")]
    [InlineData("""{"apiServerAccessProfile":{"enablePrivateCluster":true},"agentPoolProfiles":[{"vnetSubnetID":"VNET/subnets/s1"}]}""", "network")]
    public void The_api_of_a_cluster_is_public_unless_it_is_private_or_lists_addresses(string properties, string inbound) =>
        Assert.Equal(inbound, new Small().With("Microsoft.ContainerService/managedClusters", "k", properties.Replace("VNET", Vnet, StringComparison.Ordinal)).Network().Doors()["apiServer"].Inbound);

    [Theory]
    [InlineData("None", "", "internet", "Premium")]
    [InlineData("Internal", "", "network", "Premium")]
    [InlineData("External", "Internet", "internet", "Premium")]
    [InlineData("External", "203.0.113.0/24", "corporate", "Premium")]
    [InlineData("External", "203.0.113.0/24", "internet", "StandardV2")]
    [InlineData("External", "203.0.113.0/24", "unknown", "")]
    public void Api_management_is_where_its_network_mode_its_tier_and_its_subnets_group_put_it(string mode, string source, string inbound, string tier)
    {
        var place = mode == "None" ? "" : ",\"virtualNetworkConfiguration\":{\"subnetResourceId\":\"" + Vnet + "/subnets/s1\"}";
        var tenant = new Small().With("Microsoft.ApiManagement/service", "a", $$$"""{"publicNetworkAccess":"Enabled","virtualNetworkType":"{{{mode}}}"{{{place}}}}""", sku: tier);
        var group = source.Length == 0 ? "" : Group("n");
        Assert.Equal(inbound, Rules(tenant.Network(group), ("443", source)).Door().Inbound);
    }

    [Fact]
    public void An_application_gateway_has_a_door_for_each_port_that_it_listens_on()
    {
        const string type = "Microsoft.Network/applicationGateways";
        var id = Id(type, "g");
        var tenant = new Small().With(type, "g", $$$$"""
            {"gatewayIPConfigurations":[{"properties":{"subnet":{"id":"{{{{Vnet}}}}/subnets/s1"}}}],"frontendIPConfigurations":[{"properties":{"publicIPAddress":{"id":"{{{{Id("Microsoft.Network/publicIPAddresses", "ip")}}}}"}}}],
             "frontendPorts":[{"id":"{{{{id}}}}/frontendPorts/a","properties":{"port":443}},{"id":"{{{{id}}}}/frontendPorts/b","properties":{"port":8080}},{"id":"{{{{id}}}}/frontendPorts/c","properties":{"port":9000}}],
             "httpListeners":[{"properties":{"frontendPort":{"id":"{{{{id}}}}/frontendPorts/a"}}},{"properties":{"frontendPort":{"id":"{{{{id}}}}/frontendPorts/b"}}}]}
            """);
        var doors = Rules(tenant.Network(Group("n")), ("443", "203.0.113.0/24"), ("8080", "Internet")).Doors();
        Assert.Equal(["frontend 443/tcp corporate", "frontend 8080/tcp internet"], doors.Select(d => $"{d.Key} {d.Value.Inbound}").Order());
    }

    [Theory]
    [InlineData("Microsoft.ApiManagement/service", """{"publicNetworkAccess":"Enabled","virtualNetworkType":"Internal"}""", "nowhere")]
    [InlineData("Microsoft.Network/applicationGateways", """{"frontendIPConfigurations":[{"properties":{"privateIPAddress":"10.0.1.9"}}]}""", "nowhere")]
    [InlineData("Microsoft.ContainerInstance/containerGroups", """{"ipAddress":{"type":"Private","ports":[{"port":80}]}}""", "nowhere")]
    [InlineData("Microsoft.ContainerInstance/containerGroups", """{"ipAddress":{"ports":[{"port":80}]}}""", "nowhere")]
    [InlineData("Microsoft.ContainerService/managedClusters", """{"apiServerAccessProfile":{"enablePrivateCluster":true}}""", "network")]
    public void What_stands_in_a_subnet_or_has_an_address_that_is_not_told_is_unknown(string type, string properties, string atLeast)
    {
        var door = new Small().With(type, "x", properties).Network().Door();
        Assert.Equal(("unknown", atLeast, false), (door.Inbound, door.AtLeast, door.Complete));
    }

    [Theory]
    [InlineData("Disabled", "internet")]
    [InlineData("AllowInternetOutbound", "internet")]
    [InlineData("AllowOnlyApprovedOutbound", "approved")]
    public void A_workspace_sends_as_its_managed_network_lets_it(string mode, string outbound)
    {
        const string type = "Microsoft.MachineLearningServices/workspaces";
        var door = new Small().With(type, "w", $$$$"""{"publicNetworkAccess":"Disabled","managedNetwork":{"isolationMode":"{{{{mode}}}}"}}""").Below(Id(type, "w") + "/outboundRules/r", """{"type":"FQDN","destination":"*.pypi.org"}""").Door();
        Assert.Equal(outbound, door.Outbound);
        Assert.Equal(outbound == "approved" ? ["*.pypi.org"] : [], door.Destinations);
    }

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("{\"serviceTag\":\"AzureCloud\"}")]
    [InlineData("{\"serviceTag\":\"Internet\"}")]
    [InlineData("{\"addressPrefixes\":[\"203.0.113.0/24\",\"52.0.0.0/8\"]}")]
    public void A_workspace_whose_approved_destinations_are_as_wide_as_the_internet_reaches_it(string destination)
    {
        const string type = "Microsoft.MachineLearningServices/workspaces";
        var door = new Small().With(type, "w", """{"publicNetworkAccess":"Disabled","managedNetwork":{"isolationMode":"AllowOnlyApprovedOutbound"}}""").Below(Id(type, "w") + "/outboundRules/r", $$$$"""{"destination":{{{{destination}}}}}""").Door();
        Assert.Equal("internet", door.Outbound);
    }

    [Theory]
    [InlineData("null", "internet")]
    [InlineData("true", "internet")]
    [InlineData("false", "network")]
    public void A_compute_instance_brings_its_own_way_out_unless_it_has_no_public_address(string address, string outbound)
    {
        var door = new Small().With("Microsoft.MachineLearningServices/workspaces/computes", "w/c", $$$$"""{"computeType":"ComputeInstance","properties":{"subnet":{"id":"{{{{Vnet}}}}/subnets/s1"},"enableNodePublicIp":{{{{address}}}}}}""").Network(",\"defaultOutboundAccess\":false").Doors()["ssh"];
        Assert.Equal(outbound, door.Outbound);
    }

    [Theory]
    [InlineData("Deny,443,Internet", "internet")]
    [InlineData("Deny,*,Internet", "network")]
    [InlineData("Allow,22,Internet;Deny,*,Internet", "internet")]
    [InlineData("Allow,443,52.0.0.0/8;Deny,*,Internet", "internet")]
    [InlineData("Allow,443,AzureCloud;Deny,*,Internet", "internet")]
    [InlineData("Allow,443,203.0.113.0/24;Deny,*,Internet", "approved")]
    public void A_subnet_is_closed_outwards_only_when_no_port_leads_to_the_internet(string rules, string outbound)
    {
        var written = rules.Split(';').Select((r, i) => (Parts: r.Split(','), i)).Select(r => $$$"""
            {"id":"r{{{r.i}}}","properties":{"priority":{{{100 + r.i}}},"direction":"Outbound","access":"{{{r.Parts[0]}}}","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"{{{r.Parts[2]}}}","destinationPortRange":"{{{r.Parts[1]}}}"}}
            """);
        var tenant = Sending().Network(Group("n")).Beside("Microsoft.Network/networkSecurityGroups", "n", "{\"securityRules\":[" + string.Join(',', written) + "]}");
        Assert.Equal(outbound, tenant.Door().Outbound);
    }

    [Fact]
    public void A_subnet_whose_security_group_was_not_read_reaches_nobody_knows_what() => Assert.Equal("unknown", Sending().Network(Group("n")).Door().Outbound);

    [Theory]
    [InlineData("0.0.0.0/0", "", "network")]
    [InlineData("0.0.0.0/0", "128.0.0.0/1", "internet")]
    [InlineData("8.0.0.0/8", "", "internet")]
    [InlineData("0.0.0.0/0", "203.0.113.7/32", "network")]
    public void The_widest_route_decides_where_a_subnet_reaches(string dropped, string open, string outbound)
    {
        static string Route(string prefix, string hop) => prefix.Length == 0 ? "" : $$$"""{"id":"{{{hop}}}","properties":{"addressPrefix":"{{{prefix}}}","nextHopType":"{{{hop}}}"}}""";
        var routes = string.Join(',', new[] { Route(dropped, "None"), Route(open, "Internet") }.Where(r => r.Length > 0));
        var tenant = Sending().Network($",\"routeTable\":{{\"id\":\"{Id("Microsoft.Network/routeTables", "t")}\"}}").Beside("Microsoft.Network/routeTables", "t", "{\"disableBgpRoutePropagation\":true,\"routes\":[" + routes + "]}");
        Assert.Equal(outbound, tenant.Door().Outbound);
    }

    private static Small Sending() => new Small().With("Microsoft.ContainerInstance/containerGroups", "g", $$$$"""{"subnetIds":[{"id":"{{{{Vnet}}}}/subnets/s1"}]}""");

    [Fact]
    public void A_workspace_that_does_not_report_public_access_is_unknown_because_the_documentation_disagrees_with_itself() =>
        Assert.Equal("unknown", new Small().With("Microsoft.MachineLearningServices/workspaces", "w", "{}").Door().Inbound);

    [Fact]
    public void An_online_endpoint_is_reached_through_the_endpoint_of_its_workspace()
    {
        const string workspace = "Microsoft.MachineLearningServices/workspaces";
        var door = new Small().With(workspace + "/onlineEndpoints", "w/e", """{"publicNetworkAccess":"Disabled"}""").Network().Endpoint(Id(workspace, "w"), "amlworkspace").Door();
        Assert.Equal("network", door.Inbound);
    }

    [Theory]
    [InlineData("Enabled", "true", "internet")]
    [InlineData("Enabled", "false", "nowhere")]
    [InlineData("Disabled", "true", "nowhere")]
    [InlineData("Enabled", "null", "unknown")]
    public void A_compute_instance_takes_ssh_from_outside_only_with_a_public_address(string ssh, string address, string inbound)
    {
        var door = new Small().With("Microsoft.MachineLearningServices/workspaces/computes", "w/c", $$$$"""{"computeType":"ComputeInstance","properties":{"enableNodePublicIp":{{{{address}}}},"sshSettings":{"sshPublicAccess":"{{{{ssh}}}}"}}}""").Doors()["ssh"];
        Assert.Equal(inbound, door.Inbound);
    }

    [Fact]
    public void Logs_have_a_door_for_what_comes_in_and_one_for_who_asks()
    {
        var doors = new Small().With("Microsoft.OperationalInsights/workspaces", "l", """{"publicNetworkAccessForIngestion":"Disabled","publicNetworkAccessForQuery":"Enabled"}""").Doors();
        Assert.Equal(("nowhere", "internet"), (doors["ingestion"].Inbound, doors["query"].Inbound));
    }

    [Fact]
    public void A_gateway_that_names_the_door_stands_before_it()
    {
        var apim = Id("Microsoft.ApiManagement/service", "g");
        var door = new Small().With(Account, "a", """{"endpoint":"https://a.openai.azure.com/","publicNetworkAccess":"Disabled"}""").Below(apim + "/backends/b", """{"url":"https://a.openai.azure.com/openai"}""").Door();
        Assert.Equal([apim], door.Behind);
    }

    [Fact]
    public void A_resource_that_only_a_reference_names_has_a_door_of_which_nothing_is_known()
    {
        using var snapshot = Engine.Derive(new Dictionary<string, IReadOnlyList<System.Text.Json.Nodes.JsonObject>>(), [Id(Vault, "gone")]);
        Assert.Equal(["unknown", false], Assert.Single(snapshot.Ask("Exposure | project Inbound, Complete")));
    }

    internal static string Group(string name) => $",\"networkSecurityGroup\":{{\"id\":\"{Id("Microsoft.Network/networkSecurityGroups", name)}\"}}";

    internal static Small Rules(Small tenant, params (string Port, string Source)[] allowed)
    {
        var rules = allowed.Where(a => a.Source.Length > 0).Select((a, i) => $$$"""
            {"id":"r{{{i}}}","properties":{"priority":{{{100 + i}}},"direction":"Inbound","access":"Allow","protocol":"Tcp","sourceAddressPrefix":"{{{a.Source}}}","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"{{{a.Port}}}"}}
            """);
        return tenant.Beside("Microsoft.Network/networkSecurityGroups", "n", "{\"securityRules\":[" + string.Join(',', rules) + "]}");
    }

    private static (string, string, string) Of(Small tenant) => tenant.Door() is var door ? (door.Inbound, door.Public, door.Outbound) : default;
}

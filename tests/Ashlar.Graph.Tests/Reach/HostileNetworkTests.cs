using Ashlar.Graph.Reach.Addresses;
using static Ashlar.Graph.Tests.Reach.Small;

namespace Ashlar.Graph.Tests.Reach;

/// <summary>Input that nobody would write on purpose, or somebody would.</summary>
public class HostileNetworkTests
{
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string Closed = """{"publicNetworkAccess":"Disabled"}""";

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0/8")]
    [InlineData("300.1.1.1")]
    [InlineData("10.0.0.9-10.0.0.1")]
    [InlineData("1.2.3.4-::1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("0x7f.1")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("::ffff:10.0.0.1")]
    public void What_is_no_address_is_none(string? text) => Assert.False(AddressRange.TryParse(text, out _));

    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("10.1.2.3/8", "10.0.0.0/8")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    [InlineData("10.0.0.1-10.0.0.2", "10.0.0.1-10.0.0.2")]
    [InlineData("10.0.0.0-10.0.0.255", "10.0.0.0/24")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    public void What_is_one_is_read_as_Azure_reads_it(string text, string shown)
    {
        Assert.True(AddressRange.TryParse(text, out var range));
        Assert.Equal(shown, range.ToString());
    }

    [Fact]
    public void All_of_IPv6_holds_no_IPv4()
    {
        Assert.True(AddressRange.TryParse("::/0", out var six));
        Assert.False(six.Meets(AddressRange.Four));
    }

    /// <summary>Sets against the addresses themselves, drawn from a small space.</summary>
    [Fact]
    public void Sets_do_what_lists_of_addresses_do()
    {
        var draw = new Access.Oracle.Draw(7);
        for (var round = 0; round < 500; round++)
        {
            var (one, other) = (Some(), Some());
            var (a, b) = (Set(one), Set(other));
            Assert.Equal(Members(a.Or(b)), one.Union(other).Order());
            Assert.Equal(Members(a.And(b)), one.Intersect(other).Order());
            Assert.Equal(Members(a.Minus(b)), one.Except(other).Order());
            Assert.Equal(one.Intersect(other).Any(), a.Meets(b));
            Assert.Equal(!other.Except(one).Any(), a.Holds(b));
        }

        List<uint> Some() => [.. Enumerable.Range(0, draw.Between(0, 12)).Select(_ => (uint)draw.Between(0, 20)).Distinct()];
        AddressSet Set(List<uint> members) => AddressSet.Of(members.Select(AddressRange.Single));
        static IEnumerable<uint> Members(AddressSet set) => set.Ranges.ToArray().SelectMany(r => Enumerable.Range((int)r.From, (int)(r.To - r.From) + 1).Select(i => (uint)i));
    }

    [Fact]
    public void Networks_peered_in_a_ring_and_with_themselves_end()
    {
        string Peer(string to) => $$$$""" {"properties":{"peeringState":"Connected","allowVirtualNetworkAccess":true,"remoteVirtualNetwork":{"id":"{{{{Id("Microsoft.Network/virtualNetworks", to)}}}}"}}}""";
        var tenant = new Small().With(Vault, "k", Closed).Network(more: $",\"virtualNetworkPeerings\":[{Peer("v")},{Peer("w")},{Peer("x")}]").Endpoint(Id(Vault, "k"), "vault");
        foreach (var (name, third, others) in new[] { ("w", 1, new[] { "v", "x" }), ("x", 2, ["v", "w"]) })
            tenant.Beside("Microsoft.Network/virtualNetworks", name, $$$$"""{"addressSpace":{"addressPrefixes":["10.{{{{third}}}}.0.0/16"]},"subnets":[{"name":"s","properties":{"addressPrefix":"10.{{{{third}}}}.1.0/24"}}],"virtualNetworkPeerings":[{{{{Peer(others[0])}}}},{{{{Peer(others[1])}}}}]}""");
        Assert.Equal(("network", 3L), (tenant.Door().Inbound, tenant.Door().Networks));
    }

    [Fact]
    public void A_firewall_policy_that_is_its_own_parent_leaves_what_it_guards_unknown()
    {
        var policy = Id("Microsoft.Network/firewallPolicies", "p");
        var tenant = new Small().With("Microsoft.ContainerInstance/containerGroups", "g", $$$$"""{"subnetIds":[{"id":"{{{{Vnet}}}}/subnets/s1"}]}""")
            .Network($",\"routeTable\":{{\"id\":\"{Id("Microsoft.Network/routeTables", "t")}\"}}", more: "")
            .Beside("Microsoft.Network/routeTables", "t", """{"routes":[{"id":"r","properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopIpAddress":"10.0.2.9"}}]}""")
            .Beside("Microsoft.Network/azureFirewalls", "f", $$$$"""{"firewallPolicy":{"id":"{{{{policy}}}}"},"ipConfigurations":[{"properties":{"privateIPAddress":"10.0.2.9","subnet":{"id":"{{{{Vnet}}}}/subnets/pe"}}}]}""")
            .Beside("Microsoft.Network/firewallPolicies", "p", $$$$"""{"basePolicy":{"id":"{{{{policy}}}}"}}""");
        Assert.Equal("unknown", tenant.Door().Outbound);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"securityRules":null}""")]
    [InlineData("""{"securityRules":"none"}""")]
    public void A_group_whose_rules_are_not_told_decides_nothing(string rules)
    {
        var door = new Small().With("Microsoft.DBforPostgreSQL/flexibleServers", "p", $$$$"""{"network":{"delegatedSubnetResourceId":"{{{{Vnet}}}}/subnets/pe"}}""")
            .Network(pe: ServiceDoorTests.Group("n")).Beside("Microsoft.Network/networkSecurityGroups", "n", rules).Door();
        Assert.Equal(("unknown", "nowhere", false), (door.Inbound, door.AtLeast, door.Complete));
    }

    [Theory]
    [InlineData("Allow", "network")]
    [InlineData("Deny", "nowhere")]
    public void Names_of_properties_and_values_count_in_any_case(string access, string inbound)
    {
        var door = new Small().With("Microsoft.DBforPostgreSQL/flexibleServers", "p", $$$$"""{"Network":{"DelegatedSubnetResourceId":"{{{{Vnet.ToUpperInvariant()}}}}/SUBNETS/PE"}}""")
            .Network(pe: ServiceDoorTests.Group("N")).Beside("Microsoft.Network/networkSecurityGroups", "n", $$$$"""
            {"SecurityRules":[{"Name":"r","Properties":{"Priority":"100","Direction":"inbound","Access":"{{{{access.ToUpperInvariant()}}}}","Protocol":"TCP","SourceAddressPrefix":"virtualnetwork","SourcePortRange":"*","DestinationAddressPrefixes":["10.0.0.0/16"],"DestinationPortRanges":["5432"]}}]}
            """).Door();
        Assert.Equal(inbound, door.Inbound);
    }

    [Fact]
    public void Two_rules_of_one_priority_that_contradict_decide_nothing()
    {
        string Rule(string access) => $$$$"""{"id":"{{{{access}}}}","properties":{"priority":100,"direction":"Inbound","access":"{{{{access}}}}","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*"} }""";
        var door = new Small().With("Microsoft.DBforPostgreSQL/flexibleServers", "p", $$$$"""{"network":{"delegatedSubnetResourceId":"{{{{Vnet}}}}/subnets/pe"}}""")
            .Network(pe: ServiceDoorTests.Group("n")).Beside("Microsoft.Network/networkSecurityGroups", "n", $$$$"""{"securityRules":[{{{{Rule("Allow")}}}},{{{{Rule("Deny")}}}}]}""").Door();
        Assert.Equal("unknown", door.Inbound);
    }

    [Fact]
    public void An_endpoint_in_a_network_that_was_not_read_is_reached_by_somebody()
    {
        var door = new Small().With(Vault, "k", Closed).Endpoint(Id(Vault, "k"), "vault").Door();
        Assert.Equal(("unknown", "network", false), (door.Inbound, door.AtLeast, door.Complete));
    }

    [Fact]
    public void Without_complete_lists_nothing_is_nowhere()
    {
        var door = new Small { Whole = false }.With(Vault, "k", Closed).Door();
        Assert.Equal(("unknown", "nowhere", false), (door.Inbound, door.AtLeast, door.Complete));
        Assert.All(door.Missing, m => Assert.Contains("az graph query", m, StringComparison.Ordinal));
    }

    [Fact]
    public void An_endpoint_whose_address_is_not_told_may_be_any_in_its_subnet()
    {
        var tenant = new Small().With(Vault, "k", Closed).Network(s1: ServiceDoorTests.Group("n"), pe: ",\"privateEndpointNetworkPolicies\":\"Enabled\"" + ServiceDoorTests.Group("n"))
            .Beside("Microsoft.Network/privateEndpoints", "pe", $$$$"""{"subnet":{"id":"{{{{Vnet}}}}/subnets/pe"},"privateLinkServiceConnections":[{"properties":{"privateLinkServiceId":"{{{{Id(Vault, "k")}}}}","groupIds":["vault"],"privateLinkServiceConnectionState":{"status":"Approved"}}}]}""")
            .Beside("Microsoft.Network/networkSecurityGroups", "n", """{"securityRules":[{"id":"r","properties":{"priority":100,"direction":"Inbound","access":"Deny","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"10.0.2.4/32","destinationPortRange":"*"}}]}""");
        Assert.Equal(("unknown", "nowhere"), (tenant.Door().Inbound, tenant.Door().AtLeast));
    }

    [Fact]
    public void Ids_in_any_case_and_with_a_trailing_slash_are_the_same()
    {
        var door = new Small().With(Vault, "k", Closed).Network().Endpoint(Id(Vault, "k").ToUpperInvariant() + "/", "VAULT").Door();
        Assert.Equal("network", door.Inbound);
    }
}

using Ashlar.Graph.Tests.Access.Oracle;

namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>Networks of a few subnets in which every feature that a packet may meet comes up; the same seed gives the same.</summary>
internal static class RandomNet
{
    private static readonly string[] PublicPrefixes = ["203.0.113.0/24", "198.51.100.7", "0.0.0.0/0", "20.0.0.0/6", "8.0.0.0/9"];

    public static Net Of(int seed)
    {
        var draw = new Draw(seed);
        var vnets = Enumerable.Range(0, draw.Between(2, 4)).Select(i => new Vnet($"v{i}", $"10.{i}.0.0/16")).ToList();
        // Two networks may have the same addresses, as long as they are not peered.
        if (vnets.Count > 3 && draw.OneIn(4))
            vnets[3] = vnets[3] with { Prefix = vnets[2].Prefix };
        var nsgs = Enumerable.Range(0, draw.Between(1, 3)).Select(i => new Nsg($"n{i}", [.. Enumerable.Range(0, draw.Between(0, 4)).Select(_ => Rule(draw, vnets))], !draw.OneIn(12))).ToList();
        var tables = Enumerable.Range(0, draw.Between(0, 2)).Select(i => new Table($"t{i}", [.. Enumerable.Range(0, draw.Between(0, 3)).Select(_ => Route(draw, vnets))], draw.OneIn(2), !draw.OneIn(12))).ToList();
        var subs = vnets.SelectMany(v => Subs(draw, v, nsgs, tables)).ToList();
        var usable = subs.Where(s => s.Name.StartsWith('s')).ToList();
        var gateways = vnets.Where(v => draw.OneIn(4)).Select(v => v.Name).ToList();
        var policies = Policies(draw, vnets);
        var cards = Enumerable.Range(0, draw.Between(0, 3)).Select(i => Card(draw, i, draw.Of(usable), nsgs)).ToList();
        var fires = draw.OneIn(2) ? [] : new List<Fire> { new("f0", "v0", "10.0.9.4", "192.0.2.9", draw.OneIn(8) ? null : draw.Of(policies).Name, [.. cards.Take(draw.Between(0, 1)).Select(c => new Nat(draw.Of(["*", "203.0.113.0/24"]), draw.Of([22, 443]), c.Address))]) };
        // Rules of a policy that was not read are not known either.
        fires = [.. fires.Select(f => f.Policy is { } p && !policies.First(x => x.Name == p).Read ? f with { Nats = [] } : f)];
        var stores = Enumerable.Range(0, draw.Between(1, 2)).Select(i => Store(draw, i, usable)).ToList();
        var net = new Net
        {
            Vnets = vnets,
            Subs = subs,
            Peers = Peers(draw, vnets),
            Nsgs = nsgs,
            Tables = tables,
            Fires = fires,
            Policies = policies,
            Gateways = gateways,
            Cards = cards,
            Stores = stores,
            Links = [.. Enumerable.Range(0, draw.Between(0, 3)).Select(i => (i, Sub: draw.Of(usable))).Select(l => new Link($"l{l.i}", Joints.Key(l.Sub), Address(l.Sub, 20 + l.i), draw.Of(stores).Name, draw.OneIn(5) ? "Pending" : "Approved"))],
            Databases = draw.OneIn(3) ? [] : [Database(draw, usable)],
            Containers = [.. Enumerable.Range(0, draw.Between(0, 2)).Select(i => (i, Sub: draw.Of(usable))).Select(c => new Containers($"c{c.i}", Joints.Key(c.Sub), Address(c.Sub, 40 + c.i), draw.Of([443, 8000])))],
            Associations = [.. stores.Where(_ => draw.OneIn(5)).Select(s => new Association(s.Name, draw.Of(["Enforced", "Learning"]), draw.Some(PublicPrefixes, 0, 1)))],
            Whole = !draw.OneIn(10),
        };
        return draw.OneIn(3) ? AroundAHub(net, draw) : net;
    }

    /// <summary>Spokes that are peered with the hub alone and send to one another through its firewall.</summary>
    private static Net AroundAHub(Net net, Draw draw)
    {
        var spokes = net.Vnets.Skip(1).ToList();
        return net with
        {
            Peers = [.. spokes.SelectMany(s => new[] { new Peer("v0", s.Name, true, true, draw.OneIn(2), false, true), new Peer(s.Name, "v0", true, true, draw.OneIn(2), draw.OneIn(2), false) })],
            Tables = [.. net.Tables, new Table("hub", [new Route(draw.Of(["10.0.0.0/8", "0.0.0.0/0"]), "VirtualAppliance", "10.0.9.4")], draw.OneIn(2), true)],
            Subs = [.. net.Subs.Select(s => s.Vnet != "v0" && s.Name.StartsWith('s') && !draw.OneIn(4) ? s with { Table = "hub", Nsg = draw.OneIn(2) ? null : s.Nsg } : s)],
            Containers = [.. net.Containers, new Containers("c9", spokes[^1].Name + "/s1", Address(net.Subs.First(s => s.Vnet == spokes[^1].Name), 60), 443)],
            Policies = [.. net.Policies.Select(p => p.Name == "p0" ? p with { Collections = [.. p.Collections, new Collection(50, true, false, "*", "*", 443), new Collection(60, true, false, "*", "*", 5432)] } : p)],
            Fires = net.Fires.Count > 0 ? net.Fires : [new Fire("f0", "v0", "10.0.9.4", "192.0.2.9", "p0", [])],
        };
    }

    /// <summary>Host number <paramref name="number"/> of a subnet.</summary>
    private static string Address(Sub sub, int number) => sub.Prefix[..(sub.Prefix.LastIndexOf('.') + 1)] + number;

    private static IEnumerable<Sub> Subs(Draw draw, Vnet vnet, List<Nsg> nsgs, List<Table> tables)
    {
        var start = vnet.Prefix[..vnet.Prefix.IndexOf(".0.0/", StringComparison.Ordinal)];
        for (var i = 1; i <= draw.Between(1, 2); i++)
        {
            yield return new Sub(vnet.Name, $"s{i}", $"{start}.{i}.0/24")
            {
                Nsg = draw.OneIn(2) ? null : draw.Of(nsgs).Name,
                Table = tables.Count == 0 || draw.OneIn(2) ? null : draw.Of(tables).Name,
                StorageEndpoint = draw.OneIn(4),
                Policies = draw.Of([null, "Disabled", "Enabled", "NetworkSecurityGroupEnabled", "RouteTableEnabled"]),
                DefaultOutbound = draw.Flag(),
                Nat = draw.OneIn(3) ? draw.Of(["203.0.113.5", "192.0.2.77"]) : null,
            };
        }

        yield return new Sub(vnet.Name, "GatewaySubnet", $"{start}.8.0/27") { Table = tables.Count > 0 && draw.OneIn(4) ? draw.Of(tables).Name : null };
        yield return new Sub(vnet.Name, "AzureFirewallSubnet", $"{start}.9.0/26") { Table = tables.Count > 0 && draw.OneIn(6) ? draw.Of(tables).Name : null };
    }

    private static string Prefix(Draw draw, List<Vnet> vnets)
    {
        var i = draw.Between(0, vnets.Count - 1);
        return draw.Of([$"10.{i}.0.0/16", $"10.{i}.1.0/24", $"10.{i}.2.0/24", $"10.{i}.1.20", $"10.{i}.1.128/25", "10.0.0.0/8", "0.0.0.0/0"]);
    }

    private static Rule Rule(Draw draw, List<Vnet> vnets)
    {
        string End(bool source) => draw.Between(0, 5) switch
        {
            0 => "*",
            1 => "VirtualNetwork",
            2 => draw.Of<string>(source ? ["Internet", "AzureCloud", "AzureFrontDoor.Backend", "203.0.113.0/24"] : ["Internet", "AzureCloud", "Storage"]),
            3 when draw.OneIn(4) => "10.0.0.0/33",
            _ => Prefix(draw, vnets),
        };
        return new Rule(draw.Of([100, 110, 120, 130, 140]), draw.OneIn(2), draw.OneIn(2), draw.Of(["*", "Tcp", "Udp"]), End(true), End(false), draw.Of(["*", "443", "22", "8000-8010", "400-500"]))
        {
            SourceGroup = draw.OneIn(10) ? "a0" : null,
            DestinationGroup = draw.OneIn(10) ? "a0" : null,
        };
    }

    private static Route Route(Draw draw, List<Vnet> vnets) => draw.Between(0, 6) switch
    {
        0 => new(Prefix(draw, vnets), "None", null),
        1 => new(Prefix(draw, vnets), draw.Of(["VnetLocal", "VirtualNetworkGateway"]), null),
        2 => new(Prefix(draw, vnets), "Internet", null),
        _ => new(Prefix(draw, vnets), "VirtualAppliance", draw.Of(["10.0.9.4", "10.0.9.4", "10.0.9.4", "10.1.1.10", "10.2.1.99"])),
    };

    private static List<Policy> Policies(Draw draw, List<Vnet> vnets)
    {
        Collection One()
        {
            var application = draw.OneIn(3);
            var destination = draw.Of<string>(application ? ["*", "st0.blob.core.windows.net", "*.blob.core.windows.net", "other.example"] : ["*", "Storage", "VirtualNetwork", Prefix(draw, vnets)]);
            return new Collection(draw.Between(100, 900), !draw.OneIn(3), application, draw.Of(["*", Prefix(draw, vnets)]), destination, draw.Of([443, 443, 5432, 22]));
        }

        List<Collection> Some() => [.. Enumerable.Range(0, draw.Between(0, 3)).Select(_ => One()).DistinctBy(c => c.Priority)];
        return [new("p0", draw.OneIn(2) ? "p1" : null, Some(), true), new("p1", null, Some(), !draw.OneIn(10))];
    }

    private static List<Peer> Peers(Draw draw, List<Vnet> vnets)
    {
        var peers = new List<Peer>();
        for (var i = 0; i < vnets.Count; i++)
        {
            for (var j = i + 1; j < vnets.Count; j++)
            {
                if (vnets[i].Prefix == vnets[j].Prefix || (i > 0 && draw.OneIn(2)) || draw.OneIn(4))
                    continue;
                var broken = draw.OneIn(8);
                peers.Add(new(vnets[i].Name, vnets[j].Name, true, !draw.OneIn(4), draw.OneIn(2), draw.OneIn(4), draw.OneIn(2)));
                if (!draw.OneIn(10))
                    peers.Add(new(vnets[j].Name, vnets[i].Name, !broken, !draw.OneIn(4), draw.OneIn(2), draw.OneIn(2), draw.OneIn(2)));
            }
        }

        return peers;
    }

    private static Card Card(Draw draw, int number, Sub sub, List<Nsg> nsgs) => new(
        $"m{number}", Joints.Key(sub), Address(sub, 10 + number), draw.OneIn(2) ? null : draw.Of(nsgs).Name, draw.OneIn(2) ? "a0" : null, draw.Of([null, "Standard", "Basic"]), draw.OneIn(2), !draw.OneIn(3));

    private static Store Store(Draw draw, int number, List<Sub> subs) => new(
        $"st{number}", draw.Of([null, "Enabled", "enabled", "Disabled", "SecuredByPerimeter", "Other"]) is var text && text == "enabled" ? "Enabled" : text, draw.Of(["Allow", "Deny", "Deny"]),
        draw.Some(PublicPrefixes, 0, 2), [.. draw.Some(subs, 0, 2).Select(Joints.Key)]);

    private static Database Database(Draw draw, List<Sub> subs) => new("pg0", draw.Of(["Enabled", "Disabled", null]), draw.OneIn(2) ? Joints.Key(draw.Of(subs)) : null,
        draw.Some<(string, string)>([("0.0.0.0", "0.0.0.0"), ("0.0.0.0", "0.0.0.0"), ("0.0.0.0", "0.0.0.0"), ("203.0.113.1", "203.0.113.9"), ("0.0.0.0", "255.255.255.255"), ("198.51.100.7", "198.51.100.7")], 0, 2));
}

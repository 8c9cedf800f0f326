namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>What code in subnets does to reach a service at its public address: security group, default route, firewall, the address it leaves with.</summary>
internal sealed class Outward(Net net, Joints joints, Filters filters)
{
    private readonly Walk _walk = new(net, joints, filters);

    private static Target Service(Entry entry) => new(null, 0, 0, entry.Port) { Service = entry.Service, Host = entry.Host };

    /// <summary>Security group alone.</summary>
    public Truth Leaves(Sub sub, Entry entry, Pieces pieces) => All(sub, pieces, a => filters.Through(sub.Nsg, false, new Packet(From.Vnet, a, null, Service(entry)), sub));

    public Truth Calls(Sender sender, Entry entry, Pieces pieces)
    {
        var sub = sender.Sub;
        var plain = Leaves(sub, entry, pieces);
        var (hop, fire) = Default(sender);
        return hop switch
        {
            "out" => plain,
            "fire" => All(sub, pieces, a => filters.Through(sub.Nsg, false, new Packet(From.Vnet, a, null, Service(entry)), sub).And(Fire(fire!, a, entry))),
            "none" => Truth.No,
            _ => plain.Doubted(),
        };
    }

    /// <summary>Whether the door's own firewall knows the address that the sender leaves with.</summary>
    public Truth Admits(Sender sender, Entry entry)
    {
        var side = entry.Public;
        if (side.Certain == Levels.Internet)
            return Truth.Yes;
        var otherwise = side.Possible > side.Certain ? Truth.Maybe : Truth.No;
        // A service endpoint makes the sender's private address the source.
        if (entry.Service == "Storage" && sender.Sub.StorageEndpoint)
            return otherwise;
        if (side.Azure)
            return Truth.Yes;
        if (side.Ranges.Count == 0)
            return otherwise;
        var (hop, fire) = Default(sender);
        var address = hop == "fire" ? fire!.PublicAddress : hop == "out" && !sender.HasPublicAddress ? sender.Sub.Nat : null;
        return address is null ? Truth.Maybe : side.Ranges.Any(r => r.From <= Ip.Of(address) && Ip.Of(address) <= r.To) ? Truth.Yes : otherwise;
    }

    private Truth Fire(Fire fire, long source, Entry entry)
    {
        var sub = net.Subs.First(s => s.Vnet == fire.Vnet && s.Name == "AzureFirewallSubnet");
        var (passes, speaks) = _walk.Judge(fire, new Packet(From.Vnet, source, null, Service(entry)), sub);
        return passes.Or(speaks);
    }

    private (string Hop, Fire? Fire) Default(Sender sender)
    {
        var sub = sender.Sub;
        var out_ = sub.DefaultOutbound == false && sub.Nat is null && !sender.HasPublicAddress ? "none" : "out";
        if (sub.Table is not null && joints.TableOf(sub) is not { Read: true })
            return ("unknown", null);
        var routes = joints.Routes(sub).Where(r => r.Prefix == "0.0.0.0/0").Select(r => (r.Hop, r.Address)).Distinct().ToList();
        if (routes.Count == 0)
            return (joints.GatewayOf(sub.Vnet) is not null && joints.TableOf(sub) is not { Read: true, NoGateway: true } ? "unknown" : out_, null);
        if (routes.Count > 1)
            return ("unknown", null);
        switch (routes[0].Hop)
        {
            case "None":
                return ("none", null);
            case "Internet":
                return (out_, null);
            case "VirtualAppliance":
                var hub = joints.HubOf(sub, routes[0].Address!);
                var fire = net.Fires.FirstOrDefault(f => f.Vnet == hub && f.Address == routes[0].Address);
                return hub is null ? ("none", null) : fire is null ? ("unknown", null) : ("fire", fire);
            default:
                return ("unknown", null);
        }
    }

    private static Truth All(Sub sub, Pieces pieces, Func<long, Truth> of)
    {
        var seen = pieces.Of(sub.Prefix).Select(of).Distinct().ToList();
        return seen is [var one] ? one : Truth.Maybe;
    }
}

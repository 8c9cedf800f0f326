namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>Walks one packet: sender's group, its route, firewall, receiver's groups.</summary>
internal sealed class Walk(Net net, Joints joints, Filters filters)
{
    private enum Hop
    {
        Dropped,
        Arrives,
        Appliance,
        Unknown,
    }

    /// <param name="cardNsg">Group on the sending interface.</param>
    public Truth Go(Packet packet, Sub from, string? cardNsg = null)
    {
        var (hop, appliance) = Next(from, packet.To);
        if (hop == Hop.Dropped)
            return Truth.No;
        var leaves = filters.Through(from.Nsg, false, packet, from).And(filters.Through(cardNsg, false, packet, from));
        return leaves.And(hop switch
        {
            Hop.Arrives => Arrives(packet),
            Hop.Unknown => Arrives(packet).Doubted(),
            _ => Over(packet, from, appliance),
        });
    }

    /// <summary>The receiver's groups; a private endpoint has them only where its subnet says so.</summary>
    public Truth Arrives(Packet packet)
    {
        var sub = joints.Sub(packet.To.Sub!);
        var outer = packet.To.IsEndpoint && sub.Policies is not ("Enabled" or "NetworkSecurityGroupEnabled") ? Truth.Yes : filters.Through(sub.Nsg, true, packet, sub);
        return outer.And(filters.Through(packet.To.CardNsg, true, packet, sub));
    }

    private Truth Over(Packet packet, Sub from, string appliance)
    {
        var address = Ip.Of(appliance);
        var hub = joints.Peers(from.Vnet).Prepend(joints.Of(from)).FirstOrDefault(v => Ip.In(address, v.Prefix))?.Name;
        if (hub is null)
            return Truth.No;
        if (net.Fires.FirstOrDefault(f => f.Vnet == hub && f.Address == appliance) is not { } fire)
        {
            var cards = net.Cards.Where(c => c.Address == appliance && c.Sub.StartsWith(hub + "/", StringComparison.Ordinal)).ToList();
            return cards.Count > 0 && cards.TrueForAll(c => !c.Forwards) ? Truth.No : Arrives(packet).Doubted();
        }

        var own = net.Subs.First(s => s.Vnet == hub && s.Name == "AzureFirewallSubnet");
        var (hop, _) = Next(own, packet.To);
        if (hop == Hop.Dropped)
            return Truth.No;
        var (passes, speaks) = Judge(fire, packet, own);
        var target = joints.Sub(packet.To.Sub!);
        passes = passes.And(Arrives(packet));
        if (target.Vnet != hub && joints.Peered(target.Vnet, hub) && !joints.Side(target.Vnet, hub).Forwarded)
            passes = passes.Doubted();
        // A rule for names makes the firewall speak for the sender, from any address of its subnet.
        var edges = Ip.Range(own.Prefix);
        var asFirewall = Enumerable.Range(0, (int)(edges.To - edges.From + 1)).Select(i => Arrives(packet with { Kind = From.Vnet, Source = edges.From + i, Group = null })).Distinct().ToList();
        speaks = speaks.And(asFirewall is [var one] ? one : Truth.Maybe);
        var both = passes.Or(speaks);
        return hop == Hop.Arrives ? both : both.Doubted();
    }

    /// <summary>Rules of the parent first; rules for addresses before rules for names; the first that matches decides.</summary>
    public (Truth Passes, Truth Speaks) Judge(Fire fire, Packet packet, Sub tags)
    {
        var rules = new List<Collection>();
        for (var name = fire.Policy; name is not null;)
        {
            if (net.Policies.FirstOrDefault(p => p.Name == name) is not { Read: true } policy)
                return (Truth.Maybe, Truth.No);
            rules.InsertRange(0, policy.Collections.OrderBy(c => c.Priority));
            name = policy.Parent;
        }

        var (allowed, denied) = (false, false);
        foreach (var rule in rules.Where(r => !r.Application && r.Port == packet.To.Port))
        {
            var matches = filters.Source(rule.Source, rule.Allow, packet, tags).And(filters.Destination(rule.Destination, packet.To, tags));
            if (matches == Truth.No)
                continue;
            (allowed, denied) = (allowed || rule.Allow, denied || !rule.Allow);
            if (matches == Truth.Yes)
                return (!denied ? Truth.Yes : allowed ? Truth.Maybe : Truth.No, Truth.No);
        }

        // What a rule for addresses may have decided no rule for names opens for certain.
        var doubt = allowed || denied;
        var passes = allowed ? Truth.Maybe : Truth.No;
        (allowed, denied) = (false, false);
        foreach (var rule in rules.Where(r => r.Application && r.Port == packet.To.Port))
        {
            var source = filters.Source(rule.Source, rule.Allow, packet, tags);
            var named = rule.Destination == "*" || (packet.To.Host is { } host && (rule.Destination == host || (rule.Destination.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(rule.Destination[1..], StringComparison.Ordinal))));
            // Of a receiver without a name nobody can say whether a rule means it.
            var matches = named ? source : packet.To.Host is null ? source.Doubted() : Truth.No;
            if (matches == Truth.No)
                continue;
            (allowed, denied) = (allowed || rule.Allow, denied || !rule.Allow);
            if (matches == Truth.Yes)
                return (passes, !denied && !doubt ? Truth.Yes : allowed ? Truth.Maybe : Truth.No);
        }

        return (passes, allowed ? Truth.Maybe : Truth.No);
    }

    /// <summary>Longest prefix; at equal length what the user wrote.</summary>
    private (Hop Hop, string Appliance) Next(Sub from, Target to)
    {
        if (from.Table is not null && joints.TableOf(from) is not { Read: true })
            return (Hop.Unknown, "");
        var target = joints.Sub(to.Sub!);
        var (here, there) = (joints.Of(from), joints.Of(target));
        // What the system knows: the own network, peers, a route of its own for each private endpoint.
        Hop? system = null;
        var length = -1;
        if (here.Name != there.Name && Ip.In(to.First, here.Prefix))
            (system, length) = (Hop.Dropped, Ip.Length(here.Prefix));
        else if (here.Name == there.Name || joints.Peered(here.Name, there.Name))
            (system, length) = (Hop.Arrives, to.IsEndpoint && target.Policies is not ("Enabled" or "RouteTableEnabled") ? 32 : Ip.Length(there.Prefix));

        var ways = joints.Routes(from).Where(w => Ip.In(to.First, w.Prefix)).ToList();
        if (joints.Routes(from).Any(w => !(Ip.In(to.First, w.Prefix) && Ip.In(to.Last, w.Prefix)) && Ip.Range(w.Prefix) is var (first, last) && first <= to.Last && to.First <= last))
            return (Hop.Unknown, "");
        var longest = ways.Count == 0 ? -1 : ways.Max(w => Ip.Length(w.Prefix));
        ways = [.. ways.Where(w => Ip.Length(w.Prefix) == longest)];
        var learned = joints.MayLearn(from.Vnet, target.Vnet) && joints.TableOf(from) is not { Read: true, NoGateway: true };
        if (ways.Count == 0 || longest < length)
            return (system ?? (learned ? Hop.Unknown : Hop.Dropped), "");
        if (ways.Select(w => (w.Hop, w.Address)).Distinct().Count() > 1)
            return (Hop.Unknown, "");
        // A gateway may have learned a longer one.
        if (system is null && longest < 32 && learned)
            return (Hop.Unknown, "");
        return ways[0].Hop switch
        {
            "VnetLocal" => (here.Name == there.Name ? Hop.Arrives : joints.Peered(here.Name, there.Name) ? Hop.Unknown : Hop.Dropped, ""),
            "VirtualAppliance" => (Hop.Appliance, ways[0].Address!),
            "VirtualNetworkGateway" => (joints.GatewayOf(from.Vnet) is null ? Hop.Dropped : Hop.Unknown, ""),
            _ => (Hop.Dropped, ""),
        };
    }
}

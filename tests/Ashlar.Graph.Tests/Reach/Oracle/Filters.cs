namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>Network security groups, rule by rule in order of priority.</summary>
internal sealed class Filters(Net net, Joints joints)
{
    private static readonly Rule[] Default =
    [
        new(65000, true, true, "*", "VirtualNetwork", "VirtualNetwork", "*"), new(65001, true, true, "*", "AzureLoadBalancer", "*", "*"), new(65500, true, false, "*", "*", "*", "*"),
        new(65000, false, true, "*", "VirtualNetwork", "VirtualNetwork", "*"), new(65001, false, true, "*", "*", "Internet", "*"), new(65500, false, false, "*", "*", "*", "*"),
    ];

    /// <param name="sub">The subnet whose idea of the virtual network counts.</param>
    public Truth Through(string? nsg, bool inbound, Packet packet, Sub sub)
    {
        if (nsg is null)
            return Truth.Yes;
        if (net.Nsgs.FirstOrDefault(n => n.Name == nsg) is not { Read: true } group)
            return Truth.Maybe;
        var (allowed, denied) = (false, false);
        foreach (var rule in group.Rules.Concat(Default).Where(r => r.In == inbound).OrderBy(r => r.Priority))
        {
            var matches = Matches(rule, packet, sub);
            // Two rules of one priority that say different things: Azure would not take the second.
            if (group.Rules.Any(r => r.In == rule.In && r.Priority == rule.Priority && r.Allow != rule.Allow))
                matches = matches.Doubted();
            if (matches == Truth.No)
                continue;
            allowed |= rule.Allow;
            denied |= !rule.Allow;
            if (matches == Truth.Yes)
                break;
        }

        return !denied ? Truth.Yes : allowed ? Truth.Maybe : Truth.No;
    }

    private Truth Matches(Rule rule, Packet packet, Sub sub)
    {
        if (rule.Protocol is not ("*" or "Tcp") || !HasPort(rule.Ports, packet.To.Port))
            return Truth.No;
        var source = rule.SourceGroup is { } from ? packet.Group == from ? Truth.Yes : Truth.No : Source(rule.Source, rule.Allow, packet, sub);
        var destination = rule.DestinationGroup is { } to ? packet.To.Group == to ? Truth.Yes : Truth.No : Destination(rule.Destination, packet.To, sub);
        return source.And(destination);
    }

    public static bool HasPort(string ports, int port)
    {
        var ends = ports.Split('-');
        return ports == "*" || (int.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture) <= port && port <= int.Parse(ends[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Whether an address prefix or tag speaks of the sender.</summary>
    public Truth Source(string text, bool allow, Packet packet, Sub sub)
    {
        if (text == "*")
            return Truth.Yes;
        if (text.EndsWith("/33", StringComparison.Ordinal))
            return Truth.Maybe;
        if (Ip.IsPrefix(text))
        {
            return packet.Kind switch
            {
                From.Vnet or From.Internet => Ip.In(packet.Source, text) ? Truth.Yes : Truth.No,
                _ when text == "0.0.0.0/0" => Truth.Yes,
                // Premises have private addresses that nobody told.
                From.Premises => Ip.IsPublic(Ip.Range(text).From) ? Truth.No : Truth.Maybe,
                _ => allow && Ip.Length(text) < 8 ? Truth.Maybe : Truth.No,
            };
        }

        return text switch
        {
            "VirtualNetwork" => packet.Kind switch
            {
                From.Premises => Truth.Yes,
                From.Azure => joints.NetworkMayBeAll(sub) ? Truth.Maybe : Truth.No,
                _ => joints.InVirtualNetwork(packet.Source, packet.Source, sub),
            },
            "Internet" => packet.Kind switch
            {
                From.Internet or From.Azure => Truth.Yes,
                From.Vnet => Ip.IsPublic(packet.Source) ? Truth.Yes : Truth.No,
                _ => Truth.No,
            },
            "AzureLoadBalancer" => Truth.No,
            "AzureCloud" => packet.Kind == From.Azure ? Truth.Yes : Truth.No,
            // Some of Azure: enough to be let in by, too little to be kept out by.
            _ => packet.Kind == From.Azure && allow ? Truth.Yes : Truth.No,
        };
    }

    public Truth Destination(string text, Target to, Sub sub)
    {
        if (text == "*")
            return Truth.Yes;
        if (text.EndsWith("/33", StringComparison.Ordinal))
            return Truth.Maybe;
        if (to.Sub is null)
        {
            return text switch
            {
                "0.0.0.0/0" or "Internet" or "AzureCloud" => Truth.Yes,
                "VirtualNetwork" => joints.NetworkMayBeAll(sub) ? Truth.Maybe : Truth.No,
                _ when Ip.IsPrefix(text) => Ip.IsPublic(Ip.Range(text).From) ? Truth.Maybe : Truth.No,
                _ => text == to.Service ? Truth.Yes : Truth.No,
            };
        }

        if (Ip.IsPrefix(text))
            return Ip.In(to.First, text) && Ip.In(to.Last, text) ? Truth.Yes : Ip.Range(text) is var (from, last) && from <= to.Last && to.First <= last ? Truth.Maybe : Truth.No;
        return text == "VirtualNetwork" ? joints.InVirtualNetwork(to.First, to.Last, sub) : Truth.No;
    }
}

using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>Where code behind a door can reach: what the resource says, and where its subnet decides, what that lets out.</summary>
internal sealed class OutboundJudge(NetworkEstate estate, EgressJudge egress, IReadOnlyDictionary<string, Door> byKey)
{
    public (string Name, IReadOnlyList<string> Destinations) Of(Door door) => Of(door, door.Outbound, 0);

    private (string Name, IReadOnlyList<string> Destinations) Of(Door door, Outbound outbound, int depth)
    {
        switch (outbound.Kind)
        {
            case OutboundKind.None:
                return ("", []);
            case OutboundKind.Nowhere:
                return ("nowhere", []);
            case OutboundKind.Network:
                return ("network", []);
            case OutboundKind.Approved:
                // A name that stands for all is no limit.
                return (outbound.Destinations.Any(IsWide) ? "internet" : "approved", outbound.Destinations);
            case OutboundKind.Internet:
                return ("internet", outbound.Destinations);
            case OutboundKind.As when depth < 4 && byKey.TryGetValue(outbound.Destinations[0], out var other):
                return Of(door, other.Outbound, depth + 1);
            case OutboundKind.Subnet:
                return OfSubnets(door, outbound);
            default:
                return ("unknown", []);
        }
    }

    private (string Name, IReadOnlyList<string> Destinations) OfSubnets(Door door, Outbound outbound)
    {
        var worst = "nowhere";
        var destinations = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in outbound.SubnetKeys)
        {
            if (estate.SubnetOf(key) is not { } subnet)
            {
                door.Lacks("A subnet it sends from was not read: " + key);
                return ("unknown", []);
            }

            var leaves = egress.Of(subnet, outbound.Destinations.Contains("egress"));
            var name = leaves.Kind switch
            {
                EgressKind.None => "network",
                _ when leaves.Blocked => "network",
                _ when leaves.Kind == EgressKind.Internet && subnet.GroupKey.Length > 0 && subnet.Group is not { Whole: true } => "unknown",
                EgressKind.Internet => leaves.Open ? "internet" : "approved",
                EgressKind.Firewall => ThroughFirewall(leaves, destinations),
                _ => "unknown",
            };
            if (leaves.Kind == EgressKind.Internet && !leaves.Open && estate.Groups.TryGetValue(subnet.GroupKey, out var group))
                destinations.UnionWith(group.Outbound.Where(r => r.Allow && r.Id.Length > 0).SelectMany(r => r.Destination.Tags.Concat(r.Destination.Addresses.Ranges.ToArray().Select(a => a.ToString()))));
            door.Legs.Add(new Leg(leaves.RouteId.Length > 0 ? "route" : "outbound", name switch { "internet" => "opens", "unknown" => "unknown", _ => "limits" }, leaves.RouteId.Length > 0 ? leaves.RouteId : subnet.Id, leaves.RouteId.Length > 0 ? "properties.nextHopType" : "properties.networkSecurityGroup", leaves.Firewall?.Id ?? "", name == "internet" ? "Route 0.0.0.0/0 to a firewall that names the destinations." : ""));
            if (Rank(name) > Rank(worst))
                worst = name;
        }

        return (worst, worst == "approved" ? [.. destinations] : []);
    }

    private static bool IsWide(string destination) => EgressJudge.IsWide(AddressMatch.Of([destination], []));

    private static string ThroughFirewall(Egress leaves, SortedSet<string> destinations)
    {
        var firewall = leaves.Firewall!;
        if (!firewall.Whole)
            return "unknown";
        var hosts = firewall.Application.Where(r => r.Allow).SelectMany(r => r.Hosts).Concat(firewall.Network.Where(r => r.Allow).SelectMany(r => r.Hosts)).ToList();
        var wide = hosts.Contains("*") || firewall.Network.Any(r => r.Allow && r.IsTcp && r.Hosts.Count == 0 && EgressJudge.IsWide(r.Destination));
        destinations.UnionWith(hosts);
        destinations.UnionWith(firewall.Network.Where(r => r.Allow && r.Hosts.Count == 0).SelectMany(r => r.Destination.Tags));
        return wide ? "internet" : hosts.Count == 0 && !firewall.Network.Any(r => r.Allow) ? "network" : "approved";
    }

    private static int Rank(string name) => name switch { "nowhere" => 0, "network" => 1, "approved" => 2, "unknown" => 3, _ => 4 };
}

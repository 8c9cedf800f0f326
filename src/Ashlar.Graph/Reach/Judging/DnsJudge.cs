using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Reading;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>Whether the name of a door leads to its private endpoint in the endpoint's own network.</summary>
internal sealed class DnsJudge(NetworkEstate estate, ReachCoverage coverage)
{
    private readonly bool _knowsLinks = coverage.Everywhere("microsoft.network/privatednszones/virtualnetworklinks") && coverage.Everywhere("microsoft.network/privatednszones");
    private readonly bool _knowsGroups = coverage.Everywhere("microsoft.network/privateendpoints/privatednszonegroups");
    private readonly bool _knowsRecords = coverage.Everywhere("microsoft.network/privatednszones/a");

    /// <returns>resolves, missing, unlinked or unknown: the worst of its zones.</returns>
    public string Of(Door door, PrivateEndpoint endpoint, VirtualNetwork? network)
    {
        if (network is not { Seen: true } || network.OwnDns || door.Zones.Count == 0)
            return "unknown";
        var worst = "resolves";
        foreach (var zone in door.Zones)
        {
            var state = Zone(door, zone, endpoint, network);
            if (Rank(state) > Rank(worst))
                worst = state;
        }

        return worst;
    }

    private string Zone(Door door, string start, PrivateEndpoint endpoint, VirtualNetwork network)
    {
        var holding = new HashSet<string>(estate.Dns.GroupsOf.GetValueOrDefault(endpoint.Key, []).Where(z => Is(PrivateDns.NameOf(z), start)), StringComparer.Ordinal);
        foreach (var zone in estate.Dns.Records.Count == 0 ? [] : estate.Dns.Zones.Where(z => Is(z.Key, start)).SelectMany(z => z.Value))
        {
            if (door.Hosts.Exists(h => estate.Dns.Records.Contains((zone, h.Split('.')[0]))))
                holding.Add(zone);
        }

        var links = estate.Dns.Links.GetValueOrDefault(network.Key);
        if (links?.Overlaps(holding) == true)
            return "resolves";
        if (holding.Count > 0)
            return _knowsLinks ? "unlinked" : "unknown";
        // Records made by hand are rarely exported: a linked zone may hold one.
        var linked = links?.Any(z => Is(PrivateDns.NameOf(z), start)) == true;
        return _knowsGroups && _knowsLinks && (!linked || _knowsRecords) ? "missing" : "unknown";
    }

    private static bool Is(string zone, string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? zone.StartsWith(pattern, StringComparison.OrdinalIgnoreCase)
            : zone.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase) && zone.Contains(pattern[(star + 1)..], StringComparison.OrdinalIgnoreCase);
    }

    private static int Rank(string state) => state switch { "resolves" => 0, "unknown" => 1, "unlinked" => 2, _ => 3 };
}

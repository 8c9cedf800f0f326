using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>An Azure Firewall with the rules of its policy or its own, in the order in which they are looked at.</summary>
/// <param name="Network">Rules for addresses: those of the parent policy first, then by priority.</param>
/// <param name="Application">Rules for host names, in the same order; looked at when no network rule matched.</param>
/// <param name="Whole">False: its policy or some of its rules were not read.</param>
/// <param name="Translates">It puts its own address before private destinations too; null = for some.</param>
internal sealed record Firewall(string Id, string Key, string SubnetKey, AddressSet PrivateAddress, IReadOnlyList<string> PublicAddressKeys,
    IReadOnlyList<NatRule> Nat, IReadOnlyList<NetworkRule> Network, IReadOnlyList<ApplicationRule> Application, bool Whole, bool? Translates)
{
    /// <summary>What network rules let through, and what of the rest application rules do: the firewall speaks for the latter, with its own address.</summary>
    public (Permit Passed, Permit Proxied) Judge(Party source, Party destination, int port, IReadOnlyList<string> hosts, TagScope tags)
    {
        var (may, mayNot, left) = (AddressSet.Empty, AddressSet.Empty, source.Addresses);
        foreach (var rule in Network)
        {
            if (!rule.IsTcp || !(rule.Ports.Holds(port) || !rule.Ports.Readable))
                continue;
            var (toCertain, toPerhaps) = rule.Hosts.Count > 0
                ? HostPatterns.AnyOf(rule.Hosts, hosts) ? (AddressSet.Empty, destination.Addresses) : (AddressSet.Empty, AddressSet.Empty)
                : Matching.Of(rule.Destination, destination, tags, rule.Allow);
            if (toCertain.IsEmpty && toPerhaps.IsEmpty)
                continue;
            Take(rule.Source, rule.Allow, rule.Ports.Readable && toCertain.Holds(destination.Addresses), source, tags, ref may, ref mayNot, ref left);
        }

        // What no rule decides is refused.
        var passed = new Permit(may.Minus(mayNot).Minus(left), may);
        var doubtful = may.Or(mayNot);
        (may, mayNot) = (AddressSet.Empty, AddressSet.Empty);
        foreach (var rule in Application)
        {
            if (!rule.Ports.Contains(port))
                continue;
            // Of a door with several names one is enough to pass; to be kept out all have to be named.
            var named = rule.Hosts.Contains("*") || (rule.Allow ? HostPatterns.AnyOf(rule.Hosts, hosts) : hosts.Count > 0 && hosts.All(h => HostPatterns.AnyOf(rule.Hosts, [h])));
            if (named || rule.Unclear || hosts.Count == 0)
                Take(rule.Source, rule.Allow, named, source, tags, ref may, ref mayNot, ref left);
        }

        var proxied = new Permit(may.Minus(mayNot).Minus(left).Minus(doubtful), may);
        return Whole ? (passed, proxied) : (Permit.Unknown(source), Permit.None);
    }

    private static void Take(AddressMatch from, bool allow, bool certainly, Party source, TagScope tags, ref AddressSet may, ref AddressSet mayNot, ref AddressSet left)
    {
        var (certain, perhaps) = Matching.Of(from, source, tags, allow);
        if (!certainly)
            (certain, perhaps) = (AddressSet.Empty, certain.Or(perhaps));
        certain = certain.And(left);
        perhaps = perhaps.And(left);
        if (allow)
            may = may.Or(certain).Or(perhaps);
        else
            mayNot = mayNot.Or(certain).Or(perhaps);
        left = left.Minus(certain);
    }
}

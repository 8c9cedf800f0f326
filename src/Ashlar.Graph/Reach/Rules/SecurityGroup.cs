using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>A network security group: its rules by priority, the default ones last; the first that matches decides.</summary>
internal sealed class SecurityGroup
{
    private readonly SecurityRule[] _inbound;
    private readonly SecurityRule[] _outbound;

    /// <param name="rules">Its own, without the default ones.</param>
    /// <param name="whole">False: its rules were not told.</param>
    public SecurityGroup(string id, IReadOnlyList<SecurityRule> rules, bool whole)
    {
        (Id, Whole) = (id, whole);
        var doubled = rules.GroupBy(r => (r.Inbound, r.Priority)).Where(g => g.Select(r => r.Allow).Distinct().Count() > 1).Select(g => g.Key).ToHashSet();
        var all = rules.Select(r => doubled.Contains((r.Inbound, r.Priority)) ? r with { Certain = false } : r).Concat(SecurityRule.Defaults)
            .OrderBy(r => r.Priority).ThenBy(r => r.Id, StringComparer.OrdinalIgnoreCase).ToList();
        // Doors are TCP: other rules never speak of them.
        _inbound = [.. all.Where(r => r.Inbound && IsTcp(r))];
        _outbound = [.. all.Where(r => !r.Inbound && IsTcp(r))];
    }

    public string Id { get; }

    public bool Whole { get; }

    /// <summary>Rules that may speak of TCP.</summary>
    public IReadOnlyList<SecurityRule> Inbound => _inbound;

    public IReadOnlyList<SecurityRule> Outbound => _outbound;

    /// <summary>Which addresses of the source come through to the destination.</summary>
    public Permit Judge(bool inbound, Party source, Party destination, int port, TagScope tags)
    {
        if (!Whole)
            return Permit.Unknown(source);
        var (may, mayNot, left) = (AddressSet.Empty, AddressSet.Empty, source.Addresses);
        foreach (var rule in inbound ? _inbound : _outbound)
        {
            if (left.IsEmpty)
                break;
            if (!(rule.Ports.Holds(port) || !rule.Ports.Readable))
                continue;
            var (toCertain, toPerhaps) = Matching.Of(rule.Destination, destination, tags, rule.Allow);
            if (toCertain.IsEmpty && toPerhaps.IsEmpty)
                continue;
            var (certain, perhaps) = Matching.Of(rule.Source, source, tags, rule.Allow);
            // A rule for some source ports, or for some of the addresses where the other end may be, decides some connections.
            if (!rule.Certain || !rule.SourcePorts.IsAll || !rule.Ports.Readable || !toCertain.Holds(destination.Addresses))
                (certain, perhaps) = (AddressSet.Empty, certain.Or(perhaps));
            certain = certain.And(left);
            perhaps = perhaps.And(left);
            if (rule.Allow)
                may = may.Or(certain).Or(perhaps);
            else
                mayNot = mayNot.Or(certain).Or(perhaps);
            left = left.Minus(certain);
        }

        return new(may.Minus(mayNot), may);
    }

    private static bool IsTcp(SecurityRule rule) => rule.Protocol is "*" || rule.Protocol.Equals("Tcp", StringComparison.OrdinalIgnoreCase);
}

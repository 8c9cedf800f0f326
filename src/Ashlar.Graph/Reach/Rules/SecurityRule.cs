using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>A rule of a network security group.</summary>
/// <param name="Certain">False: its priority, action or direction was not told, or another rule of that priority says otherwise; it may decide or not.</param>
internal sealed record SecurityRule(
    string Id, string Name, int Priority, bool Inbound, bool Allow, string Protocol, AddressMatch Source, AddressMatch Destination, PortSet SourcePorts, PortSet Ports, bool Certain)
{
    /// <summary>What every group ends with, whether it was reported or not.</summary>
    public static IReadOnlyList<SecurityRule> Defaults { get; } =
    [
        Default("AllowVnetInBound", 65000, true, true, AddressMatch.Tag(Rules.Tags.VirtualNetwork), AddressMatch.Tag(Rules.Tags.VirtualNetwork)),
        Default("AllowAzureLoadBalancerInBound", 65001, true, true, AddressMatch.Tag(Rules.Tags.LoadBalancer), AddressMatch.Everything),
        Default("DenyAllInBound", 65500, true, false, AddressMatch.Everything, AddressMatch.Everything),
        Default("AllowVnetOutBound", 65000, false, true, AddressMatch.Tag(Rules.Tags.VirtualNetwork), AddressMatch.Tag(Rules.Tags.VirtualNetwork)),
        Default("AllowInternetOutBound", 65001, false, true, AddressMatch.Everything, AddressMatch.Tag(Rules.Tags.Internet)),
        Default("DenyAllOutBound", 65500, false, false, AddressMatch.Everything, AddressMatch.Everything),
    ];

    private static SecurityRule Default(string name, int priority, bool inbound, bool allow, AddressMatch source, AddressMatch destination) =>
        new("", name, priority, inbound, allow, "*", source, destination, PortSet.All, PortSet.All, true);
}

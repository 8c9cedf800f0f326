using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <param name="Rules">What it forwards.</param>
/// <param name="OutboundPools">Pools that reach the internet through it.</param>
internal sealed record LoadBalancer(string Id, string Key, IReadOnlyList<LoadBalancerRule> Rules, IReadOnlyList<string> OutboundPools)
{
    public AddressSet PrivateFrontends { get; init; } = AddressSet.Empty;
}

namespace Ashlar.Graph.Reach.Networks;

/// <param name="Rules">What it forwards.</param>
internal sealed record LoadBalancer(string Id, string Key, IReadOnlyList<LoadBalancerRule> Rules)
{
    /// <summary>Pools that name addresses instead of interfaces.</summary>
    public IReadOnlyList<PoolAddress> Addresses { get; init; } = [];
}

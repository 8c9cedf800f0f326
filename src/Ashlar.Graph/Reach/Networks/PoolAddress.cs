using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <summary>An address in the pool of a load balancer.</summary>
/// <param name="NetworkKey">Empty: not told.</param>
internal sealed record PoolAddress(string PoolKey, string NetworkKey, AddressRange Address);

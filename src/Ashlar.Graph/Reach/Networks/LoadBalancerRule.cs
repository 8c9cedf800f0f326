namespace Ashlar.Graph.Reach.Networks;

/// <param name="PublicAddressKey">Key of its public address; empty: it stands inside.</param>
/// <param name="PoolKey">Pool it forwards to; for a NAT rule empty.</param>
/// <param name="NatRuleKey">Key of the NAT rule; else empty.</param>
/// <param name="Port">0 = any.</param>
/// <param name="Floating">The packet keeps the front's address and port.</param>
internal sealed record LoadBalancerRule(string Id, string PublicAddressKey, string PoolKey, string NatRuleKey, int Port, int BackendPort, string Protocol, bool Floating);

using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Judging;

/// <param name="Open">Its security group lets any service be called over HTTPS.</param>
/// <param name="Blocked">It lets none be called so.</param>
/// <param name="Addresses">Addresses with which it leaves; null = not known.</param>
/// <param name="RouteId">The route that decides; empty: a system route.</param>
internal sealed record Egress(EgressKind Kind, Firewall? Firewall, bool Open, bool Blocked, AddressSet? Addresses, string RouteId);

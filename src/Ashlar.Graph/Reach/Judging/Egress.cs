using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Judging;

/// <param name="Open">Its security group lets any service be called, at some port.</param>
/// <param name="Blocked">It lets none be called, at no port.</param>
/// <param name="Mixed">Large parts of the internet have routes of their own; the kind is that of the widest.</param>
/// <param name="Addresses">Addresses with which it leaves; null = not known.</param>
/// <param name="RouteId">The route that decides; empty: a system route.</param>
internal sealed record Egress(EgressKind Kind, Firewall? Firewall, bool Open, bool Blocked, bool Mixed, AddressSet? Addresses, string RouteId);

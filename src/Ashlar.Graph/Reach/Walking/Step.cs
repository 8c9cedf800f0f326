using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Walking;

/// <param name="RouteId">The route that decided; empty: a system route.</param>
/// <param name="Appliance">Address of the next hop, for an appliance.</param>
internal readonly record struct Step(RouteKind Kind, string RouteId = "", AddressRange Appliance = default);

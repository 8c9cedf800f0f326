using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <param name="Appliance">Address of the next hop when it is an appliance; null = not told.</param>
internal sealed record Route(string Id, AddressRange Prefix, int Length, NextHop Hop, AddressRange? Appliance);

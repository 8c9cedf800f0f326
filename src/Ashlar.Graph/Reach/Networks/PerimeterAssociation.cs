using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <summary>A resource in a network security perimeter.</summary>
/// <param name="Enforced">The perimeter alone decides; false: what it does not let in the resource's own firewall still may; null = not told.</param>
/// <param name="Ranges">Addresses that its profile lets in.</param>
/// <param name="Subscriptions">Subscriptions whose resources it lets in.</param>
/// <param name="RulesRead">Its profile's rules were read.</param>
internal sealed record PerimeterAssociation(string Id, bool? Enforced, AddressSet Ranges, IReadOnlyList<string> Subscriptions, bool RulesRead);

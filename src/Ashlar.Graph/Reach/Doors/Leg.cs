namespace Ashlar.Graph.Reach.Doors;

/// <summary>One setting that bears on a door.</summary>
/// <param name="Name">public, firewall, bypass, privateEndpoint, dns, serviceEndpoint, perimeter, securityGroup, route, peering, gateway, outbound …</param>
/// <param name="Says">opens, closes, limits or unknown.</param>
/// <param name="Change">What would turn it; empty: nothing to change.</param>
internal sealed record Leg(string Name, string Says, string Id, string Path, string Value, string Change);

using Ashlar.Graph.Reach.Doors;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>A door with what was found of it.</summary>
internal sealed record Judged(Door Door, Width Inbound, PublicReach Public, IReadOnlyList<EndpointView> Endpoints, IReadOnlyList<string> Networks, long? NetworkCount, IReadOnlyList<(string Leg, string Through, PlaceReach Reach)> Places,
    string Outbound, IReadOnlyList<string> Destinations, bool Complete)
{
    public IReadOnlyList<string> Behind { get; init; } = [];
}

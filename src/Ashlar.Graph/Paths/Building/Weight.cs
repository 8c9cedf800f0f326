using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Searching;

namespace Ashlar.Graph.Paths.Building;

/// <summary>Which capabilities on which places lead anywhere: the others are left out of the graph.</summary>
internal sealed class Weight(Terrain terrain)
{
    private static readonly string[] Leading = ["run-code", "take-identity", "add-members", "reset-password", "grant-directory-role", "grant-access", "change-network", "change-gateway", "read-connections", "read-secrets", "poison", "write-data", "push-images", "invoke"];

    private readonly bool[] _leads = [.. terrain.Capabilities.Names.Select(n => Leading.Contains(n))];

    public bool Counts(Place place, int capability) => _leads[capability] || Goals.OfCapability(terrain.Capabilities.Names[capability], place) is not null;
}

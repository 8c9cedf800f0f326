using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Walking;

/// <summary>Where a connection ends inside a network: a private endpoint or an interface.</summary>
/// <param name="Subnet">Index.</param>
/// <param name="Address">One address; the prefixes of the subnet where it is not told.</param>
/// <param name="Port">Destination port, TCP.</param>
internal sealed record Place(string Id, int Subnet, AddressSet Address, int Port)
{
    public bool IsEndpoint { get; init; }

    /// <summary>Keys of security groups on the interface itself.</summary>
    public IReadOnlyList<string> GroupKeys { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> Hosts { get; init; } = [];
}

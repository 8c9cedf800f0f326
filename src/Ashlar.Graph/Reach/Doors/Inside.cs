using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>A door that stands in a network itself.</summary>
/// <param name="SubnetKey">Empty: not told.</param>
/// <param name="Address">Empty: not told.</param>
internal sealed record Inside(string Id, string SubnetKey, AddressSet Address)
{
    /// <summary>It stands in some network.</summary>
    public static Inside NotTold(string id) => new(id, "", AddressSet.Empty);

    public IReadOnlyList<string> GroupKeys { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [];
}

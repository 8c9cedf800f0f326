using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <summary>A connection of a private endpoint to one target.</summary>
/// <param name="TargetKey">Key of the resource it leads to.</param>
/// <param name="GroupIds">Parts of the target; empty = not told.</param>
/// <param name="State">Lower case: approved, pending, rejected, disconnected; empty = not told.</param>
/// <param name="SubnetKey">Empty: not told.</param>
internal sealed record PrivateEndpoint(string Id, string Key, string TargetKey, IReadOnlyList<string> GroupIds, string State, string SubnetKey)
{
    /// <summary>Its addresses for each host; empty = not told.</summary>
    public AddressSet Addresses { get; init; } = AddressSet.Empty;

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> InterfaceKeys { get; init; } = [];
}

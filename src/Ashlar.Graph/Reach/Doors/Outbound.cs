namespace Ashlar.Graph.Reach.Doors;

/// <summary>Where code that runs behind a door can reach, as the resource tells it.</summary>
/// <param name="Kind">What it says itself; Subnet: its subnet decides.</param>
/// <param name="SubnetKeys">Subnets from which it sends.</param>
/// <param name="Destinations">Host names, tags and resources that it may reach.</param>
internal sealed record Outbound(OutboundKind Kind, IReadOnlyList<string> SubnetKeys, IReadOnlyList<string> Destinations)
{
    /// <summary>It runs no code and calls nothing.</summary>
    public static Outbound None { get; } = new(OutboundKind.None, [], []);

    public static Outbound Internet { get; } = new(OutboundKind.Internet, [], []);

    public static Outbound Unknown { get; } = new(OutboundKind.Unknown, [], []);

    public static Outbound From(params IReadOnlyList<string> subnetKeys) => new(OutboundKind.Subnet, subnetKeys, []);

    /// <summary>As code of another resource.</summary>
    public static Outbound As(string key) => new(OutboundKind.As, [], [key]);

    public static Outbound Approved(IReadOnlyList<string> destinations) => new(OutboundKind.Approved, [], destinations);
}

namespace Ashlar.Graph.Tests.Reach.Oracle;

internal enum From
{
    Vnet,
    Internet,
    Azure,
    Premises,
}

/// <summary>One packet of one connection that is being opened.</summary>
/// <param name="Source">Address, for packets from a network or the internet.</param>
/// <param name="Group">Application security group of the sending interface.</param>
internal sealed record Packet(From Kind, long Source, string? Group, Target To);

/// <summary>Where a packet goes.</summary>
/// <param name="Sub">Key of the subnet; null: a service at its public address.</param>
/// <param name="First">First address it may have.</param>
/// <param name="Last">Last one: the same when the address is told.</param>
internal sealed record Target(string? Sub, long First, long Last, int Port)
{
    public bool IsEndpoint { get; init; }

    public string? CardNsg { get; init; }

    public string? Group { get; init; }

    /// <summary>Service tag of a service.</summary>
    public string Service { get; init; } = "";

    public string? Host { get; init; }
}

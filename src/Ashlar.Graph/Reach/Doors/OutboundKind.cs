namespace Ashlar.Graph.Reach.Doors;

internal enum OutboundKind
{
    None,
    Nowhere,
    Network,
    Approved,
    Internet,
    Unknown,

    /// <summary>What its subnets let out.</summary>
    Subnet,

    /// <summary>As code of another resource, whose key stands in its destinations.</summary>
    As,
}

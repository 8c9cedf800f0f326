using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Networks;

internal sealed record Subnet(int Index, string Id, string Key, int Network, AddressSet Prefixes)
{
    /// <summary>Whoever sends from it.</summary>
    public Party Party { get; } = Party.At(Prefixes);

    /// <summary>Key of its network security group; empty: it has none.</summary>
    public string GroupKey { get; init; } = "";

    /// <summary>Key of its route table; empty: it has none.</summary>
    public string TableKey { get; init; } = "";

    /// <summary>Its security group, once everything was read; null: it has none, or it was not read.</summary>
    public SecurityGroup? Group { get; init; }

    /// <summary>As <see cref="Group"/>, its route table.</summary>
    public RouteTable? Table { get; init; }

    /// <summary>Subnets of a network with the same security group and routes share it.</summary>
    public int Kin { get; init; }

    /// <summary>Services it has an endpoint for, lower case: <c>microsoft.storage</c>.</summary>
    public IReadOnlyList<string> ServiceEndpoints { get; init; } = [];

    /// <summary>Security groups count for private endpoints in it; null = not told.</summary>
    public bool? GroupsForEndpoints { get; init; }

    /// <summary>Routes count for private endpoints in it; null = not told.</summary>
    public bool? RoutesForEndpoints { get; init; }

    /// <summary>False: it is private, and nothing leaves it for the internet by default; null = not told.</summary>
    public bool? DefaultOutbound { get; init; }

    public string NatGatewayKey { get; init; } = "";

    public string Name => Model.ResourceIds.Name(Id);

    public bool IsGateway => Name.Equals("GatewaySubnet", StringComparison.OrdinalIgnoreCase);
}

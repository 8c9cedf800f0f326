namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>A small network with everything the walk of a packet meets.</summary>
internal sealed record Net
{
    public IReadOnlyList<Vnet> Vnets { get; init; } = [];

    public IReadOnlyList<Sub> Subs { get; init; } = [];

    public IReadOnlyList<Peer> Peers { get; init; } = [];

    public IReadOnlyList<Nsg> Nsgs { get; init; } = [];

    public IReadOnlyList<Table> Tables { get; init; } = [];

    public IReadOnlyList<Fire> Fires { get; init; } = [];

    public IReadOnlyList<Policy> Policies { get; init; } = [];

    /// <summary>Networks that have a gateway.</summary>
    public IReadOnlyList<string> Gateways { get; init; } = [];

    public IReadOnlyList<Card> Cards { get; init; } = [];

    public IReadOnlyList<Link> Links { get; init; } = [];

    public IReadOnlyList<Store> Stores { get; init; } = [];

    public IReadOnlyList<Database> Databases { get; init; } = [];

    public IReadOnlyList<Containers> Containers { get; init; } = [];

    public IReadOnlyList<Association> Associations { get; init; } = [];

    /// <summary>The lists of networks, gateways and endpoints are complete.</summary>
    public bool Whole { get; init; } = true;
}

internal sealed record Vnet(string Name, string Prefix);

internal sealed record Sub(string Vnet, string Name, string Prefix)
{
    public string? Nsg { get; init; }

    public string? Table { get; init; }

    public bool StorageEndpoint { get; init; }

    public string? Policies { get; init; }

    public bool? DefaultOutbound { get; init; }

    /// <summary>Public address of its NAT gateway.</summary>
    public string? Nat { get; init; }
}

internal sealed record Peer(string From, string To, bool Connected, bool Access, bool Forwarded, bool UsesRemote, bool Lends);

internal sealed record Nsg(string Name, IReadOnlyList<Rule> Rules, bool Read);

internal sealed record Rule(int Priority, bool In, bool Allow, string Protocol, string Source, string Destination, string Ports)
{
    public string? SourceGroup { get; init; }

    public string? DestinationGroup { get; init; }
}

internal sealed record Table(string Name, IReadOnlyList<Route> Routes, bool NoGateway, bool Read);

internal sealed record Route(string Prefix, string Hop, string? Address);

internal sealed record Fire(string Name, string Vnet, string Address, string PublicAddress, string? Policy, IReadOnlyList<Nat> Nats);

internal sealed record Policy(string Name, string? Parent, IReadOnlyList<Collection> Collections, bool Read);

/// <summary>One rule collection, in a group of its own.</summary>
internal sealed record Collection(int Priority, bool Allow, bool Application, string Source, string Destination, int Port);

internal sealed record Nat(string Source, int Port, string To);

/// <summary>A machine with one interface.</summary>
internal sealed record Card(string Name, string Sub, string Address, string? Nsg, string? Group, string? PublicSku, bool Forwards, bool IsCode);

/// <summary>A private endpoint.</summary>
internal sealed record Link(string Name, string Sub, string Address, string Target, string State);

internal sealed record Store(string Name, string? Public, string Action, IReadOnlyList<string> Ips, IReadOnlyList<string> Subs);

internal sealed record Database(string Name, string? Public, string? Delegated, IReadOnlyList<(string From, string To)> Rules);

/// <summary>Code in a subnet, with a private address and a port.</summary>
internal sealed record Containers(string Name, string Sub, string Address, int Port);

internal sealed record Association(string Store, string Mode, IReadOnlyList<string> Ranges);

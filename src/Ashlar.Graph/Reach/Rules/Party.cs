using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>One end of a connection, as rules tell ends apart.</summary>
/// <param name="Addresses">What it may be; for the kinds without addresses of their own one mark that is never compared.</param>
internal sealed record Party(PartyKind Kind, AddressSet Addresses)
{
    private static readonly AddressSet Mark = AddressSet.Of(new AddressRange(UInt128.MaxValue - 1, UInt128.MaxValue - 1));

    public static Party Internet { get; } = new(PartyKind.Internet, AddressSet.Public);

    public static Party Azure { get; } = new(PartyKind.Azure, Mark);

    public static Party Premises { get; } = new(PartyKind.Premises, Mark);

    /// <summary>Application security groups it is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Application security groups that some of it is in.</summary>
    public IReadOnlyList<string> SomeGroups { get; init; } = [];

    /// <summary>For a service at its public addresses: its service tag, such as <c>Storage</c>.</summary>
    public string Service { get; init; } = "";

    public string Region { get; init; } = "";

    public static Party At(AddressSet addresses) => new(PartyKind.Addresses, addresses);

    public static Party Of(string service, string region) => new(PartyKind.Service, Mark) { Service = service, Region = region };
}

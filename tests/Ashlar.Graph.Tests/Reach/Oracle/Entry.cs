namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>A door as the oracle is asked of it.</summary>
/// <param name="Places">Where it stands in networks: approved private endpoints, interfaces.</param>
/// <param name="Subs">Subnets that its firewall lets in through service endpoints.</param>
/// <param name="Linkable">A private endpoint that was not read may lead to it.</param>
internal sealed record Entry(int Port, IReadOnlyList<Target> Places, string Leg, IReadOnlyList<string> Subs, bool Linkable, PublicSide Public)
{
    /// <summary>Public addresses and load balancers that were not read may lead to it.</summary>
    public bool IsMachine { get; init; }

    public string Service { get; init; } = "";

    public string? Host { get; init; }
}

/// <summary>What comes from public addresses: certain and possible level, the addresses, whether Azure's are among them.</summary>
internal sealed record PublicSide(int Certain, int Possible, IReadOnlyList<(long From, long To)> Ranges, bool Azure)
{
    public static PublicSide None { get; } = new(0, 0, [], false);

    public static PublicSide All { get; } = new(Levels.Internet, Levels.Internet, [(0, (1L << 32) - 1)], true);

    public static PublicSide Unknown { get; } = None with { Possible = Levels.Internet };
}

internal static class Levels
{
    public const int Network = 1;
    public const int Corporate = 2;
    public const int Azure = 3;
    public const int Internet = 4;

    public static readonly string[] Names = ["nowhere", "network", "corporate", "azure", "internet"];

    /// <summary>Level of a list of public addresses: more than a /8 is the internet.</summary>
    public static int Of(IEnumerable<(long From, long To)> ranges, bool azure)
    {
        var count = ranges.Sum(r => r.To - r.From + 1);
        return count > 1L << 24 ? Internet : azure ? Azure : count > 0 ? Corporate : 0;
    }
}

internal sealed record Answer(string Inbound, string AtLeast, string Networks);

/// <summary>A subnet with code in it.</summary>
/// <param name="Cards">Interfaces it sends from; none: from any address.</param>
internal sealed record Sender(string Key, Sub Sub, IReadOnlyList<Card> Cards, bool HasPublicAddress);

namespace Ashlar.Graph.Paths.Reading;

/// <summary>A row of Exposure.</summary>
/// <param name="ResourceId">As written there.</param>
/// <param name="Inbound">internet, azure, corporate, network, nowhere or unknown.</param>
/// <param name="AtLeast">Where Inbound is unknown, what is certain.</param>
internal sealed record Door(string ResourceId, string Name, string Inbound, string AtLeast, bool Complete, string Missing)
{
    private static readonly string[] FromTheWidest = ["internet", "azure", "corporate", "network", "nowhere"];

    /// <summary>The widest that is certain.</summary>
    public string Certain { get; } = Inbound == "unknown" ? AtLeast : Inbound;

    /// <summary>0 = the widest; what is not certain comes before nowhere.</summary>
    public int Width { get; } = Array.IndexOf(FromTheWidest, Inbound == "unknown" ? AtLeast : Inbound) is >= 0 and < 4 and var at ? at * 2 : Inbound == "unknown" ? 7 : 8;
}

using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Judging;

/// <param name="Ranges">Public addresses that come in for certain.</param>
/// <param name="Azure">Addresses of Azure come in for certain.</param>
internal sealed record PublicReach(Width Width, AddressSet Ranges, bool Azure)
{
    public static PublicReach None { get; } = new(Width.Of(Level.Nowhere), AddressSet.Empty, false);

    public PublicReach Or(PublicReach other) => new(Width.Or(other.Width), Ranges.Or(other.Ranges), Azure || other.Azure);
}

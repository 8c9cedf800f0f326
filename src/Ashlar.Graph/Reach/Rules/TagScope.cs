using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>What the tag VirtualNetwork means in one subnet.</summary>
/// <param name="Certain">Its network and the peered ones that have access.</param>
/// <param name="Perhaps">Prefixes of its routes too: the documentation says they are in, and that default routes may be.</param>
internal sealed record TagScope(AddressSet Certain, AddressSet Perhaps)
{
    /// <summary>It may hold every address there is: a default route is among the routes.</summary>
    public bool MayBeAll { get; } = Certain.Or(Perhaps).Holds(AddressRange.Four);
}

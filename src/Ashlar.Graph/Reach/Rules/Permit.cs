using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>Which sources come through.</summary>
/// <param name="Open">For certain.</param>
/// <param name="Possible">These and those of which it is not known.</param>
internal readonly record struct Permit(AddressSet Open, AddressSet Possible)
{
    public static Permit None { get; } = new(AddressSet.Empty, AddressSet.Empty);

    public bool IsNone => Possible.IsEmpty;

    public static Permit Of(Party party) => new(party.Addresses, party.Addresses);

    public static Permit Unknown(Party party) => new(AddressSet.Empty, party.Addresses);

    public Permit And(Permit other) => new(Open.And(other.Open), Possible.And(other.Possible));

    public Permit Or(Permit other) => new(Open.Or(other.Open), Possible.Or(other.Possible));

    /// <summary>The same sources, none for certain.</summary>
    public Permit Doubted => new(AddressSet.Empty, Possible);
}

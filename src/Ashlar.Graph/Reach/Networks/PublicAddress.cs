using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <param name="Standard">Closed until a security group opens it; null = not told.</param>
internal sealed record PublicAddress(string Id, AddressSet Address, bool? Standard);

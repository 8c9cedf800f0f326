using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <param name="Routes">Longest prefix first.</param>
/// <param name="NoGatewayRoutes">Routes that gateways learn are kept out; null = not told.</param>
/// <param name="Whole">False: its routes were not told, or one of them could not be read.</param>
internal sealed record RouteTable(string Id, IReadOnlyList<Route> Routes, bool? NoGatewayRoutes, bool Whole)
{
    /// <summary>The route with the longest prefix that holds an address; not agreed when another of that length says otherwise.</summary>
    public (Route? Route, bool Agreed) For(AddressRange address)
    {
        Route? found = null;
        foreach (var route in Routes)
        {
            if (!route.Prefix.Holds(address))
                continue;
            if (found is null)
                found = route;
            else if (route.Length < found.Length)
                break;
            else if (route.Hop != found.Hop || route.Appliance != found.Appliance)
                return (found, false);
        }

        return (found, true);
    }
}

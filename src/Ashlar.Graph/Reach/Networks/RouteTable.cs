using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Networks;

/// <param name="Routes">Longest prefix first.</param>
/// <param name="NoGatewayRoutes">Routes that gateways learn are kept out; null = not told.</param>
/// <param name="Whole">False: its routes were not told, or one of them could not be read.</param>
internal sealed record RouteTable(string Id, IReadOnlyList<Route> Routes, bool? NoGatewayRoutes, bool Whole)
{
    /// <summary>The routes with the longest prefix that holds an address: more than one when they contradict.</summary>
    public IEnumerable<Route> For(AddressRange address)
    {
        var length = -1;
        foreach (var route in Routes)
        {
            if (!route.Prefix.Holds(address))
                continue;
            if (length >= 0 && route.Length != length)
                yield break;
            length = route.Length;
            yield return route;
        }
    }
}

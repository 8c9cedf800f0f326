namespace Ashlar.Graph.Reach.Walking;

/// <summary>Where the first hop leads.</summary>
internal enum RouteKind
{
    Dropped,
    Delivered,
    Appliance,
    Unknown,
}

namespace Ashlar.Graph.Reach.Networks;

internal enum NextHop
{
    Local,
    Internet,
    Appliance,
    Gateway,
    None,

    /// <summary>Not told, or a kind that is not known.</summary>
    Unreadable,
}

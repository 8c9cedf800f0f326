namespace Ashlar.Graph.Reach.Doors;

/// <summary>What a resource's own firewall lets in from public addresses.</summary>
internal enum PublicAccess
{
    Closed,
    Selected,
    Open,
    Unknown,
}

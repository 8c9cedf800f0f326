namespace Ashlar.Reports;

/// <summary>A door of a resource and from where it can be reached; a row of Exposure.</summary>
/// <param name="Name">Such as <c>account</c>, <c>blob</c>, <c>ssh</c>.</param>
/// <param name="Inbound">internet, azure, corporate, network, nowhere or unknown.</param>
/// <param name="AtLeast">The widest that is certain.</param>
/// <param name="Outbound">Empty = it runs no code and calls nothing.</param>
public sealed record Door(
    string ResourceId,
    string Type,
    string Name,
    string Inbound,
    string AtLeast,
    string Outbound,
    IReadOnlyList<DoorLeg> Legs,
    IReadOnlyList<string> Missing);

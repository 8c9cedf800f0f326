namespace Ashlar.Reports;

/// <summary>A setting that decides about a door.</summary>
/// <param name="Says">opens, closes, limits or unknown.</param>
/// <param name="Change">What would turn it; empty when nothing simple does.</param>
public sealed record DoorLeg(string Leg, string Says, string Id, string Path, string Value, string Change);

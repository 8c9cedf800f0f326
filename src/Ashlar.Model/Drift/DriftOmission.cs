namespace Ashlar.Model;

/// <summary>An area that was not compared, and why.</summary>
public sealed record DriftOmission(DriftArea Area, string Why);

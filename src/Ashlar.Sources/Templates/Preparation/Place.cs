namespace Ashlar.Sources.Templates.Preparation;

/// <summary>Where something is declared.</summary>
/// <param name="File">Relative to what the user named.</param>
/// <param name="Line">From 1; 0 when it is not known.</param>
/// <param name="Address">Symbolic name.</param>
internal sealed record Place(string File, int Line, int Column, string? Address);

namespace Ashlar.Model;

/// <summary>Where a resource that does not exist yet is declared.</summary>
/// <param name="ResourceId">Id of the resource, as in its row.</param>
/// <param name="File">File as the user would write it: relative to the folder that was given, forward slashes.</param>
/// <param name="Line">First line of the declaration, from 1; 0 when the file has none to show (a plan).</param>
/// <param name="Column">From 1; 0 with <paramref name="Line"/> 0.</param>
/// <param name="Address">Name inside the file: symbolic name in Bicep, resource address in Terraform; null when there is none.</param>
public sealed record Origin(string ResourceId, string File, int Line, int Column, string? Address = null);

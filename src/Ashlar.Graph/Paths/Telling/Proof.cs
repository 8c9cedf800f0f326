namespace Ashlar.Graph.Paths.Telling;

/// <summary>A cell that can be looked up: without it the step does not stand.</summary>
/// <param name="Id">Id of the row in the table.</param>
/// <param name="Path">Column, or path in the row.</param>
internal sealed record Proof(string Table, string Id, string Path, string Value);

namespace Ashlar.Kql;

/// <summary>A problem in a query, found before anything runs.</summary>
/// <param name="Code">Stable, such as <c>KQL1004</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units; 0 at the end of the text.</param>
/// <param name="Hint">What to write instead; null when there is nothing to say.</param>
public sealed record KqlDiagnostic(string Code, string Message, int Line, int Column, int Length, string? Hint);

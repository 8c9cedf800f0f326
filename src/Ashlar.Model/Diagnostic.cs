namespace Ashlar.Model;

/// <summary>Bad input, told as data: one message that names the place, the cause and what to do.</summary>
/// <param name="Code">Stable, such as <c>ASH1003</c>.</param>
/// <param name="File">Path as the user gave it, or relative to the content folder; null when there is none.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
public sealed record Diagnostic(string Code, DiagnosticLevel Level, string Message, string? File = null, int Line = 0, int Column = 0);

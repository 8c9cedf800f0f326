namespace Ashlar.Cli;

/// <summary>Where a verb writes: results to <paramref name="Out"/>, progress and problems to <paramref name="Error"/>.</summary>
/// <param name="Interactive">Out is a terminal: colour may be used (NO_COLOR wins).</param>
/// <param name="ErrorInteractive">Error is a terminal: progress may be drawn on it.</param>
internal sealed record CliOutput(TextWriter Out, TextWriter Error, bool Interactive, bool ErrorInteractive = false);

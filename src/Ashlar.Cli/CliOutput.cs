namespace Ashlar.Cli;

/// <summary>Where a verb writes: results to <paramref name="Out"/>, progress and problems to <paramref name="Error"/>.</summary>
/// <param name="Interactive">Out is a terminal: colour may be used (NO_COLOR wins).</param>
/// <param name="ErrorInteractive">Error is a terminal: progress may be drawn on it.</param>
internal sealed record CliOutput(TextWriter Out, TextWriter Error, bool Interactive, bool ErrorInteractive = false)
{
    /// <summary>Standard input when it is no terminal; null: a person sits there, or nothing is to be read.</summary>
    public TextReader? Input { get; init; }

    /// <summary>What day it is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A person can be asked: keys come from a terminal and text goes to one.</summary>
    public bool Conversational { get; init; }
}

namespace Ashlar.Sources.Templates.Inputs;

internal enum BicepTokenKind
{
    Word,

    /// <summary>A string without anything computed in it.</summary>
    Text,

    /// <summary>A string with something computed in it; its value is the source text.</summary>
    Computed,
    Open,
    Close,
    NewLine,
    Other,
}

/// <param name="Value">Word, or content of the text; else empty.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct BicepToken(BicepTokenKind Kind, string Value, int Line, int Column);

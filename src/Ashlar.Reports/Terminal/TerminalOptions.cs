namespace Ashlar.Reports;

/// <param name="Width">Columns; lines are cut to it.</param>
/// <param name="Color">Write ANSI colour; it never carries meaning alone.</param>
public sealed record TerminalOptions(int Width, bool Color)
{
    /// <summary>A pipe or a file: no colour, wide enough that little is cut.</summary>
    public static TerminalOptions Piped { get; } = new(160, false);

    /// <summary>Colour on a terminal unless NO_COLOR is set (no-color.org: to anything but nothing) or TERM is <c>dumb</c>.</summary>
    public static TerminalOptions For(bool isTerminal, int width, string? noColor, string? term) =>
        isTerminal
            ? new TerminalOptions(Math.Clamp(width, 60, 200), string.IsNullOrEmpty(noColor) && term is not "dumb")
            : Piped;
}

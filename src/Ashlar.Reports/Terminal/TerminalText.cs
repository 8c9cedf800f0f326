using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Lines for a terminal: cleaned, cut to the width, coloured when asked.</summary>
internal sealed class TerminalText(TextWriter writer, TerminalOptions options)
{
    public int Width => options.Width;

    public void Line() => writer.Write('\n');

    /// <summary>Cells of one row; the last is cut to what is left of the width.</summary>
    public void Row(params ReadOnlySpan<Cell> cells)
    {
        var used = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            var last = i == cells.Length - 1;
            var room = last ? Width - used : Math.Min(cells[i].Width, Width - used);
            if (room <= 0)
                break;
            var shown = TextWidth.Cut(SafeText.OneLine(cells[i].Text), last || cells[i].Right ? room : Math.Max(1, room - 2));
            var padded = cells[i].Right ? TextWidth.PadLeft(shown, room) : last ? shown : TextWidth.Pad(shown, room);
            used += room;
            writer.Write(Paint(padded, cells[i].Style));
        }

        writer.Write('\n');
    }

    public static string Style(Severity severity) => severity switch
    {
        Severity.Critical => "1;31",
        Severity.High => "31",
        Severity.Medium => "33",
        Severity.Low => "36",
        _ => "2",
    };

    private string Paint(string text, string? style) => options.Color && style is not null && text.Length > 0 ? $"\u001b[{style}m{text}\u001b[0m" : text;

    /// <param name="Style">SGR parameters; null = plain.</param>
    public readonly record struct Cell(string Text, int Width = 0, string? Style = null, bool Right = false);
}

namespace Ashlar.Cli.Terminal;

/// <summary>What goes on, on standard error: one line that is rewritten on a terminal, nothing in a pipe.</summary>
internal sealed class Progress(CliOutput output)
{
    private int _shown;

    public void Say(string text, long done = 0, long of = 0)
    {
        if (!output.ErrorInteractive)
        {
            return;
        }

        var line = of > 0 ? $"{text} {done}/{of} {Bar(done, of)}" : done > 0 ? $"{text} {done:N0}" : text + " ...";
        output.Error.Write('\r' + line.PadRight(_shown));
        _shown = line.Length;
    }

    public void Done()
    {
        if (_shown > 0)
        {
            output.Error.Write('\r' + new string(' ', _shown) + '\r');
            _shown = 0;
        }
    }

    private static string Bar(long done, long of)
    {
        var full = (int)(20 * done / of);
        return "[" + new string('#', full) + new string('.', 20 - full) + "]";
    }
}

namespace Ashlar.Cli.Query.Prompt;

internal enum LineEnd
{
    Entered,

    /// <summary>Ctrl-C.</summary>
    Abandoned,

    /// <summary>Ctrl-D on an empty line, or no terminal any more.</summary>
    Closed,
}

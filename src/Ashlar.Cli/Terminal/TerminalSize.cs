using Ashlar.Reports;

namespace Ashlar.Cli.Terminal;

internal static class TerminalSize
{
    public static TerminalOptions Of(CliOutput output) => TerminalOptions.For(
        output.Interactive,
        output.Interactive ? Width() : 0,
        Environment.GetEnvironmentVariable("NO_COLOR"),
        Environment.GetEnvironmentVariable("TERM"));

    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 100;
        }
        catch (IOException)
        {
            return 100;
        }
    }
}

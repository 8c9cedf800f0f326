using System.Threading.Channels;

namespace Ashlar.Cli.Query.Prompt;

/// <summary>Keys in, text out: a terminal, or what stands for one in a test.</summary>
/// <param name="Keys">Unechoed, Ctrl-C among them; when it is complete nobody types any more.</param>
/// <param name="Width">Columns of the screen, asked anew for each line.</param>
internal sealed record PromptTerminal(ChannelReader<ConsoleKeyInfo> Keys, TextWriter Screen, Func<int> Width)
{
    /// <summary>The process's own terminal. Its keys are read from now on, so that Ctrl-C reaches a running query too.</summary>
    public static PromptTerminal OfConsole()
    {
        var keys = Channel.CreateUnbounded<ConsoleKeyInfo>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        Console.TreatControlCAsInput = true;
        new Thread(() => Pump(keys.Writer)) { IsBackground = true, Name = "keys" }.Start();
        return new PromptTerminal(keys.Reader, Console.Out, Columns);
    }

    private static void Pump(ChannelWriter<ConsoleKeyInfo> keys)
    {
        try
        {
            while (keys.TryWrite(Console.ReadKey(intercept: true)))
            {
            }
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException)
        {
            keys.TryComplete();
        }
    }

    private static int Columns()
    {
        try
        {
            return Console.WindowWidth is > 20 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}

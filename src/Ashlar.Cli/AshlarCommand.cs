using System.CommandLine;
using Ashlar.Cli.Access;
using Ashlar.Cli.Diff;
using Ashlar.Cli.ExportKit;
using Ashlar.Cli.Paths;
using Ashlar.Cli.Query;
using Ashlar.Cli.Rules;
using Ashlar.Cli.Scan;

namespace Ashlar.Cli;

/// <summary>The root command: every verb, one way to fail.</summary>
internal static class AshlarCommand
{
    public static RootCommand Create(CliOutput output)
    {
        var root = new RootCommand("Ashlar says which AI workloads an Azure tenant has, what is at risk and how to fix it. Start with: ashlar demo")
        {
            DemoCommand.Create(output),
            ScanCommand.Create(output),
            ExportKitCommand.Create(output),
            InitCommand.Create(output),
            RulesCommand.Create(output),
            QueryCommand.Create(output),
            AccessCommand.Create(output),
            PathsCommand.Create(output),
            DiffCommand.Create(output),
        };
        return root;
    }

    /// <summary>Runs one command line. Usage errors give 2, an unforeseen exception 4; neither shows a stack trace.</summary>
    public static async Task<int> RunAsync(string[] args, CliOutput output)
    {
        try
        {
            var parsed = Create(output).Parse(args);
            if (parsed.Errors.Count > 0)
            {
                foreach (var error in parsed.Errors)
                {
                    await output.Error.WriteLineAsync("ashlar: " + error.Message);
                }

                await output.Error.WriteLineAsync("Try: " + PathOf(parsed.CommandResult.Command) + " --help");
                return ExitCodes.Unusable;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output.Out, Error = output.Error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await output.Error.WriteLineAsync("ashlar: cancelled; nothing was written.");
            return ExitCodes.Unusable;
        }
        catch (Exception bug)
        {
            await output.Error.WriteLineAsync($"ashlar: this is a bug in Ashlar ({bug.GetType().Name}: {FirstLine(bug.Message)}). Please report it with the command line; nothing was written. ASHLAR_TRACE=1 shows where.");
            if (Environment.GetEnvironmentVariable("ASHLAR_TRACE") == "1")
            {
                await output.Error.WriteLineAsync(bug.ToString());
            }

            return ExitCodes.Bug;
        }
    }

    private static string PathOf(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? "ashlar" : PathOf(parent) + " " + command.Name;
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r');
}

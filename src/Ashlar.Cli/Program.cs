using Ashlar.Cli;

var output = new CliOutput(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected)
{
    Input = Console.IsInputRedirected ? Console.In : null,
    Conversational = !Console.IsInputRedirected && !Console.IsOutputRedirected,
};
return await AshlarCommand.RunAsync(args, output);

using Ashlar.Cli;

return await AshlarCommand.RunAsync(args, new CliOutput(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected));

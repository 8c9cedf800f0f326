using System.CommandLine;
using System.Text;
using Ashlar.Content;
using Ashlar.Rules;
using Ashlar.Store;

namespace Ashlar.Cli.Rules;

/// <summary><c>ashlar init</c>: a commented ashlar.yaml from what a snapshot holds.</summary>
internal static class InitCommand
{
    public static Command Create(CliOutput output)
    {
        var snapshot = new Option<string>("--snapshot") { Description = "A snapshot that 'ashlar scan' wrote.", HelpName = "FILE", Required = true };
        var target = new Option<string>("--out") { Description = "File to write; - is standard output.", HelpName = "FILE", DefaultValueFactory = _ => SettingsFile.Name };
        var force = new Option<bool>("--force") { Description = "Replace the file when it exists." };
        var command = new Command("init", "Writes ashlar.yaml, where you decide what Ashlar cannot: approved regions and models, production scopes, log workspaces. Proposes what the snapshot holds, as comments. Example: ashlar init --snapshot report/tenant.ashlar")
        {
            snapshot,
            target,
            force,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(output, parsed.GetRequiredValue(snapshot), parsed.GetRequiredValue(target), parsed.GetValue(force), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliOutput output, string path, string target, bool force, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            using var snapshot = Snapshot.Open(path, [], cancellationToken);
            text = SettingsProposal.Write(snapshot, cancellationToken);
        }
        catch (SnapshotException e)
        {
            await output.Error.WriteLineAsync("ashlar: " + e.Message);
            return ExitCodes.Unusable;
        }

        if (target == "-")
        {
            await output.Out.WriteAsync(text);
            return ExitCodes.Clean;
        }

        try
        {
            // It names subscriptions and workspaces: for its owner's eyes.
            var options = new FileStreamOptions { Mode = force ? FileMode.Create : FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var file = new FileStream(target, options);
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        }
        catch (IOException) when (!force && File.Exists(target))
        {
            await output.Error.WriteLineAsync($"ashlar: {target} exists. It was left as it is; --force replaces it, --out names another file.");
            return ExitCodes.Unusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.Error.WriteLineAsync($"ashlar: {target} cannot be written. Choose another place with --out.");
            return ExitCodes.Unusable;
        }

        await output.Error.WriteLineAsync($"Wrote {target}. Open it and remove the '# ' before what you decide.");
        return ExitCodes.Clean;
    }
}

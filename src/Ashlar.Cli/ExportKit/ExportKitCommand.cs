using System.CommandLine;

namespace Ashlar.Cli.ExportKit;

/// <summary><c>ashlar export-kit</c>: writes the two scripts that collect a tenant for someone who may not, or will not yet, sign Ashlar in.</summary>
internal static class ExportKitCommand
{
    /// <summary>Script, by the name it is written under.</summary>
    public static IReadOnlyList<string> Scripts { get; } = ["collect.sh", "Collect.ps1"];

    public static Command Create(CliOutput output)
    {
        var folder = new Option<string>("--out") { Description = "Folder to write the scripts to", DefaultValueFactory = _ => "." };
        var command = new Command(
            "export-kit",
            "Writes collect.sh (bash with az) and Collect.ps1 (PowerShell with Az), which read a tenant into files for scan. Example: ashlar export-kit --out kit") { folder };
        command.SetAction((parsed, ct) => WriteAsync(parsed.GetValue(folder)!, output, ct));
        return command;
    }

    private static async Task<int> WriteAsync(string folder, CliOutput output, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var script in Scripts)
            {
                var path = Path.Combine(folder, script);
                await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
                await using (var content = typeof(ExportKitCommand).Assembly.GetManifestResourceStream("ExportKit/" + script)!)
                {
                    await content.CopyToAsync(file, ct);
                }

                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                }

                await output.Out.WriteLineAsync(path);
            }

            return ExitCodes.Clean;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await output.Error.WriteLineAsync($"ashlar export-kit: cannot write to {folder}: {refused.Message} Give an empty folder with --out.");
            return ExitCodes.Unusable;
        }
    }
}

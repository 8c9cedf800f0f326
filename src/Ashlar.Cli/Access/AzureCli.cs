using System.ComponentModel;
using System.Diagnostics;

namespace Ashlar.Cli.Access;

/// <summary>Runs the user's own Azure CLI, with its own sign-in; no token passes through here.</summary>
internal static class AzureCli
{
    /// <summary>Standard output; or null and why.</summary>
    public static async Task<(string? Output, string Problem)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "az.cmd" : "az") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? (text, "") : (null, (await error).Trim().Split('\n')[0]);
        }
        catch (Win32Exception)
        {
            return (null, "the Azure CLI (az) was not found. Install it and sign in with 'az login'");
        }
    }
}

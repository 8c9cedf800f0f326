using System.Diagnostics;

namespace Ashlar.EndToEnd.Ci;

/// <summary>Runs a script of integrations/ as a runner would, with nothing of this process's environment but PATH.</summary>
internal static class Script
{
    public static string Of(params string[] path) => Path.Combine([Repository.Root, "integrations", .. path]);

    /// <summary>A program that is Ashlar as it was built for this test.</summary>
    public static string Ashlar(Shell shell)
    {
        var path = shell.Write("bin/ashlar", $"#!/bin/sh\nASHLAR_ROOT='{Repository.Root}' exec dotnet '{Path.Combine(AppContext.BaseDirectory, "ashlar.dll")}' \"$@\"\n");
        Executable(path);
        return path;
    }

    public static void Executable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public static async Task<ShellResult> RunAsync(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["DOTNET_CLI_HOME"] = folder;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ShellResult(process.ExitCode, await output, await error);
    }
}

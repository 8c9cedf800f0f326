using System.Diagnostics;

namespace Ashlar.Sources.Templates.Cli.Package;

/// <summary>Brings the pinned package into the user's NuGet folder with <c>dotnet restore</c>: for an installed program, which no build has done it for.</summary>
internal static class BicepDownload
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>False when it could not be had; what is there afterwards is checked by whoever opens it.</returns>
    public static bool Run(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ashlar-bicep-").FullName;
        try
        {
            var project = Path.Combine(folder, "bicep-cli.csproj");
            File.WriteAllText(project, BicepPackage.ProjectText());
            var start = new ProcessStartInfo("dotnet", ["restore", project, "-nodeReuse:false", "-v", "quiet"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            };
            using var restore = Process.Start(start)!;
            restore.StandardInput.Close();
            restore.OutputDataReceived += (_, _) => { };
            restore.ErrorDataReceived += (_, _) => { };
            restore.BeginOutputReadLine();
            restore.BeginErrorReadLine();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            try
            {
                restore.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                restore.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                return false;
            }

            return restore.ExitCode == 0;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using Ashlar.Model;

namespace Ashlar.Cli.Scan;

/// <summary>The folder of the results, for its owner's eyes when Ashlar makes it.</summary>
internal static class OutFolder
{
    public static bool TryCreate(string path, List<Diagnostic> problems)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(new Diagnostic("ASH5001", DiagnosticLevel.Error, "The folder cannot be made. Choose another one with --out.", path));
            return false;
        }
    }
}

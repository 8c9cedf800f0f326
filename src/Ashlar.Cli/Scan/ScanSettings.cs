using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Cli.Scan;

/// <summary>Finds and reads ashlar.yaml.</summary>
internal static class ScanSettings
{
    /// <returns>Readable is false when the user named a file that cannot be read: running on without it would answer another question.</returns>
    public static async Task<(Settings Settings, IReadOnlyList<Diagnostic> Problems, bool Readable)> ReadAsync(string? file, CancellationToken cancellationToken)
    {
        var path = file ?? SettingsFile.Name;
        if (file is null && !File.Exists(path))
        {
            return (Settings.None, [], true);
        }

        try
        {
            var (settings, problems) = SettingsFile.Read(path, await File.ReadAllTextAsync(path, cancellationToken));
            return (settings, problems, true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (Settings.None, [new Diagnostic("ASH5002", DiagnosticLevel.Error, "The settings cannot be read. Check the path and the permissions, or write a file with 'ashlar init'.", path)], false);
        }
    }
}

using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Cli.Scan;

/// <summary>Finds and reads ashlar-suppressions.yaml.</summary>
internal static class ScanSuppressions
{
    /// <returns>File is null when there is none. Readable is false after any problem: a part of the file would suppress something else than was agreed.</returns>
    public static async Task<(string? File, IReadOnlyList<SuppressionEntry> Entries, IReadOnlyList<Diagnostic> Problems, bool Readable)> ReadAsync(
        string? file,
        ContentLibrary library,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var path = file ?? SuppressionFile.Name;
        if (file is null && !File.Exists(path))
        {
            return (null, [], [], true);
        }

        try
        {
            var controls = library.Controls.Select(c => c.Control.Id).ToHashSet(StringComparer.Ordinal);
            var (entries, problems) = SuppressionFile.Read(path, await File.ReadAllTextAsync(path, cancellationToken), controls, Today(clock));
            return (path, entries, problems, problems.Count == 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (path, [], [new Diagnostic("ASH5006", DiagnosticLevel.Error, "The suppressions cannot be read. Check the path and the permissions.", path)], false);
        }
    }

    /// <summary>By the clock: no time of collection, old or made up, revives what has expired. docs/decisions/0007.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}

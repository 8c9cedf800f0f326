using Ashlar.Model;

namespace Ashlar.Cli.Scan;

/// <summary>The files of one run each have a path of their own: else one result would take the place of another, or of the snapshot.</summary>
internal static class OutPaths
{
    private static readonly string[] Always = ["findings.json", "findings.sarif", "ashlar-report.html", "tenant.ashlar", "tenant.ashlar.cache"];

    /// <summary>Adds what is wrong; nothing is written then.</summary>
    public static bool AreUsable(ScanOptions options, List<Diagnostic> problems)
    {
        var before = problems.Count;
        var taken = new HashSet<string>(Always.Select(name => Path.GetFullPath(Path.Combine(options.Out, name))), StringComparer.OrdinalIgnoreCase);
        foreach (var (option, path) in new[] { ("--markdown", options.Markdown), ("--junit", options.JUnit) })
        {
            if (path is null)
            {
                continue;
            }

            if (path.Length == 0 || Directory.Exists(path))
            {
                problems.Add(new Diagnostic("ASH5008", DiagnosticLevel.Error, $"{option} names a folder. Name a file.", path));
            }
            else if (!taken.Add(Path.GetFullPath(path)))
            {
                problems.Add(new Diagnostic("ASH5008", DiagnosticLevel.Error, $"{option} names a file that this run writes already. Choose another.", path));
            }
        }

        return problems.Count == before;
    }
}

using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>The files of one content directory, read once; everything after works on text.</summary>
public sealed record ContentText(IReadOnlyList<ContentFile> Files, IReadOnlyList<Diagnostic> Diagnostics)
{
    private static readonly string[] Kinds = ["controls", "edges", "frameworks", "terraform"];

    /// <summary>Reads the parts of a content directory that hold rules. A directory that is not there is a diagnostic.</summary>
    public static ContentText OfDirectory(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(directory)));
        if (!Directory.Exists(directory))
        {
            var missing = new Diagnostic(LintCodes.Unreadable, DiagnosticLevel.Error, "This content directory does not exist. Name a folder that holds controls/.", directory);
            return new ContentText([], [missing]);
        }

        var files = new List<ContentFile>();
        var problems = new List<Diagnostic>();
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint, MaxRecursionDepth = 6 };
        var paths = Kinds.Select(kind => System.IO.Path.Combine(directory, kind))
            .Where(Directory.Exists)
            .SelectMany(kind => Directory.EnumerateFiles(kind, "*", options))
            .Append(System.IO.Path.Combine(directory, "severity.yaml"))
            .Where(File.Exists)
            .Select(path => (Path: path, Below: System.IO.Path.GetRelativePath(directory, path).Replace('\\', '/')))
            .OrderBy(file => file.Below, StringComparer.Ordinal);
        foreach (var (path, below) in paths)
        {
            var shown = name + "/" + below;
            try
            {
                files.Add(new ContentFile(below, shown, File.ReadAllText(path)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new Diagnostic(LintCodes.Unreadable, DiagnosticLevel.Error, "This file cannot be read. Check that it exists and may be read.", shown));
            }
        }

        return new ContentText(files, problems);
    }

    /// <summary>Content that stands in memory.</summary>
    public static ContentText Of(params IReadOnlyList<(string Path, string Text)> files) =>
        new([.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new ContentFile(file.Path, file.Path, file.Text))], []);
}

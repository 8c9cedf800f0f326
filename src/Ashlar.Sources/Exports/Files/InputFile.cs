namespace Ashlar.Sources.Exports.Files;

/// <param name="Path">To open it.</param>
/// <param name="Shown">As the user named the root, with the path below it; separators are <c>/</c>.</param>
/// <param name="Relative">Below the root; the file name when the root is the file.</param>
/// <param name="IsNamed">The user named the file itself, not a folder above it.</param>
internal sealed record InputFile(string Path, string Shown, string Relative, bool IsNamed = false)
{
    /// <summary>Full path of the folder that <paramref name="Relative"/> starts from.</summary>
    public string Root
    {
        get
        {
            var folder = System.IO.Path.GetFullPath(Path);
            for (var i = Relative.Count(c => c == '/'); i >= 0; i--)
            {
                folder = System.IO.Path.GetDirectoryName(folder)!;
            }

            return folder;
        }
    }
}

namespace Ashlar.Sources.Exports.Files;

/// <summary>All files below the named paths, in ordinal order, each once; folders that come round again are said.</summary>
internal static class FileWalk
{
    private const int MaxDepth = 64;

    public static IReadOnlyList<InputFile> Of(IReadOnlyList<string> paths, SourceLog log)
    {
        var files = new List<InputFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                Add(files, seen, new InputFile(path, Slashes(path), Path.GetFileName(path), IsNamed: true));
            }
            else if (Directory.Exists(path))
            {
                Walk(new DirectoryInfo(path), Slashes(path).TrimEnd('/'), "", [], files, seen, log);
            }
            else
            {
                log.Warn(SourceCodes.CannotRead, "There is no such file or folder. Check the path.", path);
            }
        }

        return Apart(files);
    }

    /// <summary>Files that are called the same below different roots are told by the folders above them: ids are made of these names.</summary>
    private static List<InputFile> Apart(List<InputFile> files)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var same in files.Index().GroupBy(f => f.Item.Relative, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).ToArray())
            {
                foreach (var (index, file) in same)
                {
                    if (Path.GetDirectoryName(file.Root) is not null)
                    {
                        files[index] = file with { Relative = Path.GetFileName(file.Root) + "/" + file.Relative };
                        again = true;
                    }
                }
            }
        }

        return files;
    }

    private static void Walk(DirectoryInfo folder, string shown, string relative, List<string> above, List<InputFile> files, HashSet<string> seen, SourceLog log)
    {
        var real = Real(folder);
        if (above.Contains(real, StringComparer.Ordinal) || above.Count >= MaxDepth)
        {
            log.Warn(SourceCodes.Loop, "The folder links back to one above it, or lies too deep, and is not followed.", shown);
            return;
        }

        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Warn(SourceCodes.CannotRead, "The folder cannot be read: missing permission or broken link. What is in it is not assessed.", shown);
            return;
        }

        Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        above.Add(real);
        foreach (var entry in entries)
        {
            var below = relative.Length == 0 ? entry.Name : relative + "/" + entry.Name;
            if (entry is DirectoryInfo inner)
            {
                if (!IsOurOwn(entry.Name))
                {
                    Walk(inner, shown + "/" + entry.Name, below, above, files, seen, log);
                }
            }
            else
            {
                Add(files, seen, new InputFile(entry.FullName, shown + "/" + entry.Name, below));
            }
        }

        above.RemoveAt(above.Count - 1);
    }

    private static void Add(List<InputFile> files, HashSet<string> seen, InputFile file)
    {
        if (seen.Add(Real(file.Path)))
        {
            files.Add(file);
        }
    }

    private static string Real(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(file);
        }
        catch (IOException)
        {
            return Path.GetFullPath(file);
        }
    }

    /// <summary>Version control and what Ashlar writes itself.</summary>
    private static bool IsOurOwn(string folder) => folder is ".git" || folder.EndsWith(".partial", StringComparison.Ordinal);

    private static string Real(DirectoryInfo folder)
    {
        try
        {
            return folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
        }
        catch (IOException)
        {
            return folder.FullName;
        }
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}

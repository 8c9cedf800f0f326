namespace Ashlar.Sources.Templates.Inputs;

/// <summary>Tells whether a registry artifact was restored, so that nothing makes the CLI fetch it.</summary>
internal static class ModuleCache
{
    /// <param name="target">As <see cref="BicepConfig.Resolve"/> gives it.</param>
    public static bool Holds(string cache, string target)
    {
        var (kind, rest) = (target[..2], target[3..]);
        var version = rest.IndexOf('@', StringComparison.Ordinal) is >= 0 and var digest ? digest : rest.LastIndexOf(':');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (version < 0 || slash < 0 || slash > version || target.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        // br: <registry>/<path with $ for />/<tag>$…; a digest and upper case are encoded further, and compared as far as the plain part goes.
        var folder = kind == "ts"
            ? Path.Combine([cache, "ts", .. rest[..version].ToLowerInvariant().Split('/')])
            : Path.Combine(cache, "br", rest[..slash].Replace(':', '$'), rest[(slash + 1)..version].Replace('/', '$'));
        var tag = rest[(version + 1)..];
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateDirectories(folder)
                .Any(d => Path.GetFileName(d) is var name && (name.Split('$')[0].Equals(tag, StringComparison.OrdinalIgnoreCase) || name.Replace('#', ':').StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                    && Directory.EnumerateFiles(d, "main.json").Concat(Directory.EnumerateFiles(d, "types.tgz")).Any());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}

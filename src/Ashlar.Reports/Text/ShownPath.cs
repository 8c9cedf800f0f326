namespace Ashlar.Reports;

/// <summary>Paths in reports never tell where on a machine they were: an absolute one is cut to its file name.</summary>
internal static class ShownPath
{
    public static string Of(string path)
    {
        var slashed = path.Replace('\\', '/');
        var rooted = slashed.StartsWith('/') || slashed.StartsWith('~') || (slashed.Length > 1 && slashed[1] == ':')
            || slashed.StartsWith("../", StringComparison.Ordinal) || slashed.Contains("/../", StringComparison.Ordinal);
        if (!rooted)
            return slashed.StartsWith("./", StringComparison.Ordinal) ? slashed[2..] : slashed;
        var trimmed = slashed.TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }
}

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>Bicep files by path, read once, with what they need.</summary>
internal sealed class BicepFiles
{
    private const long MaxBytes = 16 * 1024 * 1024;
    private readonly Dictionary<string, BicepSource?> _sources = new(StringComparer.Ordinal);
    private readonly Lock _reading = new();

    /// <summary>Null when the file is not there, is no text or too large to be one.</summary>
    public BicepSource? Source(string path)
    {
        path = Path.GetFullPath(path);
        lock (_reading)
        {
            if (!_sources.TryGetValue(path, out var source))
            {
                source = Read(path);
                _sources.Add(path, source);
            }

            return source;
        }
    }

    /// <summary>Registry artifacts that the file or what it needs names and that are not restored: as written, with the file and line of the first.</summary>
    public IReadOnlyList<(string Target, string File, int Line)> NotRestored(string path)
    {
        var missing = new List<(string Target, string File, int Line)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([Path.GetFullPath(path)]);
        while (next.TryDequeue(out var file))
        {
            if (!seen.Add(file) || Source(file) is not { } source)
            {
                continue;
            }

            var config = BicepConfig.For(file);
            var extensions = source.Extensions.Select(config.Extension).OfType<string>().Select(e => new BicepReference(e, false, 1));
            foreach (var reference in source.References.Concat(extensions))
            {
                if (reference.IsRemote)
                {
                    if ((config.Resolve(reference.Target) is not { } resolved || !ModuleCache.Holds(config.Cache(), resolved)) && missing.All(m => m.Target != reference.Target))
                    {
                        missing.Add((reference.Target, file, reference.Line));
                    }
                }
                else if (reference.FileFrom(file) is { } local && local.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase))
                {
                    next.Enqueue(local);
                }
            }
        }

        return missing;
    }

    /// <summary>What a parameters file and those it extends take from environment variables.</summary>
    public BicepEnvironment Environment(string path)
    {
        var (variables, parameters) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([Path.GetFullPath(path)]);
        while (next.TryDequeue(out var file))
        {
            if (seen.Add(file) && Source(file) is { } source)
            {
                variables.UnionWith(source.Environment.Variables);
                parameters.UnionWith(source.Environment.Parameters);
                source.References.Select(r => r.FileFrom(file)).OfType<string>().Where(f => f.EndsWith(".bicepparam", StringComparison.OrdinalIgnoreCase)).ToList().ForEach(next.Enqueue);
            }
        }

        return new BicepEnvironment([.. variables], [.. parameters]);
    }

    private static BicepSource? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            // A length of nothing may be a pipe, which would be waited for.
            return file.Exists && file.Length is > 0 and <= MaxBytes ? BicepSource.Parse(File.ReadAllText(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

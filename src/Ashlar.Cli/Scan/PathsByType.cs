using Ashlar.Kql;

namespace Ashlar.Cli.Scan;

/// <summary>Which property paths the loaded controls read of a resource type.</summary>
internal sealed class PathsByType(IReadOnlyList<KqlTableRead> reads)
{
    private readonly Dictionary<string, IReadOnlyCollection<string>> _known = new(StringComparer.Ordinal);

    /// <param name="type">Lower case.</param>
    public IReadOnlyCollection<string> Of(string type)
    {
        if (!_known.TryGetValue(type, out var paths))
        {
            paths = [.. reads.Where(r => r.Types.Count == 0 || r.Types.Contains(type)).SelectMany(r => r.Paths).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            _known.Add(type, paths);
        }

        return paths;
    }
}

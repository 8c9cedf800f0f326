namespace Ashlar.Sources.Templates.Reading;

/// <summary>Property names as the rules write them: templates may write any case, and mean the same.</summary>
public sealed class PropertyNames
{
    private readonly Dictionary<string, HashSet<string>> _spellings = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="paths">Dotted paths that rules read, <c>properties.list[].name</c>.</param>
    public PropertyNames(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var name in paths.SelectMany(p => p.Split('.', '[', ']')).Where(n => n.Length > 0))
        {
            if (!_spellings.TryGetValue(name, out var spellings))
            {
                _spellings[name] = spellings = new HashSet<string>(StringComparer.Ordinal);
            }

            spellings.Add(name);
        }
    }

    /// <summary>The name as rules read it; as written when none does. Null when rules spell it in several ways and none is this one.</summary>
    public string? Of(string written) =>
        !_spellings.TryGetValue(written, out var spellings) || spellings.Contains(written) ? written : spellings.Count == 1 ? spellings.Single() : null;
}

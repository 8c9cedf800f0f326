namespace Ashlar.Sources.Templates.Reading;

/// <summary>Property names as the rules write them: templates may write any case, and mean the same.</summary>
public sealed class PropertyNames
{
    private readonly Dictionary<string, string?> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="paths">Dotted paths that rules read, <c>properties.list[].name</c>.</param>
    public PropertyNames(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var name in paths.SelectMany(p => p.Split('.', '[', ']')).Where(n => n.Length > 0))
        {
            // Rules that spell one name in two ways leave open which is meant.
            _names[name] = _names.TryGetValue(name, out var known) && known != name ? null : name;
        }
    }

    /// <summary>The name as rules read it; as written when none does.</summary>
    public string Of(string written) => _names.GetValueOrDefault(written) ?? written;
}

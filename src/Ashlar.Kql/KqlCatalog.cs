namespace Ashlar.Kql;

/// <summary>The tables a query may name.</summary>
public sealed class KqlCatalog
{
    private readonly Dictionary<string, KqlTable> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KqlTable> _anyCase = new(StringComparer.OrdinalIgnoreCase);

    public KqlCatalog(IEnumerable<KqlTable> tables)
    {
        foreach (var table in tables)
        {
            _exact[table.Name] = table;
            _anyCase.TryAdd(table.Name, table);
        }
    }

    public static KqlCatalog Empty { get; } = new([]);

    public IReadOnlyCollection<KqlTable> Tables => _exact.Values;

    /// <summary>Resource Graph takes table names in any case; Log Analytics does not.</summary>
    public KqlTable? Find(string name, KqlDialect dialect) =>
        _exact.GetValueOrDefault(name) ?? (dialect == KqlDialect.Arg ? _anyCase.GetValueOrDefault(name) : null);
}

namespace Ashlar.Kql;

/// <summary>A table a query can name, and how DuckDB stores it.</summary>
/// <remarks>
/// Storage: string VARCHAR (never NULL: missing is ''), dynamic VARCHAR holding JSON text (NULL = null), bool BOOLEAN, int INTEGER,
/// long BIGINT, real DOUBLE, decimal DECIMAL, guid VARCHAR lower case, datetime and timespan BIGINT ticks of 100 ns
/// (datetime: since 0001-01-01 UTC).
/// </remarks>
public sealed record KqlTable(string Name, IReadOnlyList<KqlColumn> Columns)
{
    /// <summary>Quoted DuckDB name, such as <c>"main"."resources"</c>. Defaults to the quoted table name.</summary>
    public string SqlName { get; init; } = "\"" + Name + "\"";

    /// <summary>Columns that DuckDB keeps under another name, as where two differ only in case.</summary>
    public IReadOnlyDictionary<string, string> Physical { get; init; } = new Dictionary<string, string>();

    /// <summary>Column name to the physical column that holds the same value in lower case.</summary>
    public IReadOnlyDictionary<string, string> LowerKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns whose values are known to be lower case already (Resource Graph's <c>type</c>).</summary>
    public IReadOnlySet<string> LowerCased { get; init; } = new HashSet<string>();

    /// <summary>Dotted path below a dynamic column (<c>properties.encryption.keySource</c>) to the physical VARCHAR column that holds the JSON text found there, NULL where there is none.</summary>
    public IReadOnlyDictionary<string, string> Shredded { get; init; } = new Dictionary<string, string>();
}

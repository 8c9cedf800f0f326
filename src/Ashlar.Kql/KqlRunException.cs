namespace Ashlar.Kql;

/// <summary>A compiled query could not finish: budget, cancellation, or a value no rule covers. Never carries DuckDB's own words.</summary>
public sealed class KqlRunException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;

    /// <summary>The tables are not those it was compiled for: no row was touched.</summary>
    public bool NotBound { get; init; }
}

namespace Ashlar.Kql;

/// <summary>Rows in memory. A value is null or, by column type: bool, int, long, double, decimal, string, DateTime (UTC), TimeSpan, Guid, and for dynamic a string of JSON text.</summary>
public sealed record KqlResult(IReadOnlyList<KqlColumn> Columns, IReadOnlyList<object?[]> Rows, bool Truncated);

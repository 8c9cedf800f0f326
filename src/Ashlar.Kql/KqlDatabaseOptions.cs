namespace Ashlar.Kql;

/// <param name="Threads">Threads of one query; null: DuckDB's default (all cores). Determinism wants 1.</param>
/// <param name="MemoryLimit">Bytes of the whole database instance; null: DuckDB's default.</param>
public sealed record KqlDatabaseOptions(int? Threads = null, long? MemoryLimit = null);

using Ashlar.Kql.Execution;
using Ashlar.Kql.Functions.Runtime;
using DuckDB.NET.Data;

namespace Ashlar.Kql;

/// <summary>A DuckDB database prepared for compiled queries: Ashlar's functions are registered on it.</summary>
public sealed class KqlDatabase : IDisposable
{
    private readonly RunClock _clock;
    private readonly PlanMemory? _plans;

    private KqlDatabase(DuckDBConnection connection, RunClock clock, PlanMemory? plans = null) => (Connection, _clock, _plans) = (connection, clock, plans);

    /// <summary>For the owner of the tables: create, append, attach; all of it before <see cref="Lock"/>.</summary>
    public DuckDBConnection Connection { get; }

    public static KqlDatabase InMemory(KqlDatabaseOptions? options = null) => Open(":memory:", options);

    /// <param name="path">File, or <c>:memory:</c>.</param>
    public static KqlDatabase Open(string path, KqlDatabaseOptions? options = null)
    {
        var connection = new DuckDBConnection("DataSource=" + path);
        connection.Open();
        var database = new KqlDatabase(connection, new RunClock());
        try
        {
            database.Execute("SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET preserve_insertion_order=true; SET TimeZone='UTC';");
            database.Apply(options ?? new KqlDatabaseOptions());
            ClrRegistry.RegisterAll(connection, database._clock);
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Changes threads and memory; before <see cref="Lock"/>.</summary>
    public void Apply(KqlDatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Threads is { } threads)
            Execute("SET threads=" + threads.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (options.MemoryLimit is { } memory)
            Execute("SET memory_limit='" + memory.ToString(System.Globalization.CultureInfo.InvariantCulture) + " bytes'");
    }

    /// <summary>Closes every door of DuckDB (files, network, settings). One way.</summary>
    public void Lock() => Execute("SET enable_external_access=false; SET lock_configuration=true;");

    /// <summary>A further connection to the same database, for a query that runs beside others.</summary>
    /// <param name="rememberPlans">Plans of queries are kept, for one who runs the same few again and again over other rows of the same tables.</param>
    public KqlDatabase Beside(bool rememberPlans = false)
    {
        var connection = Connection.Duplicate();
        connection.Open();
        return new KqlDatabase(connection, _clock, rememberPlans ? new PlanMemory(connection) : null);
    }

    public KqlResult Run(KqlCompilation query, KqlBudget budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(budget);
        if (!query.Success)
            throw new ArgumentException("The query was not compiled: " + query.Diagnostics[0].Message, nameof(query));
        return QueryRun.Run(Connection, _clock, query, _plans, budget, cancellationToken);
    }

    /// <summary>As <see cref="Run"/>, for results of hundreds of thousands of rows: they are shown one by one and none is kept. For columns of string, dynamic, bool, long, datetime and timespan.</summary>
    public void Scan(KqlCompilation query, KqlRowReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        if (!query.Success)
            throw new ArgumentException("The query was not compiled: " + query.Diagnostics[0].Message, nameof(query));
        QueryScan.Run(Connection, _clock, query, reader, cancellationToken);
    }

    /// <summary>For the owner of the tables: columns of INTEGER without nulls, row after row.</summary>
    public int[] Numbers(string sql, CancellationToken cancellationToken) => PlainScan.Numbers(Connection, sql, cancellationToken);

    /// <summary>For the owner of the tables: columns of VARCHAR, BOOLEAN and BIGINT, row by row.</summary>
    public void Scan(string sql, KqlRowReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        PlainScan.Rows(Connection, sql, reader, cancellationToken);
    }

    private void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Connection.Dispose();
}

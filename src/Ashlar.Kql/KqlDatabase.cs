using DuckDB.NET.Data;

namespace Ashlar.Kql;

/// <summary>A DuckDB database prepared for compiled queries: Ashlar's macros and functions are registered on it.</summary>
public sealed class KqlDatabase : IDisposable
{
    private KqlDatabase(DuckDBConnection connection) => Connection = connection;

    /// <summary>For the owner of the tables: create, append, attach; all of it before <see cref="Lock"/>.</summary>
    public DuckDBConnection Connection { get; }

    public static KqlDatabase InMemory() => Open(":memory:");

    /// <param name="path">File, or <c>:memory:</c>.</param>
    public static KqlDatabase Open(string path)
    {
        var connection = new DuckDBConnection("DataSource=" + path);
        connection.Open();
        return new KqlDatabase(connection);
    }

    /// <summary>Closes every door of DuckDB (files, network, settings). One way.</summary>
    public void Lock()
    {
        using var command = Connection.CreateCommand();
        command.CommandText = "SET enable_external_access=false; SET lock_configuration=true;";
        command.ExecuteNonQuery();
    }

    /// <summary>A further connection to the same database, for a query that runs beside others.</summary>
    public KqlDatabase Beside()
    {
        var connection = Connection.Duplicate();
        connection.Open();
        return new KqlDatabase(connection);
    }

    public KqlResult Run(KqlCompilation query, KqlBudget budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(budget);
        cancellationToken.ThrowIfCancellationRequested();
        using var command = Connection.CreateCommand();
        command.CommandText = query.Sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (rows.Count < budget.MaxRows && reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return new KqlResult(query.Columns, rows, reader.Read());
    }

    public void Dispose() => Connection.Dispose();
}

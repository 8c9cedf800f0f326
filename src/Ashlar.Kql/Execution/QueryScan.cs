using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Ashlar.Kql.Execution;

/// <summary>Runs one compiled query and shows its rows one by one: nothing is made of what is only looked at.</summary>
internal static class QueryScan
{
    public static void Run(DuckDBConnection connection, RunClock clock, KqlCompilation query, KqlRowReader reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var run = clock.Enter();
        using var cancelled = cancellationToken.Register(Stop);
        try
        {
            NativeRows.Run(connection, query.Sql, types =>
            {
                CheckTypes(query, types);
                return Read;
            });
        }
        catch (KqlRunException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }

        bool Read(ReadOnlySpan<CellColumn> columns, int rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var row = 0; row < rows; row++)
                reader(new KqlCells(columns, row));
            return true;
        }

        void Stop()
        {
            run.Stop();
            NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection);
        }
    }

    /// <summary>A cell is read as its type lies in memory, so a column of another type is a mistake of the caller.</summary>
    private static void CheckTypes(KqlCompilation query, DuckDBType[] types)
    {
        for (var i = 0; i < query.Columns.Count; i++)
        {
            var expected = query.Columns[i].Type switch
            {
                KqlType.String or KqlType.Dynamic => DuckDBType.Varchar,
                KqlType.Bool => DuckDBType.Boolean,
                KqlType.Long or KqlType.DateTime or KqlType.TimeSpan => DuckDBType.BigInt,
                _ => DuckDBType.Invalid,
            };
            if (types[i] != expected)
                throw new NotSupportedException($"The column {query.Columns[i].Name} cannot be scanned: it is a {query.Columns[i].Type}, held as {types[i]}.");
        }
    }
}

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
        if (NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, query.Sql, out var statement) == DuckDBState.Error)
        {
            using (statement)
                throw Failed(NativeMethods.PreparedStatements.DuckDBPrepareError(statement), cancellationToken);
        }

        using (statement)
        {
            var state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result);
            try
            {
                if (state == DuckDBState.Error)
                    throw Failed(NativeMethods.Query.DuckDBResultError(ref result), cancellationToken);
                CheckTypes(query, ref result);
                Read(ref result, query.Columns.Count, reader, cancellationToken);
            }
            finally
            {
                NativeMethods.Query.DuckDBDestroyResult(ref result);
            }
        }

        void Stop()
        {
            run.Stop();
            NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection);
        }
    }

    private static void Read(ref DuckDBResult result, int width, KqlRowReader reader, CancellationToken cancellationToken)
    {
        var columns = new CellColumn[width];
        while (true)
        {
            using var chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(result);
            cancellationToken.ThrowIfCancellationRequested();
            if (chunk.IsInvalid)
                break;
            for (var i = 0; i < width; i++)
                columns[i] = new CellColumn(chunk, i);
            var rows = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
            for (var row = 0; row < rows; row++)
                reader(new KqlCells(columns, row));
        }

        // The end of the rows and an error on the way look the same until one asks.
        if (NativeMethods.Query.DuckDBResultError(ref result) is { Length: > 0 } error)
            throw Failed(error, cancellationToken);
    }

    /// <summary>A cell is read as its type lies in memory, so a column of another type is a mistake of the caller.</summary>
    private static void CheckTypes(KqlCompilation query, ref DuckDBResult result)
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
            if (NativeMethods.Query.DuckDBColumnType(ref result, i) is var found && found != expected)
                throw new NotSupportedException($"The column {query.Columns[i].Name} cannot be scanned: it is a {query.Columns[i].Type}, held as {found}.");
        }
    }

    private static KqlRunException Failed(string? message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return QueryRun.Said(message ?? "", null);
    }
}

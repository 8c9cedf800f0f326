using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Ashlar.Kql.Execution;

/// <summary>Runs SQL and shows its rows block by block, where DuckDB holds them.</summary>
internal static class NativeRows
{
    /// <returns>False: enough was seen.</returns>
    public delegate bool BlockReader(ReadOnlySpan<CellColumn> columns, int rows);

    /// <param name="begin">Given the types of the columns, says who reads the rows; null: nobody can.</param>
    /// <returns>False: nobody can read such columns.</returns>
    /// <exception cref="KqlRunException">DuckDB refused, or gave up.</exception>
    public static bool Run(DuckDBConnection connection, string sql, Func<DuckDBType[], BlockReader?> begin)
    {
        if (NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, sql, out var statement) == DuckDBState.Error)
        {
            using (statement)
                throw Failed(NativeMethods.PreparedStatements.DuckDBPrepareError(statement));
        }

        using (statement)
        {
            var state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result);
            try
            {
                if (state == DuckDBState.Error)
                    throw Failed(NativeMethods.Query.DuckDBResultError(ref result));
                var types = new DuckDBType[(int)NativeMethods.Query.DuckDBColumnCount(ref result)];
                for (var i = 0; i < types.Length; i++)
                    types[i] = NativeMethods.Query.DuckDBColumnType(ref result, i);
                if (begin(types) is not { } reader)
                    return false;
                Read(ref result, types.Length, reader);
                return true;
            }
            finally
            {
                NativeMethods.Query.DuckDBDestroyResult(ref result);
            }
        }
    }

    private static void Read(ref DuckDBResult result, int width, BlockReader reader)
    {
        var columns = new CellColumn[width];
        while (true)
        {
            using var chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(result);
            if (chunk.IsInvalid)
                break;
            for (var i = 0; i < width; i++)
                columns[i] = new CellColumn(chunk, i);
            if (!reader(columns, (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk)))
                return;
        }

        // The end of the rows and an error on the way look the same until one asks.
        if (NativeMethods.Query.DuckDBResultError(ref result) is { Length: > 0 } error)
            throw Failed(error);
    }

    private static KqlRunException Failed(string? message) => QueryRun.Said(message ?? "", null);
}

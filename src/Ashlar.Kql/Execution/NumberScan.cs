using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Ashlar.Kql.Execution;

/// <summary>Reads columns of integers block by block: millions of cells, none of them boxed.</summary>
internal static unsafe class NumberScan
{
    /// <param name="sql">Yields columns of INTEGER without nulls.</param>
    /// <returns>Row after row.</returns>
    public static int[] Run(DuckDBConnection connection, string sql, int width, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, sql, out var statement) == DuckDBState.Error)
        {
            using (statement)
                throw QueryRun.Said(NativeMethods.PreparedStatements.DuckDBPrepareError(statement) ?? "", null);
        }

        using (statement)
        {
            var state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result);
            try
            {
                if (state == DuckDBState.Error)
                    throw QueryRun.Said(NativeMethods.Query.DuckDBResultError(ref result) ?? "", null);
                for (var i = 0; i < width; i++)
                {
                    if (NativeMethods.Query.DuckDBColumnType(ref result, i) != DuckDBType.Integer)
                        throw new NotSupportedException($"Column {i} of {sql} is no integer.");
                }

                return Read(ref result, width, cancellationToken);
            }
            finally
            {
                NativeMethods.Query.DuckDBDestroyResult(ref result);
            }
        }
    }

    private static int[] Read(ref DuckDBResult result, int width, CancellationToken cancellationToken)
    {
        var cells = new int[1024 * width];
        var used = 0;
        while (true)
        {
            using var chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(result);
            cancellationToken.ThrowIfCancellationRequested();
            if (chunk.IsInvalid)
                break;
            var rows = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
            if (used + (rows * width) > cells.Length)
                Array.Resize(ref cells, Math.Max(cells.Length * 2, used + (rows * width)));
            for (var i = 0; i < width; i++)
            {
                var data = (int*)NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i));
                for (var row = 0; row < rows; row++)
                    cells[used + (row * width) + i] = data[row];
            }

            used += rows * width;
        }

        // The end of the rows and an error on the way look the same until one asks.
        if (NativeMethods.Query.DuckDBResultError(ref result) is { Length: > 0 } error)
            throw QueryRun.Said(error, null);
        Array.Resize(ref cells, used);
        return cells;
    }
}

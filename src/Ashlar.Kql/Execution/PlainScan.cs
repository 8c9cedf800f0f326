using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Ashlar.Kql.Execution;

/// <summary>Rows of a statement of the owner of the tables: nothing is boxed, and none is kept.</summary>
internal static class PlainScan
{
    /// <param name="sql">Yields columns of INTEGER without nulls.</param>
    /// <returns>Row after row.</returns>
    public static int[] Numbers(DuckDBConnection connection, string sql, CancellationToken cancellationToken)
    {
        var cells = new int[1024];
        var used = 0;
        NativeRows.Run(connection, sql, types =>
        {
            if (Array.Exists(types, t => t != DuckDBType.Integer))
                throw new NotSupportedException($"A column is no integer: {sql}");
            return Read;
        });
        Array.Resize(ref cells, used);
        return cells;

        bool Read(ReadOnlySpan<CellColumn> columns, int rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var width = columns.Length;
            if (used + (rows * width) > cells.Length)
                Array.Resize(ref cells, Math.Max(cells.Length * 2, used + (rows * width)));
            for (var i = 0; i < width; i++)
            {
                for (var row = 0; row < rows; row++)
                    cells[used + (row * width) + i] = columns[i].Int(row);
            }

            used += rows * width;
            return true;
        }
    }

    /// <param name="sql">Yields columns of VARCHAR, BOOLEAN and BIGINT.</param>
    public static void Rows(DuckDBConnection connection, string sql, KqlRowReader reader, CancellationToken cancellationToken)
    {
        NativeRows.Run(connection, sql, types =>
        {
            if (Array.Exists(types, t => t is not (DuckDBType.Varchar or DuckDBType.Boolean or DuckDBType.BigInt)))
                throw new NotSupportedException($"A column cannot be scanned: {sql}");
            return Read;
        });

        bool Read(ReadOnlySpan<CellColumn> columns, int rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var row = 0; row < rows; row++)
                reader(new KqlCells(columns, row));
            return true;
        }
    }
}

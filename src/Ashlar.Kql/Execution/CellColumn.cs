using DuckDB.NET.Native;

namespace Ashlar.Kql.Execution;

/// <summary>One column of one block of rows, where DuckDB holds it; gone with the block.</summary>
internal readonly unsafe struct CellColumn
{
    private readonly void* _data;
    private readonly ulong* _valid;

    public CellColumn(DuckDBDataChunk chunk, int column)
    {
        var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
        _data = NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _valid = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
    }

    public bool IsNull(int row) => _valid != null && (_valid[row >> 6] >> (row & 63) & 1) == 0;

    public ReadOnlySpan<byte> Text(int row)
    {
        var text = (DuckDBString*)_data + row;
        return new ReadOnlySpan<byte>(text->Data, text->Length);
    }

    public bool Bool(int row) => ((byte*)_data)[row] != 0;

    public int Int(int row) => ((int*)_data)[row];

    public double Double(int row) => ((double*)_data)[row];

    public long Long(int row) => ((long*)_data)[row];
}

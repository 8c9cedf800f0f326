using System.Buffers.Binary;
using System.Text;
using Ashlar.Model;

namespace Ashlar.Store;

/// <summary>One row being filled, in buffers that are used again for the next: nothing is allocated per row.</summary>
public sealed class SnapshotRow
{
    private const int Absent = -1;
    private readonly (int Offset, int Length)[] _cells;
    private byte[] _bytes = new byte[4096];
    private int _used;

    public SnapshotRow(TableDefinition table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        _cells = new (int, int)[table.Columns.Count];
        Clear();
    }

    public TableDefinition Table { get; }

    /// <summary>The source reported the properties of the resource.</summary>
    public bool HasBody { get; set; }

    public void Clear()
    {
        Array.Fill(_cells, (0, Absent));
        _used = 0;
        HasBody = false;
    }

    public bool Has(int column) => _cells[column].Length != Absent;

    /// <summary>UTF-8 text of a string column, or JSON text of a dynamic one.</summary>
    public void Set(int column, ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(column, utf8.Length));
    }

    public void Set(int column, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var span = Reserve(column, Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, span);
    }

    public void Set(int column, bool value) => Reserve(column, 1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>long, int, or ticks of datetime and timespan.</summary>
    public void Set(int column, long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(column, sizeof(long)), value);

    public void Set(int column, double value) => BinaryPrimitives.WriteDoubleLittleEndian(Reserve(column, sizeof(double)), value);

    /// <summary>Name, type, resource group and subscription from the id where they are missing, in Resource Graph's case.</summary>
    public void CompleteFromId() => Storage.DerivedColumns.Complete(this);

    internal Span<byte> Cell(int column) => _bytes.AsSpan(_cells[column].Offset, Math.Max(_cells[column].Length, 0));

    internal long CellAsLong(int column) => BinaryPrimitives.ReadInt64LittleEndian(Cell(column));

    internal double CellAsDouble(int column) => BinaryPrimitives.ReadDoubleLittleEndian(Cell(column));

    private Span<byte> Reserve(int column, int length)
    {
        if (_used + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + length));
        }

        _cells[column] = (_used, length);
        _used += length;
        return _bytes.AsSpan(_used - length, length);
    }
}

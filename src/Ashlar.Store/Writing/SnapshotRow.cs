using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Ashlar.Model;

namespace Ashlar.Store;

/// <summary>One row being filled, in a buffer that is used again for the next: nothing is allocated per row.</summary>
/// <remarks>Layout: for each column offset and length (length -1: absent), then the flag of the body, then the cells.</remarks>
public sealed class SnapshotRow
{
    private const int Absent = -1;
    private readonly int _bodyAt;
    private readonly int _cellsAt;
    private byte[] _bytes = new byte[4096];
    private int _used;

    public SnapshotRow(TableDefinition table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        _bodyAt = table.Columns.Count * 2 * sizeof(int);
        _cellsAt = _bodyAt + 1;
        Clear();
    }

    public TableDefinition Table { get; }

    /// <summary>The source reported the properties of the resource.</summary>
    public bool HasBody
    {
        get => _bytes[_bodyAt] != 0;
        set => _bytes[_bodyAt] = value ? (byte)1 : (byte)0;
    }

    /// <summary>Another data set of the same collection holds this row too: that it comes twice is no news.</summary>
    public bool Overlaps { get; set; }

    /// <summary>The whole row as bytes.</summary>
    internal Span<byte> Packed => _bytes.AsSpan(0, _used);

    private Span<int> Places => MemoryMarshal.Cast<byte, int>(_bytes.AsSpan(0, _bodyAt));

    public void Clear()
    {
        var places = Places;
        for (var i = 0; i < places.Length; i += 2)
        {
            (places[i], places[i + 1]) = (0, Absent);
        }

        HasBody = false;
        _used = _cellsAt;
    }

    public bool Has(int column) => Places[(column * 2) + 1] != Absent;

    /// <summary>UTF-8 text of a string column, or JSON text of a dynamic one.</summary>
    public void Set(int column, ReadOnlySpan<byte> utf8)
    {
        // What is set may lie in this very buffer, which may move.
        if (utf8.Overlaps(_bytes))
        {
            utf8 = utf8.ToArray();
        }

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

    internal Span<byte> Cell(int column)
    {
        var places = Places;
        return _bytes.AsSpan(places[column * 2], Math.Max(places[(column * 2) + 1], 0));
    }

    internal long CellAsLong(int column) => BinaryPrimitives.ReadInt64LittleEndian(Cell(column));

    internal double CellAsDouble(int column) => BinaryPrimitives.ReadDoubleLittleEndian(Cell(column));

    /// <summary>Room for the bytes of a packed row, to be filled.</summary>
    internal Span<byte> Unpack(int length)
    {
        if (_bytes.Length < length)
        {
            _bytes = new byte[length * 2];
        }

        _used = length;
        return Packed;
    }

    private Span<byte> Reserve(int column, int length)
    {
        if (_used + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + length));
        }

        var places = Places;
        (places[column * 2], places[(column * 2) + 1]) = (_used, length);
        _used += length;
        return _bytes.AsSpan(_used - length, length);
    }
}

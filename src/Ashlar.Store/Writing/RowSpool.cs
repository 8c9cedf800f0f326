using System.Text;
using Ashlar.Model;
using Ashlar.Store.Storage;
using Microsoft.Win32.SafeHandles;

namespace Ashlar.Store.Writing;

/// <summary>The rows of one table as they come, in a file; their keys in memory.</summary>
internal sealed class RowSpool : IDisposable
{
    private const int BufferBytes = 1 << 20;
    private readonly SafeFileHandle _file;
    private readonly RowIndex _index = new();
    private readonly int _keyColumn;
    private readonly int _typeColumn;
    private byte[] _buffer = new byte[BufferBytes];
    private char[] _type = new char[256];
    private byte[] _key = new byte[512];
    private long _flushed;
    private int _used;

    public RowSpool(string path, TableDefinition table)
    {
        Table = table;
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        _keyColumn = table.KeyColumn is null ? -1 : table.Columns.Index().First(c => c.Item.Name == table.KeyColumn).Index;
        _typeColumn = TableStorage.HasBody(table) ? table.Columns.Index().First(c => c.Item.Name == "type").Index : -1;
    }

    public TableDefinition Table { get; }

    /// <summary>Paths at which the last row that was added contradicts the one kept under its key; see <see cref="RowConflicts"/>.</summary>
    public IReadOnlyList<string> Conflicts { get; private set; } = [];

    /// <summary>False when the key of the row is there for the second time (the third and later are not told). The first row with a body stays, else the first.</summary>
    public bool Add(SnapshotRow row)
    {
        var key = _keyColumn < 0 ? row.Packed : Lower(row.Cell(_keyColumn));
        var hash = Hash(key);
        var found = _index.Find(key, hash);
        var toldOrNew = found < 0 || _keyColumn < 0 || !_index.IsFirstDuplicate(found);
        Conflicts = [];
        if (found >= 0 && (_index.HasBody(found) || !row.HasBody))
        {
            if (_typeColumn >= 0 && row.HasBody && !row.Overlaps)
            {
                Conflicts = RowConflicts.Of(Kept(found), row);
            }

            return toldOrNew;
        }

        var type = Type(row);
        var offset = _flushed + _used;
        var length = Write(row);
        if (found >= 0)
        {
            _index.Replace(found, type, offset, length, row.HasBody);
            return toldOrNew;
        }

        _index.Add(key, hash, type, offset, length, row.HasBody);
        return true;
    }

    /// <summary>Every row once, in order; the same object each time.</summary>
    public IEnumerable<SnapshotRow> InOrder()
    {
        Flush();
        var row = new SnapshotRow(Table);
        foreach (var (offset, length) in _index.InOrder())
        {
            RandomAccess.Read(_file, row.Unpack(length), offset);
            yield return row;
        }
    }

    public void Dispose() => _file.Dispose();

    private SnapshotRow Kept(int found)
    {
        var (offset, length) = _index.Place(found);
        var kept = new SnapshotRow(Table);
        if (offset >= _flushed)
        {
            _buffer.AsSpan((int)(offset - _flushed), length).CopyTo(kept.Unpack(length));
        }
        else
        {
            RandomAccess.Read(_file, kept.Unpack(length), offset);
        }

        return kept;
    }

    private int Write(SnapshotRow row)
    {
        var packed = row.Packed;
        if (_used + packed.Length > _buffer.Length)
        {
            Flush();
            if (packed.Length > _buffer.Length)
            {
                _buffer = new byte[packed.Length];
            }
        }

        packed.CopyTo(_buffer.AsSpan(_used));
        _used += packed.Length;
        return packed.Length;
    }

    private void Flush()
    {
        RandomAccess.Write(_file, _buffer.AsSpan(0, _used), _flushed);
        _flushed += _used;
        _used = 0;
    }

    private ReadOnlySpan<char> Type(SnapshotRow row)
    {
        if (_typeColumn < 0)
        {
            return "";
        }

        var text = row.Cell(_typeColumn);
        if (_type.Length < text.Length)
        {
            _type = new char[text.Length];
        }

        return _type.AsSpan(0, Encoding.UTF8.GetChars(text, _type));
    }

    private Span<byte> Lower(ReadOnlySpan<byte> text) => LowerText.Of(text, ref _key);

    /// <summary>Of its own, because HashCode is seeded by the process.</summary>
    private static int Hash(ReadOnlySpan<byte> key)
    {
        var hash = 14695981039346656037UL;
        while (key.Length >= 8)
        {
            hash = (hash ^ BitConverter.ToUInt64(key)) * 1099511628211UL;
            hash ^= hash >> 29;
            key = key[8..];
        }

        foreach (var b in key)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return (int)(hash ^ (hash >> 32));
    }
}

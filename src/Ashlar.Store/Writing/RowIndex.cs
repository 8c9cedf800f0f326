using System.Runtime.InteropServices;

namespace Ashlar.Store.Writing;

/// <summary>Keys of the rows of one table: finds duplicates as they come and gives the order at the end. About 60 bytes a row and its key.</summary>
internal sealed class RowIndex
{
    private const int ChunkBytes = 1 << 20;
    private readonly List<byte[]> _chunks = [];
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _typesBySpan;
    private int[] _buckets = new int[1024];
    private int _used = ChunkBytes;

    public RowIndex() => _typesBySpan = _types.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _entries.Count;

    /// <summary>Index of the row with this key, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key, int hash)
    {
        for (var i = _buckets[hash & (_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next)
        {
            if (_entries[i].Hash == hash && Key(_entries[i]).SequenceEqual(key))
            {
                return i;
            }
        }

        return -1;
    }

    public void Add(ReadOnlySpan<byte> key, int hash, ReadOnlySpan<char> type, long offset, int length, bool hasBody)
    {
        if (_entries.Count == _buckets.Length)
        {
            Grow();
        }

        if (!_typesBySpan.TryGetValue(type, out var typeId))
        {
            typeId = _types.Count;
            _types.Add(type.ToString(), typeId);
        }

        var (chunk, at) = Keep(key);
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _entries.Add(new Entry(offset, length, chunk, at, key.Length, hash, typeId, bucket - 1, hasBody));
        bucket = _entries.Count;
    }

    /// <summary>True once for each row.</summary>
    public bool IsFirstDuplicate(int row)
    {
        if (_entries[row].Duplicated)
        {
            return false;
        }

        _entries[row] = _entries[row] with { Duplicated = true };
        return true;
    }

    public (long Offset, int Length) Place(int row) => (_entries[row].Offset, _entries[row].Length);

    public bool HasBody(int row) => _entries[row].HasBody;

    /// <summary>Puts another row's bytes in the place of a duplicate.</summary>
    public void Replace(int row, ReadOnlySpan<char> type, long offset, int length, bool hasBody)
    {
        if (!_typesBySpan.TryGetValue(type, out var typeId))
        {
            typeId = _types.Count;
            _types.Add(type.ToString(), typeId);
        }

        _entries[row] = _entries[row] with { Offset = offset, Length = length, Type = typeId, HasBody = hasBody };
    }

    /// <summary>Places of the rows by type, then key, both in byte order.</summary>
    public IEnumerable<(long Offset, int Length)> InOrder()
    {
        var rank = new int[_types.Count];
        foreach (var (position, type) in _types.OrderBy(t => t.Key, StringComparer.Ordinal).Index())
        {
            rank[type.Value] = position;
        }

        var order = new int[_entries.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => Compare(_entries[a], _entries[b], rank));
        return order.Select(i => (_entries[i].Offset, _entries[i].Length));
    }

    private int Compare(in Entry a, in Entry b, int[] rank)
    {
        var byType = rank[a.Type].CompareTo(rank[b.Type]);
        return byType != 0 ? byType : Key(a).SequenceCompareTo(Key(b));
    }

    private ReadOnlySpan<byte> Key(in Entry entry) => _chunks[entry.Chunk].AsSpan(entry.KeyAt, entry.KeyLength);

    private (int Chunk, int At) Keep(ReadOnlySpan<byte> key)
    {
        if (_used + key.Length > ChunkBytes)
        {
            _chunks.Add(new byte[Math.Max(ChunkBytes, key.Length)]);
            _used = 0;
        }

        key.CopyTo(_chunks[^1].AsSpan(_used));
        var at = _used;
        _used += key.Length;
        return (_chunks.Count - 1, at);
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 4];
        var entries = CollectionsMarshal.AsSpan(_entries);
        for (var i = 0; i < entries.Length; i++)
        {
            ref var bucket = ref _buckets[entries[i].Hash & (_buckets.Length - 1)];
            entries[i] = entries[i] with { Next = bucket - 1 };
            bucket = i + 1;
        }
    }

    private readonly record struct Entry(long Offset, int Length, int Chunk, int KeyAt, int KeyLength, int Hash, int Type, int Next, bool HasBody, bool Duplicated = false);
}

using System.Buffers;

namespace Ashlar.Sources.Exports.Json;

/// <summary>The part of a text that is being looked at: grows when one value needs it, moves on when it has been read, and counts lines.</summary>
internal sealed class TextWindow(Stream stream) : IDisposable
{
    private const int FirstBuffer = 256 * 1024;

    /// <summary>U+001E separates values of JSON text sequences.</summary>
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n,\u001e"u8);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;
    private int _end;

    public bool AtEnd { get; private set; }

    /// <summary>Line of the first byte, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Column of the first byte in bytes, from 1.</summary>
    public long Column { get; private set; } = 1;

    public int Length => _end - _start;

    /// <summary>Size of the buffer behind it.</summary>
    public int Capacity => _buffer.Length;

    public byte First => _buffer[_start];

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, Length);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(_start, Length);

    public void Advance(int count)
    {
        if (count == 0)
        {
            return;
        }

        var passed = _buffer.AsSpan(_start, count);
        var lines = passed.Count((byte)'\n');
        Line += lines;
        Column = lines == 0 ? Column + count : count - passed.LastIndexOf((byte)'\n');
        _start += count;
    }

    /// <summary>Reads more behind what is there; false at the end of the text.</summary>
    public bool Fill()
    {
        if (AtEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            Bytes.CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        AtEnd = read == 0;
        return !AtEnd;
    }

    /// <summary>Moves over blanks, commas and comments; false at the end of the text.</summary>
    public bool SkipBlank()
    {
        while (true)
        {
            var rest = Bytes;
            var next = rest.IndexOfAnyExcept(Blank);
            if (next >= 0)
            {
                Advance(next);
                if (First == 0xEF && Length >= 3)
                {
                    // A byte order mark between concatenated files.
                    Advance(3);
                    continue;
                }

                if (First != (byte)'/' || !SkipComment())
                {
                    return true;
                }

                continue;
            }

            Advance(rest.Length);
            if (!Fill())
            {
                return false;
            }
        }
    }

    private bool SkipComment()
    {
        while (Length < 2)
        {
            if (!Fill())
            {
                return false;
            }
        }

        var close = Bytes[1] switch { (byte)'/' => "\n"u8, (byte)'*' => "*/"u8, _ => [] };
        if (close.IsEmpty)
        {
            return false;
        }

        while (true)
        {
            var at = Bytes[2..].IndexOf(close);
            if (at >= 0)
            {
                Advance(at + 2 + close.Length);
                return true;
            }

            if (!Fill())
            {
                Advance(Length);
                return true;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        stream.Dispose();
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ashlar.Sources.Exports.Json;

/// <summary>
/// The objects of a JSON text, one at a time, whatever holds them: an array, <c>{data:[…]}</c>, <c>{value:[…]}</c>, batch
/// <c>{responses:[…]}</c>, lines, or nothing. Memory is the largest single object, not the file.
/// </summary>
internal sealed class JsonItems : IDisposable
{
    private const int FirstBuffer = 256 * 1024;

    /// <summary>U+001E separates values of JSON text sequences.</summary>
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n,\u001e"u8);
    private static readonly string[] Holders = ["data", "value", "responses", "content", "body"];
    private readonly Stream _stream;
    private readonly int _maxObject;
    private readonly Stack<char> _open = new();
    private readonly JsonItem _item = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;
    private int _end;
    private bool _atEnd;

    public JsonItems(Stream utf8, int maxObject)
    {
        _stream = utf8;
        _maxObject = maxObject;
    }

    public JsonItem Item => _item;

    /// <summary>Simple properties of the object around the current item (<c>@odata.context</c>, <c>groupId</c>), as far as they came before it.</summary>
    public Dictionary<string, string> Holder { get; } = new(StringComparer.Ordinal);

    /// <summary>Line of the current item or break, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Column of the break in bytes, from 1.</summary>
    public long Column { get; private set; } = 1;

    /// <summary>Largest buffer that was needed.</summary>
    public int BufferBytes => _buffer.Length;

    public string BreakCause { get; private set; } = "";

    public JsonNext Next(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!SkipBlank())
            {
                return _open.Count == 0 ? JsonNext.End : Break("the text ends too early", 0, 0);
            }

            switch (_buffer[_start])
            {
                case (byte)'[':
                    _open.Push('[');
                    Advance(1);
                    break;
                case (byte)']' when _open.TryPeek(out var top) && top == '[':
                    _open.Pop();
                    Advance(1);
                    break;
                case (byte)'}' when _open.TryPeek(out var top) && top == '{':
                    _open.Pop();
                    Holder.Clear();
                    Advance(1);
                    break;
                case (byte)'{':
                    if (Object() is { } next)
                    {
                        return next;
                    }

                    break;
                default:
                    if (Rest() is { } result)
                    {
                        return result;
                    }

                    break;
            }
        }
    }

    /// <summary>After a break between values that stand one below the other: goes on at the next line that opens an object.</summary>
    public bool Resume()
    {
        if (_open.Count > 0)
        {
            return false;
        }

        Advance(1);
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf("\n{"u8);
            if (at >= 0)
            {
                Advance(at + 1);
                return true;
            }

            if (_atEnd)
            {
                return false;
            }

            Advance(Math.Max(0, _end - _start - 1));
            Fill();
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _stream.Dispose();
    }

    /// <summary>An object: an item, or a holder that is entered; null = go on.</summary>
    private JsonNext? Object()
    {
        while (true)
        {
            try
            {
                var (complete, entered) = Scan();
                if (entered)
                {
                    return null;
                }

                if (complete)
                {
                    return JsonNext.Item;
                }
            }
            catch (JsonException e)
            {
                return Break(Cause(e), e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            }

            if (_end - _start > _maxObject)
            {
                return Break("one object is larger than " + (_maxObject / (1024 * 1024)) + " MB", 0, 0);
            }

            if (!Fill() && _atEnd && _end == _start)
            {
                return JsonNext.End;
            }
        }
    }

    private int _pending;

    private (bool Complete, bool Entered) Scan()
    {
        var bytes = _buffer.AsMemory(_start, _end - _start);
        var reader = new Utf8JsonReader(bytes.Span, _atEnd, new JsonReaderState(JsonItem.ReaderOptions));
        _item.Begin(bytes);
        reader.Read();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                _pending = (int)reader.BytesConsumed;
                _item.End(_pending);
                return (true, false);
            }

            if (HolderOf(reader, bytes.Span) is { } length)
            {
                Enter(length);
                return (false, true);
            }

            if (JsonItem.ReadField(ref reader) is not { } field)
            {
                return (false, false);
            }

            _item.Add(field);
        }

        return (false, false);
    }

    /// <summary>Bytes up to the value of a property that holds items; null when it is not one. A resource is no holder.</summary>
    private int? HolderOf(Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        if (_item.Column(ColumnNames.Id) is not null && _item.Column(ColumnNames.Type) is not null)
        {
            return null;
        }

        var name = reader.ValueSpan;
        if (name.Length > 9 || !IsHolder(name))
        {
            return null;
        }

        var inner = reader;
        if (!inner.Read())
        {
            return null;
        }

        var opens = inner.TokenType == JsonTokenType.StartArray
            || (inner.TokenType == JsonTokenType.StartObject && !name.SequenceEqual("value"u8) && !name.SequenceEqual("Value"u8));
        return opens ? (int)inner.TokenStartIndex : null;
    }

    private static bool IsHolder(ReadOnlySpan<byte> name)
    {
        Span<byte> lower = stackalloc byte[16];
        Ascii.ToLower(name, lower, out var written);
        foreach (var holder in Holders)
        {
            if (Ascii.Equals(lower[..written], holder))
            {
                return true;
            }
        }

        return false;
    }

    private void Enter(int length)
    {
        foreach (var field in _item.Fields.Where(f => f.Kind == JsonTokenType.String && f.ValueLength < 1024))
        {
            Holder[Encoding.UTF8.GetString(_item.Name(field))] = Encoding.UTF8.GetString(_item.Text(field));
        }

        _open.Push('{');
        Advance(length);
    }

    /// <summary>What stands where an object was expected: a further property of a holder, or a bare value.</summary>
    private JsonNext? Rest()
    {
        while (true)
        {
            try
            {
                // Inside a holder the rest reads like an object: give the reader the brace it needs, in the byte before.
                var inHolder = _open.TryPeek(out var top) && top == '{' && _buffer[_start] == '"';
                if (inHolder)
                {
                    return Property();
                }

                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _atEnd, new JsonReaderState(JsonItem.ReaderOptions));
                if (reader.Read())
                {
                    Advance((int)reader.BytesConsumed);
                    return JsonNext.Scalar;
                }
            }
            catch (JsonException e)
            {
                return Break(Cause(e), e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            }

            if (_end - _start > _maxObject || !Fill())
            {
                return Break("the text ends too early", 0, 0);
            }
        }
    }

    /// <summary>A property of a holder after its items: entered when it holds more, else skipped.</summary>
    private JsonNext? Property()
    {
        var colon = EndOfName();
        if (colon < 0)
        {
            return Break("a property name does not end", 0, 0);
        }

        var name = _buffer.AsSpan(_start + 1, Math.Max(0, colon - 2));
        var holds = name.Length <= 9 && IsHolder(name);
        Advance(colon);
        if (!SkipBlank() || _buffer[_start] != (byte)':')
        {
            return Break("a property has no value", 0, 0);
        }

        Advance(1);
        if (!SkipBlank())
        {
            return Break("the text ends too early", 0, 0);
        }

        if (holds && _buffer[_start] == (byte)'[')
        {
            return null;
        }

        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _atEnd, new JsonReaderState(JsonItem.ReaderOptions));
            if (reader.Read() && reader.TrySkip())
            {
                Advance((int)reader.BytesConsumed);
                return null;
            }

            if (_end - _start > _maxObject || !Fill())
            {
                return Break("the text ends too early", 0, 0);
            }
        }
    }

    /// <summary>Bytes from the opening quote to behind the closing one; -1 when it does not come.</summary>
    private int EndOfName()
    {
        while (true)
        {
            for (var i = _start + 1; i < _end; i++)
            {
                if (_buffer[i] == (byte)'\\')
                {
                    i++;
                }
                else if (_buffer[i] == (byte)'"')
                {
                    return i - _start + 1;
                }
            }

            if (_end - _start > 64 * 1024 || !Fill())
            {
                return -1;
            }
        }
    }

    /// <summary>False at the end of the text.</summary>
    private bool SkipBlank()
    {
        if (_pending > 0)
        {
            Advance(_pending);
            _pending = 0;
        }

        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var next = rest.IndexOfAnyExcept(Blank);
            if (next >= 0)
            {
                Advance(next);
                if (_buffer[_start] == 0xEF && _end - _start >= 3)
                {
                    // A byte order mark between concatenated files.
                    Advance(3);
                    continue;
                }

                if (_buffer[_start] != (byte)'/' || !SkipComment())
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
        while (_end - _start < 2)
        {
            if (!Fill())
            {
                return false;
            }
        }

        var close = _buffer[_start + 1] switch { (byte)'/' => "\n"u8, (byte)'*' => "*/"u8, _ => [] };
        if (close.IsEmpty)
        {
            return false;
        }

        while (true)
        {
            var at = _buffer.AsSpan(_start + 2, _end - _start - 2).IndexOf(close);
            if (at >= 0)
            {
                Advance(at + 2 + close.Length);
                return true;
            }

            if (!Fill())
            {
                Advance(_end - _start);
                return true;
            }
        }
    }

    private void Advance(int count)
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

    /// <summary>Reads more behind what is buffered, growing the buffer when it is full; false at the end of the file.</summary>
    private bool Fill()
    {
        if (_atEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
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

        var read = _stream.Read(_buffer.AsSpan(_end));
        _end += read;
        _atEnd = read == 0;
        return !_atEnd;
    }

    private JsonNext Break(string cause, long lines, long bytes)
    {
        BreakCause = cause;
        Column = lines == 0 ? Column + bytes : bytes + 1;
        Line += lines;
        return JsonNext.Break;
    }

    /// <summary>The reader's own words without their place, which is counted within one object only.</summary>
    private string Cause(JsonException e)
    {
        if (_atEnd && e.Message.Contains("Expected depth to be zero", StringComparison.Ordinal))
        {
            return "the text ends too early";
        }

        if (e.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            return "it is nested more than " + JsonItem.ReaderOptions.MaxDepth + " levels deep";
        }

        var end = e.Message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.');
    }
}

using System.Text;
using System.Text.Json;

namespace Ashlar.Sources.Exports.Json;

/// <summary>
/// The objects of a JSON text, one at a time, whatever holds them: an array, <c>{data:[…]}</c>, <c>{value:[…]}</c>, batch
/// <c>{responses:[…]}</c>, lines, or nothing. Memory is the largest single object, not the file.
/// </summary>
internal sealed class JsonItems : IDisposable
{
    private readonly TextWindow _text;
    private readonly int _maxObject;
    private readonly Stack<char> _open = new();
    private readonly JsonItem _item = new();
    private int _pending;
    private long _breakLines;
    private long _breakBytes;

    public JsonItems(Stream utf8, int maxObject)
    {
        _text = new TextWindow(utf8);
        _maxObject = maxObject;
    }

    public JsonItem Item => _item;

    /// <summary>Simple properties of the object around the current item (<c>@odata.context</c>, <c>groupId</c>), as far as they came before it.</summary>
    public Dictionary<string, string> Holder { get; } = new(StringComparer.Ordinal);

    /// <summary>Line of the current item or break, from 1.</summary>
    public long Line => _text.Line + _breakLines;

    /// <summary>Column of the break in bytes, from 1.</summary>
    public long Column => _breakLines == 0 ? _text.Column + _breakBytes : _breakBytes + 1;

    /// <summary>Largest buffer that was needed.</summary>
    public int BufferBytes => _text.Capacity;

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

            switch (_text.First)
            {
                case (byte)'[':
                    _open.Push('[');
                    _text.Advance(1);
                    break;
                case (byte)']' when _open.TryPeek(out var top) && top == '[':
                    _open.Pop();
                    _text.Advance(1);
                    break;
                case (byte)'}' when _open.TryPeek(out var top) && top == '{':
                    _open.Pop();
                    Holder.Clear();
                    _text.Advance(1);
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

        (_breakLines, _breakBytes) = (0, 0);
        _text.Advance(1);
        while (true)
        {
            var at = _text.Bytes.IndexOf("\n{"u8);
            if (at >= 0)
            {
                _text.Advance(at + 1);
                return true;
            }

            if (_text.AtEnd)
            {
                return false;
            }

            _text.Advance(Math.Max(0, _text.Length - 1));
            _text.Fill();
        }
    }

    public void Dispose()
    {
        _text.Dispose();
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

            if (_text.Length > _maxObject)
            {
                return Break("one object is larger than " + (_maxObject / (1024 * 1024)) + " MB", 0, 0);
            }

            if (!_text.Fill() && _text.AtEnd && _text.Length == 0)
            {
                return JsonNext.End;
            }
        }
    }

    private (bool Complete, bool Entered) Scan()
    {
        var bytes = _text.Memory;
        var reader = new Utf8JsonReader(bytes.Span, _text.AtEnd, new JsonReaderState(JsonItem.ReaderOptions));
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

            if (Holders.Opens(reader, _item) is { } length)
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

    private void Enter(int length)
    {
        foreach (var field in _item.Fields.Where(f => f.Kind == JsonTokenType.String && f.ValueLength < 1024))
        {
            Holder[Encoding.UTF8.GetString(_item.Name(field))] = Encoding.UTF8.GetString(_item.Text(field));
        }

        _open.Push('{');
        _text.Advance(length);
    }

    /// <summary>What stands where an object was expected: a further property of a holder, or a bare value.</summary>
    private JsonNext? Rest()
    {
        while (true)
        {
            try
            {
                // Inside a holder the rest reads like an object: give the reader the brace it needs, in the byte before.
                var inHolder = _open.TryPeek(out var top) && top == '{' && _text.First == '"';
                if (inHolder)
                {
                    return Property();
                }

                var reader = new Utf8JsonReader(_text.Bytes, _text.AtEnd, new JsonReaderState(JsonItem.ReaderOptions));
                if (reader.Read())
                {
                    _text.Advance((int)reader.BytesConsumed);
                    return JsonNext.Scalar;
                }
            }
            catch (JsonException e)
            {
                return Break(Cause(e), e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            }

            if (_text.Length > _maxObject || !_text.Fill())
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

        var name = _text.Bytes.Slice(1, Math.Max(0, colon - 2));
        var holds = Holders.Is(name);
        _text.Advance(colon);
        if (!SkipBlank() || _text.First != (byte)':')
        {
            return Break("a property has no value", 0, 0);
        }

        _text.Advance(1);
        if (!SkipBlank())
        {
            return Break("the text ends too early", 0, 0);
        }

        if (holds && _text.First == (byte)'[')
        {
            return null;
        }

        while (true)
        {
            var reader = new Utf8JsonReader(_text.Bytes, _text.AtEnd, new JsonReaderState(JsonItem.ReaderOptions));
            if (reader.Read() && reader.TrySkip())
            {
                _text.Advance((int)reader.BytesConsumed);
                return null;
            }

            if (_text.Length > _maxObject || !_text.Fill())
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
            var text = _text.Bytes;
            for (var i = 1; i < text.Length; i++)
            {
                if (text[i] == (byte)'\\')
                {
                    i++;
                }
                else if (text[i] == (byte)'"')
                {
                    return i + 1;
                }
            }

            if (_text.Length > 64 * 1024 || !_text.Fill())
            {
                return -1;
            }
        }
    }

    /// <summary>Moves behind the item that was given and to what comes next; false at the end of the text.</summary>
    private bool SkipBlank()
    {
        _text.Advance(_pending);
        _pending = 0;
        return _text.SkipBlank();
    }

    private JsonNext Break(string cause, long lines, long bytes)
    {
        BreakCause = cause;
        (_breakLines, _breakBytes) = (lines, bytes);
        return JsonNext.Break;
    }

    /// <summary>The reader's own words without their place, which is counted within one object only.</summary>
    private string Cause(JsonException e)
    {
        if (_text.AtEnd && e.Message.Contains("Expected depth to be zero", StringComparison.Ordinal))
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

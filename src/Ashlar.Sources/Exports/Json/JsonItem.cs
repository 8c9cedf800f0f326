using System.Text;
using System.Text.Json;

namespace Ashlar.Sources.Exports.Json;

/// <summary>One JSON object of the input and its direct properties. Used again for the next: copy what must live longer.</summary>
internal sealed class JsonItem
{
    public static readonly JsonReaderOptions ReaderOptions = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 128,
        AllowMultipleValues = true,
    };

    private readonly List<JsonField> _fields = [];
    private readonly int[] _known = new int[ColumnNames.Count];
    private ReadOnlyMemory<byte> _bytes;

    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    public IReadOnlyList<JsonField> Fields => _fields;

    /// <summary>Properties that are not columns of a resource.</summary>
    public int Others { get; private set; }

    public void Begin(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _fields.Clear();
        Array.Fill(_known, -1);
        Others = 0;
    }

    public void Add(JsonField field)
    {
        _fields.Add(field);
        var column = ColumnNames.Find(_bytes.Span.Slice(field.Name, field.NameLength));
        if (column < 0)
        {
            Others++;
        }
        else
        {
            _known[column] = _fields.Count - 1;
        }
    }

    public void End(int length) => _bytes = _bytes[..length];

    /// <summary>Property that has the name of a resource column; null when absent.</summary>
    public JsonField? Column(int column) => _known[column] < 0 ? null : _fields[_known[column]];

    public ReadOnlySpan<byte> Name(JsonField field) => Bytes.Slice(field.Name, field.NameLength);

    /// <summary>Raw JSON text; a string has its quotes.</summary>
    public ReadOnlySpan<byte> Raw(JsonField field) => Bytes.Slice(field.Value, field.ValueLength);

    /// <summary>Text of a string without escapes; raw text of another value.</summary>
    public ReadOnlySpan<byte> Text(JsonField field)
    {
        var raw = Raw(field);
        if (field.Kind != JsonTokenType.String)
        {
            return raw;
        }

        var inner = raw[1..^1];
        return inner.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(JsonText.Unescape(inner)) : inner;
    }

    public JsonField? Find(ReadOnlySpan<byte> name)
    {
        for (var i = _fields.Count - 1; i >= 0; i--)
        {
            if (Name(_fields[i]).SequenceEqual(name))
            {
                return _fields[i];
            }
        }

        return null;
    }

    /// <summary>Parses a whole object that is known to be complete.</summary>
    public static JsonItem Of(ReadOnlyMemory<byte> bytes)
    {
        var item = new JsonItem();
        item.Begin(bytes);
        var reader = new Utf8JsonReader(bytes.Span, isFinalBlock: true, new JsonReaderState(ReaderOptions));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            item.Add(ReadField(ref reader)!.Value);
        }

        item.End((int)reader.BytesConsumed);
        return item;
    }

    /// <summary>True when nothing in the text stops a reader.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: true, new JsonReaderState(ReaderOptions));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads the value after a property name; null when its end is not in the buffer yet.</summary>
    public static JsonField? ReadField(ref Utf8JsonReader reader)
    {
        var name = (int)reader.TokenStartIndex + 1;
        var nameLength = reader.ValueSpan.Length;
        if (!reader.Read())
        {
            return null;
        }

        var kind = reader.TokenType;
        var value = (int)reader.TokenStartIndex;
        return reader.TrySkip() ? new JsonField(name, nameLength, value, (int)reader.BytesConsumed - value, kind) : null;
    }
}

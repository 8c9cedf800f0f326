using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Files;
using Ashlar.Sources.Exports.Json;
using Ashlar.Sources.Templates.Preparation;

namespace Ashlar.Sources.Templates.Text;

/// <summary>A JSON file as a tree that knows where each object begins. A value whose name comes twice is left open: which one counts depends on who reads it.</summary>
internal sealed class PlacedJson : IJsonObjects
{
    private readonly Dictionary<JsonObject, (int Line, int Column)> _places = new(ReferenceEqualityComparer.Instance);
    private readonly byte[] _text;
    private readonly HashSet<int> _escapedBreaks = [];
    private int _seen;
    private int _line = 1;
    private int _lineStart;

    private PlacedJson(byte[] text)
    {
        _text = text = JsonItem.IsWhole(text) ? text : LineBreaks.Escape(text, _escapedBreaks) ?? text;
        var reader = new Utf8JsonReader(text, isFinalBlock: true, new JsonReaderState(JsonItem.ReaderOptions));
        reader.Read();
        Root = JsonTree.Read(ref reader, this) as JsonObject ?? throw new JsonException("The file holds no object.");
    }

    public JsonObject Root { get; }

    /// <exception cref="JsonException">It is no JSON object.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PlacedJson Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var utf8 = TextStart.AsUtf8(file) ?? throw new JsonException("The file is not text.");
        using var memory = new MemoryStream();
        utf8.CopyTo(memory);
        return new PlacedJson(memory.ToArray());
    }

    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static PlacedJson Parse(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Where the object begins, from 1; (0, 0) for one that was not in the file.</summary>
    public (int Line, int Column) Place(JsonObject value) => _places.GetValueOrDefault(value);

    JsonObject IJsonObjects.Begin(int offset)
    {
        var value = new JsonObject();
        _places[value] = PlaceOf(offset);
        return value;
    }

    void IJsonObjects.Put(JsonObject into, string name, JsonNode? value) => into[name] = into.ContainsKey(name) ? JsonValue.Create(StandIn.Unknown) : value;

    /// <summary>Objects come in the order of the text, so it is gone through once.</summary>
    private (int Line, int Column) PlaceOf(int offset)
    {
        for (; _seen < offset; _seen++)
        {
            if (_text[_seen] == (byte)'\n' || _escapedBreaks.Contains(_seen))
            {
                _line++;
                _lineStart = _seen + 1;
            }
        }

        return (_line, Encoding.UTF8.GetCharCount(_text.AsSpan(_lineStart, offset - _lineStart)) + 1);
    }
}

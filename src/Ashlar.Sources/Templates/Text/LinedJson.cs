using System.Text;
using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Json;

namespace Ashlar.Sources.Templates.Text;

/// <summary>Writes a tree with one value a line and remembers the lines of its objects, since the CLI names values by line.</summary>
internal sealed class LinedJson
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<JsonObject, (int First, int Last)> _lines = new(ReferenceEqualityComparer.Instance);
    private int _line = 1;

    private LinedJson(JsonObject root) => Write(root);

    public static LinedJson Of(JsonObject root) => new(root);

    public override string ToString() => _text.ToString();

    /// <summary>First and last line of an object, from 1.</summary>
    public (int First, int Last) Lines(JsonObject value) => _lines[value];

    private void Write(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject value:
                var first = _line;
                _text.Append('{');
                foreach (var (at, (key, inner)) in value.Index())
                {
                    Break(at);
                    _text.Append(JsonValue.Create(key).ToJsonString(PlainJson.Options)).Append(':');
                    Write(inner);
                }

                _text.Append('}');
                _lines[value] = (first, _line);
                break;
            case JsonArray array:
                _text.Append('[');
                foreach (var (at, inner) in array.Index())
                {
                    Break(at);
                    Write(inner);
                }

                _text.Append(']');
                break;
            default:
                _text.Append(node?.ToJsonString(PlainJson.Options) ?? "null");
                break;
        }
    }

    private void Break(int at)
    {
        _text.Append(at == 0 ? "\n" : ",\n");
        _line++;
    }
}

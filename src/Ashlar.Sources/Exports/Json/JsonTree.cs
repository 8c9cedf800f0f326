using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Sources.Exports.Json;

/// <summary>A small JSON text as a tree. Of properties with one name the last counts, and a broken surrogate becomes U+FFFD.</summary>
internal static class JsonTree
{
    public static JsonObject Object(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: true, new JsonReaderState(JsonItem.ReaderOptions));
        reader.Read();
        return (JsonObject)Read(ref reader, default(LastCounts))!;
    }

    /// <summary>The value at which the reader stands.</summary>
    /// <typeparam name="TObjects">A struct where speed counts: the calls are then compiled into the loop.</typeparam>
    public static JsonNode? Read<TObjects>(ref Utf8JsonReader reader, TObjects objects)
        where TObjects : IJsonObjects
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var value = objects.Begin((int)reader.TokenStartIndex);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = Text(ref reader);
                    reader.Read();
                    objects.Put(value, name, Read(ref reader, objects));
                }

                return value;
            case JsonTokenType.StartArray:
                var array = new JsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Add(Read(ref reader, objects));
                }

                return array;
            case JsonTokenType.String:
                return JsonValue.Create(Text(ref reader));
            case JsonTokenType.Number:
                return JsonNode.Parse(reader.ValueSpan);
            case JsonTokenType.True:
                return JsonValue.Create(true);
            case JsonTokenType.False:
                return JsonValue.Create(false);
            default:
                return null;
        }
    }

    private static string Text(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? JsonText.Unescape(reader.ValueSpan) : System.Text.Encoding.UTF8.GetString(reader.ValueSpan);

    private readonly struct LastCounts : IJsonObjects
    {
        public JsonObject Begin(int offset) => [];

        public void Put(JsonObject into, string name, JsonNode? value) => into[name] = value;
    }
}

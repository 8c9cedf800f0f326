using System.Text.Json.Nodes;

namespace Ashlar.Sources.Exports.Json;

/// <summary>Makes the objects of a JSON text while it is read, in the order of the text.</summary>
internal interface IJsonObjects
{
    /// <param name="offset">Of its brace, in bytes.</param>
    JsonObject Begin(int offset);

    void Put(JsonObject into, string name, JsonNode? value);
}

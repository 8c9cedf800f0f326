using System.Text.Json;

namespace Ashlar.Sources.Exports.Json;

/// <summary>A property of an object, as places in its bytes.</summary>
internal readonly record struct JsonField(int Name, int NameLength, int Value, int ValueLength, JsonTokenType Kind);

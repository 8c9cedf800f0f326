using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ashlar.Sources.Exports.Json;

internal static class PlainJson
{
    /// <summary>Escapes only what JSON demands, so that a value reads the same whichever way it came in.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };
}

using System.Text.Json;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads JSON that others wrote: what is none counts as not reported.</summary>
internal static class JsonBodies
{
    // Exports nest as deep as whoever wrote them liked.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>Undefined for a text that is no JSON: <c>tostring</c> gives a string without its quotes.</summary>
    public static JsonElement Parse(string text)
    {
        if (text.Length == 0)
            return default;
        try
        {
            using var document = JsonDocument.Parse(text, Deep);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

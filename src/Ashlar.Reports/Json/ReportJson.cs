using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Ashlar.Reports;

/// <summary>How JSON is written here: readable letters, and everything that a page, a terminal or a reader could stumble over as <c>\u</c> escapes.</summary>
internal static class ReportJson
{
    private const int MaxDepth = 512;

    // Plain ASCII that no escape is needed for; such evidence is copied as it stands.
    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainCharacters());

    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(EncoderSettings());

    public static JsonWriterOptions Options { get; } = new() { Encoder = Encoder, MaxDepth = MaxDepth + 16 };

    public static void Array(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>Writes JSON text as a value, escaped by our rules. Text that is no JSON stays visible as <c>{"text": …}</c> and cannot break the file.</summary>
    public static void Raw(Utf8JsonWriter writer, string json)
    {
        try
        {
            if (!json.AsSpan().ContainsAnyExcept(Plain))
            {
                writer.WriteRawValue(json);
                return;
            }

            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            document.RootElement.WriteTo(writer);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            writer.WriteStartObject();
            writer.WriteString("text", json);
            writer.WriteEndObject();
        }
    }

    private static TextEncoderSettings EncoderSettings()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        // Bidirectional controls and zero-width characters make a text read otherwise than it is.
        settings.ForbidRange(UnicodeRange.Create('\u200B', '\u200F'));
        settings.ForbidRange(UnicodeRange.Create('\u2028', '\u202E'));
        settings.ForbidRange(UnicodeRange.Create('\u2060', '\u206F'));
        settings.ForbidCharacter('\uFEFF');
        settings.ForbidCharacter('\u061C');
        return settings;
    }

    private static string PlainCharacters()
    {
        var all = Enumerable.Range(0x20, 0x5F).Select(c => (char)c);
        return string.Concat(all.Where(c => c is not ('<' or '>' or '&' or '\'' or '+' or '`' or '\\')));
    }
}

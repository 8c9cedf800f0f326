using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ashlar.Reports;

/// <summary>Redacts every string of a JSON text, and ids that stand as names of members; the shape stays.</summary>
internal static class RedactedJson
{
    public static string Of(Redaction redaction, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
            var buffer = new ArrayBufferWriter<byte>(json.Length + 64);
            using (var writer = new Utf8JsonWriter(buffer, ReportJson.Options))
                Write(redaction, writer, document.RootElement);
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (JsonException)
        {
            return redaction.Text(json);
        }
    }

    private static void Write(Redaction redaction, Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(redaction.Ids(member.Name));
                    Write(redaction, writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(redaction, writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Value(redaction, element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string Value(Redaction redaction, string text) =>
        text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) ? redaction.Ids(text) : redaction.Text(text);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Cli;

/// <summary>JSON-RPC messages with a Content-Length header, as language servers speak them.</summary>
internal static class JsonRpcStream
{
    private const int MaxHeader = 4096;
    private const int MaxBody = 512 * 1024 * 1024;

    public static void Write(Stream stream, JsonObject message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
        stream.Write(body);
        stream.Flush();
    }

    /// <summary>Null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The other side speaks something else.</exception>
    public static JsonObject? Read(Stream stream)
    {
        var length = -1;
        for (var line = Line(stream); line is not ""; line = Line(stream))
        {
            if (line is null)
            {
                return null;
            }

            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.TryParse(line.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture, out var said) ? said : -1;
            }
        }

        if (length is < 0 or > MaxBody)
        {
            throw new InvalidDataException("A message without a length.");
        }

        var body = new byte[length];
        if (stream.ReadAtLeast(body, length, throwOnEndOfStream: false) < length)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = 512 }) as JsonObject ?? throw new InvalidDataException("A message that is no object.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A message that is no JSON.", e);
        }
    }

    private static string? Line(Stream stream)
    {
        var line = new StringBuilder();
        for (var read = stream.ReadByte(); read != '\n'; read = stream.ReadByte())
        {
            if (read < 0)
            {
                return null;
            }

            if (line.Length > MaxHeader)
            {
                throw new InvalidDataException("A header without an end.");
            }

            line.Append((char)read);
        }

        return line.ToString().TrimEnd('\r');
    }
}

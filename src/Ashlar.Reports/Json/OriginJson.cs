using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Where a resource is declared, the same in every output.</summary>
internal static class OriginJson
{
    public static void Write(Utf8JsonWriter writer, Origin origin)
    {
        writer.WriteStartObject("origin");
        writer.WriteString("file", origin.File);
        if (origin.Line > 0)
        {
            writer.WriteNumber("line", origin.Line);
            writer.WriteNumber("column", origin.Column);
        }

        if (origin.Address is not null)
            writer.WriteString("address", origin.Address);
        writer.WriteEndObject();
    }
}

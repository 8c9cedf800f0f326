using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A gap as an object, the same in every output.</summary>
internal static class GapJson
{
    public static void Write(Utf8JsonWriter writer, Gap gap)
    {
        writer.WriteStartObject();
        writer.WriteString("dataSet", gap.DataSet);
        writer.WriteString("scope", gap.Scope);
        if (gap.Path is not null)
            writer.WriteString("path", gap.Path);
        writer.WriteString("reason", gap.Reason.Name());
        if (gap.Permission is not null)
            writer.WriteString("permission", gap.Permission);
        writer.WriteString("detail", gap.Detail);
        writer.WriteEndObject();
    }
}

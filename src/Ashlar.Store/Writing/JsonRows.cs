using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Store.Storage;

namespace Ashlar.Store;

/// <summary>Fills a row from a JSON object by column name; what follows from a resource id is filled in.</summary>
public static class JsonRows
{
    /// <summary>Escapes only what JSON demands, so that a value reads the same whichever way it came in.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    /// <summary>Returns the columns whose values do not fit their type; they are left out.</summary>
    public static IReadOnlyList<string> Fill(SnapshotRow row, JsonObject values)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(values);
        List<string>? unfit = null;
        for (var i = 0; i < row.Table.Columns.Count; i++)
        {
            var column = row.Table.Columns[i];
            if (values[column.Name] is { } value && !Set(row, i, column.Type, value))
            {
                (unfit ??= []).Add(column.Name);
            }
        }

        if (TableStorage.HasBody(row.Table))
        {
            row.HasBody = values["properties"] is not null;
            row.CompleteFromId();
        }

        return unfit ?? (IReadOnlyList<string>)[];
    }

    private static bool Set(SnapshotRow row, int column, string type, JsonNode value)
    {
        var kind = value.GetValueKind();
        switch (type)
        {
            case "dynamic":
                row.Set(column, value.ToJsonString(Plain));
                return true;
            case "bool" when kind is JsonValueKind.True or JsonValueKind.False:
                row.Set(column, kind == JsonValueKind.True);
                return true;
            case "int" or "long" when kind == JsonValueKind.Number && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number):
                row.Set(column, number);
                return true;
            case "real" when kind == JsonValueKind.Number:
                row.Set(column, double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
                return true;
            case "datetime" when kind == JsonValueKind.String && Time(value.GetValue<string>()) is { } time:
                row.Set(column, time.Ticks);
                return true;
            case "string" or "guid":
                row.Set(column, kind == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
                return true;
            default:
                return false;
        }
    }

    /// <summary>ISO 8601, or Windows PowerShell's <c>/Date(milliseconds)/</c>.</summary>
    private static DateTime? Time(string text)
    {
        if (text.StartsWith("/Date(", StringComparison.Ordinal) && text.EndsWith(")/", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(6, text.Length - 8), CultureInfo.InvariantCulture, out var milliseconds)
            && Math.Abs(milliseconds) < 200_000_000_000_000)
        {
            return DateTime.UnixEpoch.AddMilliseconds(milliseconds);
        }

        const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time) ? time : null;
    }
}

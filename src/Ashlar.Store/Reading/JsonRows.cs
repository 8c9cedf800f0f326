using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Store.Storage;

namespace Ashlar.Store.Reading;

/// <summary>A JSON object as a row; what follows from the id is filled in.</summary>
internal static class JsonRows
{
    public static void Fill(SnapshotRow row, JsonObject values)
    {
        for (var i = 0; i < row.Table.Columns.Count; i++)
        {
            if (values[row.Table.Columns[i].Name] is { } value)
            {
                Set(row, i, row.Table.Columns[i].Type, value);
            }
        }

        if (TableStorage.HasBody(row.Table))
        {
            row.HasBody = values["properties"] is not null;
            DerivedColumns.Complete(row);
        }
    }

    private static void Set(SnapshotRow row, int column, string type, JsonNode value)
    {
        switch (type)
        {
            case "dynamic":
                row.Set(column, value.ToJsonString());
                break;
            case "bool":
                row.Set(column, value.GetValue<bool>());
                break;
            case "int" or "long":
                row.Set(column, value.GetValueKind() == JsonValueKind.Number ? long.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : throw new FormatException("A number is needed in " + row.Table.Columns[column].Name));
                break;
            case "real":
                row.Set(column, double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
                break;
            case "datetime":
                row.Set(column, DateTime.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal).Ticks);
                break;
            default:
                row.Set(column, value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
                break;
        }
    }
}

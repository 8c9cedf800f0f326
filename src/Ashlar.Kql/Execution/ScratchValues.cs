using System.Globalization;
using DuckDB.NET.Data;

namespace Ashlar.Kql.Execution;

/// <summary>KQL's values into DuckDB's columns.</summary>
internal static class ScratchValues
{
    public static void Append(IDuckDBAppenderRow row, KqlType type, object? value)
    {
        switch (value)
        {
            case null when type == KqlType.String:
                row.AppendValue("");
                break;
            case null:
                row.AppendNullValue();
                break;
            case DateTime date:
                row.AppendValue(date.Ticks);
                break;
            case TimeSpan span:
                row.AppendValue(span.Ticks);
                break;
            case Guid guid:
                row.AppendValue(guid.ToString("D"));
                break;
            case bool flag:
                row.AppendValue(flag);
                break;
            case int number:
                row.AppendValue(number);
                break;
            case long number:
                row.AppendValue(number);
                break;
            case double number:
                row.AppendValue(number);
                break;
            case decimal number:
                row.AppendValue(number);
                break;
            default:
                row.AppendValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

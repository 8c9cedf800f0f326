using System.Globalization;
using Ashlar.Kql.Values;
using DuckDB.NET.Data;

namespace Ashlar.Kql.Execution;

/// <summary>DuckDB's values as KQL's.</summary>
internal static class ResultValues
{
    public static object? Read(DuckDBDataReader reader, int index, KqlType type)
    {
        if (reader.IsDBNull(index))
            return type == KqlType.String ? "" : null;
        switch (type)
        {
            case KqlType.String or KqlType.Dynamic:
                return reader.GetValue(index) as string ?? Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture);
            case KqlType.Bool:
                return reader.GetBoolean(index);
            case KqlType.Int:
                return Convert.ToInt32(reader.GetValue(index), CultureInfo.InvariantCulture);
            case KqlType.Long:
                return Whole(reader.GetValue(index));
            case KqlType.Real:
                return Convert.ToDouble(reader.GetValue(index), CultureInfo.InvariantCulture);
            case KqlType.Decimal:
                return Convert.ToDecimal(reader.GetValue(index), CultureInfo.InvariantCulture);
            case KqlType.DateTime:
                return Whole(reader.GetValue(index)) is var ticks && ticks is >= 0 and <= DateTimes.MaxTicks ? new DateTime(ticks, DateTimeKind.Utc) : null;
            case KqlType.TimeSpan:
                return TimeSpan.FromTicks(Whole(reader.GetValue(index)));
            default:
                return Guid.TryParse(reader.GetValue(index).ToString(), out var guid) ? guid : null;
        }
    }

    private static long Whole(object value) => value is long number ? number
        : value is System.Numerics.BigInteger big ? (long)(big & ulong.MaxValue) : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Ashlar.Kql.Values;
using DuckDB.NET.Data;

namespace Ashlar.Kql.Execution;

/// <summary>DuckDB's values as KQL's.</summary>
internal static class ResultValues
{
    public static object? Read(DuckDBDataReader reader, int index, KqlType type)
    {
        // What DuckDB.NET has boxed as the right type goes on as it is.
        var value = reader.GetValue(index);
        if (value is DBNull)
            return type == KqlType.String ? "" : null;
        switch (type)
        {
            case KqlType.String or KqlType.Dynamic:
                return value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture);
            case KqlType.Bool:
                return value is bool ? value : Convert.ToBoolean(value, CultureInfo.InvariantCulture);
            case KqlType.Int:
                return value is int ? value : Convert.ToInt32(value, CultureInfo.InvariantCulture);
            case KqlType.Long:
                return value is long ? value : Whole(value);
            case KqlType.Real:
                return value is double ? value : Convert.ToDouble(value, CultureInfo.InvariantCulture);
            case KqlType.Decimal:
                return value is decimal ? value : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            case KqlType.DateTime:
                return Whole(value) is var ticks && ticks is >= 0 and <= DateTimes.MaxTicks ? new DateTime(ticks, DateTimeKind.Utc) : null;
            case KqlType.TimeSpan:
                return TimeSpan.FromTicks(Whole(value));
            default:
                return Guid.TryParse(value.ToString(), out var guid) ? guid : null;
        }
    }

    private static long Whole(object value) => value is long number ? number
        : value is System.Numerics.BigInteger big ? (long)(big & ulong.MaxValue) : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}

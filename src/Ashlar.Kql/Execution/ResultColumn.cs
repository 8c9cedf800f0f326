using System.Text;
using Ashlar.Kql.Values;
using DuckDB.NET.Native;

namespace Ashlar.Kql.Execution;

/// <summary>Makes KQL's values of one column of a result. What was read a moment ago is not made again: kinds, scopes and verdicts stand in many rows.</summary>
internal sealed class ResultColumn
{
    private const int Remembered = 64;
    private static readonly object True = true;
    private static readonly object False = false;

    private readonly string?[] _texts = new string?[Remembered];
    private readonly Func<CellColumn, int, object?> _read;
    private object? _last;

    private ResultColumn(KqlType type, DuckDBType held) => _read = (type, held) switch
    {
        (KqlType.String or KqlType.Dynamic, DuckDBType.Varchar) => (cells, row) => Text(cells.Text(row)),
        (KqlType.Bool, DuckDBType.Boolean) => (cells, row) => cells.Bool(row) ? True : False,
        (KqlType.Int, DuckDBType.Integer) => (cells, row) => Boxed(cells.Int(row)),
        (KqlType.Long, DuckDBType.BigInt) => (cells, row) => Boxed(cells.Long(row)),
        (KqlType.Long, DuckDBType.Integer) => (cells, row) => Boxed((long)cells.Int(row)),
        (KqlType.Real, DuckDBType.Double) => (cells, row) => cells.Double(row),
        (KqlType.DateTime, DuckDBType.BigInt) => (cells, row) => cells.Long(row) is var ticks && ticks is >= 0 and <= DateTimes.MaxTicks ? Boxed(new DateTime(ticks, DateTimeKind.Utc)) : null,
        (KqlType.TimeSpan, DuckDBType.BigInt) => (cells, row) => Boxed(TimeSpan.FromTicks(cells.Long(row))),
        _ => throw new ArgumentOutOfRangeException(nameof(held)),
    };

    /// <summary>Null when some column is held in a way that is not read here: decimals, sums wider than a long.</summary>
    public static ResultColumn[]? All(KqlCompilation query, DuckDBType[] held)
    {
        var all = new ResultColumn[held.Length];
        for (var i = 0; i < all.Length; i++)
        {
            if (!Reads(query.Columns[i].Type, held[i]))
                return null;
            all[i] = new ResultColumn(query.Columns[i].Type, held[i]);
        }

        return all;
    }

    public object? Value(in CellColumn cells, int row, KqlType type) => !cells.IsNull(row) ? _read(cells, row) : type == KqlType.String ? "" : null;

    private static bool Reads(KqlType type, DuckDBType held) => (type, held) is
        (KqlType.String or KqlType.Dynamic, DuckDBType.Varchar)
        or (KqlType.Bool, DuckDBType.Boolean)
        or (KqlType.Int, DuckDBType.Integer)
        or (KqlType.Long, DuckDBType.BigInt or DuckDBType.Integer)
        or (KqlType.Real, DuckDBType.Double)
        or (KqlType.DateTime or KqlType.TimeSpan, DuckDBType.BigInt);

    private object Boxed<T>(T value)
        where T : struct, IEquatable<T> =>
        _last is T last && last.Equals(value) ? _last : _last = value;

    private string Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        var place = ((utf8.Length * 31) + (utf8[^1] * 7) + utf8[utf8.Length / 2] + (utf8[0] * 3)) & (Remembered - 1);
        if (_texts[place] is { } known && known.Length == utf8.Length && Ascii.Equals(utf8, known))
            return known;
        return _texts[place] = Encoding.UTF8.GetString(utf8);
    }
}

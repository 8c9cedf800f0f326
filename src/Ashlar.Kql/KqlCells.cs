using System.Text;
using Ashlar.Kql.Execution;
using Ashlar.Kql.Values;

namespace Ashlar.Kql;

/// <summary>One row of a result, read where DuckDB holds it; valid until the next row.</summary>
public readonly ref struct KqlCells
{
    private readonly ReadOnlySpan<CellColumn> _columns;
    private readonly int _row;

    internal KqlCells(ReadOnlySpan<CellColumn> columns, int row)
    {
        _columns = columns;
        _row = row;
    }

    /// <summary>Of a string its text, of a dynamic its JSON; empty for null.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => _columns[column].IsNull(_row) ? [] : _columns[column].Text(_row);

    /// <summary>As <see cref="Utf8"/>.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public bool? Bool(int column) => _columns[column].IsNull(_row) ? null : _columns[column].Bool(_row);

    public long? Long(int column) => _columns[column].IsNull(_row) ? null : _columns[column].Long(_row);

    public DateTime? Time(int column) => Long(column) is { } ticks and >= 0 and <= DateTimes.MaxTicks ? new DateTime(ticks, DateTimeKind.Utc) : null;
}

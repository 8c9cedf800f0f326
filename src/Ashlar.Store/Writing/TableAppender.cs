using Ashlar.Model;
using Ashlar.Store.Storage;
using DuckDB.NET.Data;

namespace Ashlar.Store.Writing;

/// <summary>Appends rows of one table through DuckDB's appender.</summary>
internal sealed class TableAppender : IDisposable
{
    private readonly DuckDBAppender _appender;
    private readonly string[] _types;
    private readonly int _keyColumn;
    private readonly bool _hasBody;
    private byte[] _key = new byte[512];

    public TableAppender(DuckDBAppender appender, TableDefinition table)
    {
        _appender = appender;
        _types = [.. table.Columns.Select(c => c.Type)];
        _keyColumn = table.KeyColumn is null ? -1 : table.Columns.Index().First(c => c.Item.Name == table.KeyColumn).Index;
        _hasBody = TableStorage.HasBody(table);
    }

    public void Append(SnapshotRow row)
    {
        var target = _appender.CreateRow();
        for (var i = 0; i < _types.Length; i++)
        {
            Append(target, row, i);
        }

        if (_keyColumn >= 0)
        {
            target.AppendValue(LowerText.Of(row.Cell(_keyColumn), ref _key));
        }

        if (_hasBody)
        {
            target.AppendValue(row.HasBody);
        }

        target.EndRow();
    }

    public void Dispose() => _appender.Dispose();

    private void Append(IDuckDBAppenderRow target, SnapshotRow row, int column)
    {
        if (_types[column] == "string")
        {
            target.AppendValue(row.Cell(column));
        }
        else if (!row.Has(column))
        {
            target.AppendNullValue();
        }
        else
        {
            _ = _types[column] switch
            {
                "bool" => target.AppendValue(row.Cell(column)[0] != 0),
                "int" => target.AppendValue((int)row.CellAsLong(column)),
                "long" or "datetime" or "timespan" => target.AppendValue(row.CellAsLong(column)),
                "real" => target.AppendValue(row.CellAsDouble(column)),
                _ => target.AppendValue(row.Cell(column)),
            };
        }
    }
}

using Ashlar.Model;
using Ashlar.Store.Storage;
using DuckDB.NET.Data;

namespace Ashlar.Store.Reading;

/// <summary>Reads derived tables as they were written, for one who knows their parts.</summary>
internal static class DerivedReader
{
    private const int CancelEvery = 1 << 16;

    public static List<int> Numbers(DuckDBConnection connection, string schema, TableDefinition table, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Select(schema, table);
        using var reader = command.ExecuteReader();
        var cells = new List<int>();
        while (reader.Read())
        {
            for (var i = 0; i < table.Columns.Count; i++)
                cells.Add(reader.GetInt32(i));
            if (cells.Count % CancelEvery == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }

        return cells;
    }

    public static List<object?[]> Rows(DuckDBConnection connection, string schema, TableDefinition table) => connection.Rows(Select(schema, table));

    private static string Select(string schema, TableDefinition table) =>
        $"SELECT {string.Join(", ", table.Columns.Select(c => TableStorage.Quote(c.Name)))} FROM {schema}.{TableStorage.Quote(table.Name)}";
}

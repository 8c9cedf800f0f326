using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store.Storage;
using Ashlar.Store.Writing;
using DuckDB.NET.Data;

namespace Ashlar.Store.Reading;

internal static class DerivedWriter
{
    private static readonly Lock OneAtATime = new();

    public static void Write(KqlDatabase database, string schema, TableDefinition table, IEnumerable<object?[]> rows)
    {
        lock (OneAtATime)
        {
            var name = TableStorage.Quote(table.Name);
            using var beside = database.Beside();
            var connection = beside.Connection;
            using var transaction = connection.BeginTransaction();
            connection.Execute($"DROP TABLE IF EXISTS {schema}.{name}");
            connection.Execute(TableStorage.CreateTable(schema + "." + name, table));
            var place = schema.Split('.');
            using (var appender = connection.CreateAppender(place[0], place[1], table.Name))
            {
                Append(new TableAppender(appender, table), table, rows);
            }

            if (place[0] == SnapshotCache.Database)
            {
                connection.Execute($"DELETE FROM {schema}.{SnapshotCache.DerivedTable} WHERE name = {TableStorage.Text(table.Name)}");
                connection.Execute($"INSERT INTO {schema}.{SnapshotCache.DerivedTable} VALUES ({TableStorage.Text(table.Name)})");
            }

            transaction.Commit();
        }
    }

    private static void Append(TableAppender appender, TableDefinition table, IEnumerable<object?[]> rows)
    {
        var row = new SnapshotRow(table);
        foreach (var values in rows)
        {
            row.Clear();
            for (var i = 0; i < values.Length; i++)
            {
                Set(row, i, values[i]);
            }

            appender.Append(row);
        }
    }

    private static void Set(SnapshotRow row, int column, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                row.Set(column, text);
                break;
            case bool flag:
                row.Set(column, flag);
                break;
            case int number:
                row.Set(column, (long)number);
                break;
            case long number:
                row.Set(column, number);
                break;
            case double number:
                row.Set(column, number);
                break;
            case DateTime time:
                row.Set(column, time.Ticks);
                break;
            case TimeSpan span:
                row.Set(column, span.Ticks);
                break;
            case Guid guid:
                row.Set(column, guid.ToString("D"));
                break;
            default:
                throw new ArgumentException($"{row.Table.Name}.{row.Table.Columns[column].Name} cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }
}

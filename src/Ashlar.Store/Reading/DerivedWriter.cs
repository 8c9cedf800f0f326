using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store.Storage;
using Ashlar.Store.Writing;
using DuckDB.NET.Data;

namespace Ashlar.Store.Reading;

internal static class DerivedWriter
{
    private static readonly Lock OneAtATime = new();

    public static void Write(KqlDatabase database, string schema, TableDefinition table, IEnumerable<object?[]> rows, string stamp = "") =>
        Write(database, schema, table, appender => Append(new TableAppender(appender, table), table, rows), stamp);

    public static void WriteNumbers(KqlDatabase database, string schema, TableDefinition table, IReadOnlyList<int> cells) =>
        Write(database, schema, table, appender =>
        {
            for (var at = 0; at < cells.Count; at += table.Columns.Count)
            {
                var row = appender.CreateRow();
                for (var i = 0; i < table.Columns.Count; i++)
                    row.AppendValue(cells[at + i]);
                row.EndRow();
            }
        }, "");

    private static void Write(KqlDatabase database, string schema, TableDefinition table, Action<DuckDBAppender> append, string stamp)
    {
        var place = schema.Split('.');
        using var beside = database.Beside();
        var connection = beside.Connection;
        lock (OneAtATime)
        {
            using var transaction = connection.BeginTransaction();
            Forget(connection, place, table);
            Drop(connection, place, table);
            connection.Execute(TableStorage.CreateTable(schema + "." + TableStorage.Quote(table.Name), table));
            transaction.Commit();
        }

        // Rows of several tables are written beside one another; a table counts as derived when it has them all.
        using (var appender = connection.CreateAppender(place[0], place[1], table.Name))
        {
            append(appender);
        }

        lock (OneAtATime)
        {
            Note(connection, place, table, stamp);
        }
    }

    public static void WriteView(KqlDatabase database, string schema, TableDefinition table, string select, string stamp)
    {
        lock (OneAtATime)
        {
            using var beside = database.Beside();
            var connection = beside.Connection;
            using var transaction = connection.BeginTransaction();
            var place = schema.Split('.');
            Drop(connection, place, table);
            connection.Execute($"CREATE VIEW {schema}.{TableStorage.Quote(table.Name)} AS {select}");
            Note(connection, place, table, stamp);
            transaction.Commit();
        }
    }

    // DuckDB refuses to drop a view as a table, and the other way round.
    private static void Drop(DuckDBConnection connection, string[] place, TableDefinition table)
    {
        var isView = connection.Scalar($"SELECT 1 FROM duckdb_views() WHERE database_name = {TableStorage.Text(place[0])} AND schema_name = {TableStorage.Text(place[1])} AND view_name = {TableStorage.Text(table.Name)}") is not null;
        connection.Execute($"DROP {(isView ? "VIEW" : "TABLE")} IF EXISTS {place[0]}.{place[1]}.{TableStorage.Quote(table.Name)}");
    }

    private static void Forget(DuckDBConnection connection, string[] place, TableDefinition table)
    {
        if (place[0] == SnapshotCache.Database)
            connection.Execute($"DELETE FROM {place[0]}.{place[1]}.{SnapshotCache.DerivedTable} WHERE name = {TableStorage.Text(table.Name)}");
    }

    private static void Note(DuckDBConnection connection, string[] place, TableDefinition table, string stamp)
    {
        if (place[0] == SnapshotCache.Database)
        {
            var derived = $"{place[0]}.{place[1]}.{SnapshotCache.DerivedTable}";
            connection.Execute($"DELETE FROM {derived} WHERE name = {TableStorage.Text(table.Name)}");
            connection.Execute($"INSERT INTO {derived} VALUES ({TableStorage.Text(table.Name)}, {TableStorage.Text(stamp)})");
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
            case byte[] utf8:
                row.Set(column, utf8);
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

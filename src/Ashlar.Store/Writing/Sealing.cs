using System.Globalization;
using System.Text.Json;
using Ashlar.Store.Storage;
using DuckDB.NET.Data;

namespace Ashlar.Store.Writing;

/// <summary>Copies spooled rows into the final file, in order.</summary>
internal static class Sealing
{
    private const int CancelEvery = 8192;

    public static void Write(string file, string spill, IReadOnlyList<RowSpool> spools, SnapshotInfo info, CancellationToken cancellationToken)
    {
        using var connection = new DuckDBConnection("DataSource=" + file);
        connection.Open();
        connection.Execute(DuckDbSettings.Of(spill));
        foreach (var spool in spools)
        {
            connection.Execute(TableStorage.CreateTable(TableStorage.Quote(spool.Table.Name), spool.Table));
            using var appender = new TableAppender(connection.CreateAppender(spool.Table.Name), spool.Table);
            var rows = 0;
            foreach (var row in spool.InOrder())
            {
                if (rows++ % CancelEvery == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                appender.Append(row);
            }
        }

        connection.Execute("CREATE TABLE " + SnapshotFormat.InfoTable + " AS SELECT "
            + SnapshotFormat.Version.ToString(CultureInfo.InvariantCulture) + " AS format, "
            + TableStorage.Text(JsonSerializer.Serialize(info)) + " AS info");
        connection.Execute("CHECKPOINT");
    }
}

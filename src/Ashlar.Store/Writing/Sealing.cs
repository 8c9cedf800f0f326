using System.Globalization;
using System.Text.Json;
using Ashlar.Model;
using Ashlar.Store.Storage;
using DuckDB.NET.Data;

namespace Ashlar.Store.Writing;

/// <summary>Copies the staged tables into the final file: sorted, without duplicates.</summary>
internal sealed class Sealing(DuckDBConnection staging, IReadOnlyList<TableDefinition> tables, CancellationToken cancellationToken)
{
    public const int DuplicatesTold = 20;
    private readonly List<string> _duplicates = [];

    public IReadOnlyList<string> DuplicateIds => _duplicates;

    public long DuplicateCount { get; private set; }

    public void WriteTo(string file, SnapshotInfo info)
    {
        staging.Execute("ATTACH " + TableStorage.Text(file) + " AS sealed");
        foreach (var table in tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RemoveDuplicates(table);
            var name = TableStorage.Quote(table.Name);
            var distinct = table.KeyColumn is null ? "DISTINCT " : "";
            staging.Execute($"CREATE TABLE sealed.{name} AS SELECT {distinct}* FROM {name} ORDER BY {TableStorage.OrderBy(table)}");
        }

        staging.Execute("CREATE TABLE sealed." + SnapshotFormat.InfoTable + " AS SELECT "
            + SnapshotFormat.Version.ToString(CultureInfo.InvariantCulture) + " AS format, "
            + TableStorage.Text(JsonSerializer.Serialize(info)) + " AS info");
        staging.Execute("CHECKPOINT sealed");
        staging.Execute("DETACH sealed");
    }

    /// <summary>Of rows with one id, the first with a body stays, else the first.</summary>
    private void RemoveDuplicates(TableDefinition table)
    {
        if (table.KeyColumn is null)
        {
            return;
        }

        var name = TableStorage.Quote(table.Name);
        var body = TableStorage.HasBody(table) ? "_body DESC, " : "";
        var count = (long)staging.Scalar($"SELECT count(*) FROM (SELECT _key FROM {name} GROUP BY _key HAVING count(*) > 1)")!;
        if (count == 0)
        {
            return;
        }

        var id = TableStorage.Quote(table.KeyColumn);
        var told = $"SELECT min({id}) FROM {name} GROUP BY _key HAVING count(*) > 1 ORDER BY _key LIMIT {DuplicatesTold - _duplicates.Count}";
        _duplicates.AddRange(staging.Rows(told).Select(r => (string)r[0]!));
        DuplicateCount += count;
        staging.Execute($"""
            DELETE FROM {name} WHERE rowid IN (
                SELECT rowid FROM {name} WHERE _key IN (SELECT _key FROM {name} GROUP BY _key HAVING count(*) > 1)
                QUALIFY row_number() OVER (PARTITION BY _key ORDER BY {body}rowid) > 1)
            """);
    }
}

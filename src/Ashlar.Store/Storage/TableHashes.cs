using Ashlar.Model;
using DuckDB.NET.Data;

namespace Ashlar.Store.Storage;

/// <summary>A hash of each table over its rows in order; NULL and empty text differ, and so do neighbouring columns.</summary>
internal static class TableHashes
{
    public static IReadOnlyDictionary<string, string> Of(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in TableCatalogue.All.Where(t => t.Kind != TableKind.Derived && t.Name != AshlarTables.Settings.Name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = TableStorage.Columns(table).Select(c => $"coalesce(length({TableStorage.Quote(c.Name)}::VARCHAR) || ':' || {TableStorage.Quote(c.Name)}::VARCHAR, '-')");
            var sql = $"SELECT md5(string_agg(row_hash, '' ORDER BY {TableStorage.OrderBy(table)}, row_hash)) FROM (SELECT *, md5(concat({string.Join(", ", cells)})) AS row_hash FROM {TableStorage.Quote(table.Name)})";
            if (connection.Scalar(sql) is string hash)
            {
                hashes.Add(table.Name, hash);
            }
        }

        return hashes;
    }
}

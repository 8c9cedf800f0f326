using System.Text.Json;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Cli.Query;

/// <summary>The tables and columns that a query can name, for editors and other binders.</summary>
internal static class QueryTables
{
    public static async Task WriteAsync(TextWriter output)
    {
        foreach (var table in Snapshot.EmptyCatalog.Tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var columns = table.Columns.ToDictionary(c => c.Name, c => KqlValue.Name(c.Type));
            await output.WriteLineAsync(JsonSerializer.Serialize(new { name = table.Name, columns }));
        }
    }
}

using System.Text;
using Ashlar.Kql;
using Ashlar.Reports;

namespace Ashlar.Cli.Query;

/// <summary>Rows in a file that appears whole or not at all, readable by its owner only (0600).</summary>
internal static class QueryFile
{
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task WriteAsync(KqlResult result, string format, string path, CancellationToken cancellationToken)
    {
        if (format == "parquet")
        {
            WriteParquet(result, Path.GetFullPath(path), cancellationToken);
            return;
        }

        using var file = ReportFile.Create(path);
        await using (var writer = new StreamWriter(file.Stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true))
            await QueryFormats.WriteAsync(result, format, writer);
        file.Commit();
    }

    private static void WriteParquet(KqlResult result, string path, CancellationToken cancellationToken)
    {
        var rows = path + ".rows";
        try
        {
            // DuckDB opens files by name: it gets an empty one that is private already.
            using (var empty = ReportFile.Create(rows))
                empty.Commit();
            KqlParquet.Write(result, rows, cancellationToken);
            File.Move(rows, path, overwrite: true);
        }
        finally
        {
            File.Delete(rows);
        }
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Kql;

namespace Ashlar.Cli.Query;

/// <summary>Many queries in one process: one locked database, tables that live for one line, an error object for each line that fails.</summary>
internal sealed class QueryBatch(QuerySession session, bool checkOnly, KqlOptions options, KqlBudget budget) : IDisposable
{
    private const long MemoryLimit = 2_000_000_000;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<KqlDatabase> _database = new(Open);

    /// <param name="options">For lines that do not say their own dialect or clock.</param>
    /// <returns>Whether the batch could not be read or written; failed lines do not count.</returns>
    public static async Task<bool> RunAsync(string path, string? outPath, QuerySession session, bool checkOnly, KqlOptions options, KqlBudget budget, CliOutput output, CancellationToken cancellationToken)
    {
        try
        {
            using var batch = new QueryBatch(session, checkOnly, options, budget);
            using var lines = new StreamReader(path);
            await using var file = outPath is null ? null : new StreamWriter(outPath, new UTF8Encoding(false), PrivateFile());
            var writer = file ?? output.Out;
            int number = 0, done = 0, failed = 0;
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                var (answer, ok) = batch.Answer(line, number, cancellationToken);
                done++;
                failed += ok ? 0 : 1;
                await writer.WriteLineAsync(answer);
            }

            await output.Error.WriteLineAsync($"{done} queries, {done - failed} answered, {failed} with errors");
            return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await output.Error.WriteLineAsync("ashlar: " + problem.Message);
            return true;
        }
    }

    /// <summary>Answers tell of the tenant: their owner alone may read them.</summary>
    private static FileStreamOptions PrivateFile()
    {
        var file = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return file;
    }

    private static KqlDatabase Open()
    {
        var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1, MemoryLimit));
        database.Lock();
        return database;
    }

    private (string Json, bool Ok) Answer(string text, int number, CancellationToken cancellationToken)
    {
        string? id = null;
        try
        {
            var line = BatchLine.Read(text);
            id = line.Id;
            return Ask(line, cancellationToken);
        }
        catch (FormatException problem)
        {
            return (Error(problem.Data["id"] as string, "BATCH", $"Line {number}: {problem.Message}", null), false);
        }
        catch (KqlRunException stopped)
        {
            return (Error(id, stopped.Code, stopped.Message, null), false);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // The edge of one line: a bug in one query must not keep the others from their answers.
            return (Error(id, "KQL9999", $"This is a bug in Ashlar ({bug.GetType().Name}).", null), false);
        }
    }

    private (string, bool) Ask(BatchLine line, CancellationToken cancellationToken)
    {
        var own = new KqlOptions(line.Dialect ?? options.Dialect, line.Now ?? options.Now);
        var tables = new List<KqlScratchTable>();
        try
        {
            foreach (var (name, columns, rows) in line.Tables ?? [])
                tables.Add(KqlScratchTable.Create(_database.Value, name, columns, rows));
            var catalog = line.Tables is not null ? new KqlCatalog(tables.Select(t => t.Table)) : session.Catalog;
            var compiled = KqlCompiler.Compile(line.Query, catalog, own);
            if (!compiled.Success)
                return (Error(line.Id, compiled.Diagnostics[0].Code, compiled.Diagnostics[0].Message, compiled.Diagnostics[0]), false);
            if (checkOnly)
                return (Rows(line.Id, new KqlResult(compiled.Columns, [], false)), true);
            var alone = line.Tables is not null || compiled.Reads.Count == 0;
            return (Rows(line.Id, alone ? _database.Value.Run(compiled, budget, cancellationToken) : session.Run(compiled, budget, cancellationToken)), true);
        }
        finally
        {
            foreach (var table in tables)
                table.Dispose();
        }
    }

    private static string Rows(string? id, KqlResult result) => Write(json =>
    {
        json.WriteString("id", id);
        json.WriteStartArray("columns");
        foreach (var column in result.Columns)
            json.WriteStringValue(column.Name);
        json.WriteEndArray();
        json.WriteStartArray("types");
        foreach (var column in result.Columns)
            json.WriteStringValue(KqlValue.Name(column.Type));
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in result.Rows)
        {
            json.WriteStartArray();
            for (var i = 0; i < row.Length; i++)
                KqlValue.Write(json, row[i], result.Columns[i].Type);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (result.Truncated)
            json.WriteBoolean("truncated", true);
    });

    private static string Error(string? id, string code, string message, KqlDiagnostic? place) => Write(json =>
    {
        json.WriteString("id", id);
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteNumber("line", place?.Line ?? 0);
        json.WriteNumber("column", place?.Column ?? 0);
        if (place?.Hint is { } hint)
            json.WriteString("hint", hint);
        json.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public void Dispose()
    {
        if (_database.IsValueCreated)
            _database.Value.Dispose();
    }
}

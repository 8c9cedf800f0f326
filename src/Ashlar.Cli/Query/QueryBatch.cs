using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Cli.Query;

/// <summary>Many queries in one process: one locked database, tables that live for one line, an error object for each line that fails.</summary>
internal sealed class QueryBatch(bool checkOnly, DateTime clock, KqlBudget budget) : IDisposable
{
    private const long MemoryLimit = 2_000_000_000;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<KqlDatabase> _database = new(Open);
    private readonly Lazy<Snapshot> _empty = new(() => Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>()));

    /// <returns>Whether the batch could not be read or written; failed lines do not count.</returns>
    public static async Task<bool> RunAsync(string path, string? outPath, bool checkOnly, DateTime clock, KqlBudget budget, CliOutput output, CancellationToken cancellationToken)
    {
        try
        {
            using var batch = new QueryBatch(checkOnly, clock, budget);
            using var lines = new StreamReader(path);
            await using var file = outPath is null ? null : new StreamWriter(outPath, false, new UTF8Encoding(false));
            var writer = file ?? output.Out;
            int done = 0, failed = 0;
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                var (answer, ok) = batch.Answer(line, cancellationToken);
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

    private static KqlDatabase Open()
    {
        var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1, MemoryLimit));
        database.Lock();
        return database;
    }

    private (string Json, bool Ok) Answer(string text, CancellationToken cancellationToken)
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
            return (Error(id ?? problem.Data["id"] as string, "BATCH", problem.Message, null), false);
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
        var options = new KqlOptions(line.Dialect, line.Now ?? clock);
        var tables = new List<KqlScratchTable>();
        try
        {
            foreach (var (name, columns, rows) in line.Tables ?? [])
                tables.Add(KqlScratchTable.Create(_database.Value, name, columns, rows));
            var catalog = line.Tables is not null ? new KqlCatalog(tables.Select(t => t.Table)) : Snapshot.EmptyCatalog;
            var compiled = KqlCompiler.Compile(line.Query, catalog, options);
            if (!compiled.Success)
                return (Error(line.Id, compiled.Diagnostics[0].Code, compiled.Diagnostics[0].Message, compiled.Diagnostics[0]), false);
            if (checkOnly)
                return (Rows(line.Id, compiled.Columns, []), true);
            var result = line.Tables is not null || compiled.Reads.Count == 0 ? _database.Value.Run(compiled, budget, cancellationToken) : _empty.Value.Query(compiled, budget, cancellationToken);
            return (Rows(line.Id, result.Columns, result.Rows), true);
        }
        finally
        {
            foreach (var table in tables)
                table.Dispose();
        }
    }

    private static string Rows(string? id, IReadOnlyList<KqlColumn> columns, IReadOnlyList<object?[]> rows) => Write(json =>
    {
        json.WriteString("id", id);
        json.WriteStartArray("columns");
        foreach (var column in columns)
            json.WriteStringValue(column.Name);
        json.WriteEndArray();
        json.WriteStartArray("types");
        foreach (var column in columns)
            json.WriteStringValue(KqlValue.Name(column.Type));
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartArray();
            for (var i = 0; i < row.Length; i++)
                KqlValue.Write(json, row[i], columns[i].Type);
            json.WriteEndArray();
        }

        json.WriteEndArray();
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
        if (_empty.IsValueCreated)
            _empty.Value.Dispose();
        if (_database.IsValueCreated)
            _database.Value.Dispose();
    }
}

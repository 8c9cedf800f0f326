using System.CommandLine;
using Ashlar.Graph.Workloads;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli.Query;

/// <summary><c>ashlar query</c>: KQL over a snapshot, over the empty catalogue, or a batch of questions with their own tables.</summary>
internal static class QueryCommand
{
    public static Command Create(CliOutput output)
    {
        var options = new QueryOptions();
        var command = new Command("query", "Asks a snapshot in KQL. Example: ashlar query \"resources | summarize count() by type\" --snapshot contoso.ashlar");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(options.Tables))
            {
                await QueryTables.WriteAsync(output.Out);
                return ExitCodes.Clean;
            }

            var clock = parsed.GetValue(options.Now) ?? TimeProvider.System.GetUtcNow().UtcDateTime;
            var budget = new KqlBudget(parsed.GetValue(options.MaxRows), TimeSpan.FromSeconds(parsed.GetValue(options.MaxSeconds)));
            if (parsed.GetValue(options.Batch) is { } batch)
            {
                var failed = await QueryBatch.RunAsync(batch, parsed.GetValue(options.Out), parsed.GetValue(options.Check), clock, budget, output, cancellationToken);
                return failed ? ExitCodes.Unusable : ExitCodes.Clean;
            }

            var text = await QueryText.ReadAsync(parsed.GetValue(options.Text), parsed.GetValue(options.File), output.Error, cancellationToken);
            return text is null ? ExitCodes.Unusable : await AskAsync(text, parsed, options, clock, budget, output, cancellationToken);
        });
        return command;
    }

    private static async Task<int> AskAsync(string text, ParseResult parsed, QueryOptions options, DateTime clock, KqlBudget budget, CliOutput output, CancellationToken cancellationToken)
    {
        var dialect = parsed.GetValue(options.Dialect) == "log-analytics" ? KqlDialect.LogAnalytics : KqlDialect.Arg;
        try
        {
            using var snapshot = parsed.GetValue(options.Snapshot) is { } path ? Snapshot.Open(path, [], cancellationToken) : null;
            using var empty = snapshot is null && !parsed.GetValue(options.Check) ? Snapshot.FromRows(new Dictionary<string, IReadOnlyList<System.Text.Json.Nodes.JsonObject>>()) : null;
            var at = snapshot is not null && parsed.GetValue(options.Now) is null ? snapshot.Info.AsOf : clock;
            var compiled = KqlCompiler.Compile(text, snapshot?.Catalog ?? Snapshot.EmptyCatalog, new KqlOptions(dialect, at));
            if (!compiled.Success)
            {
                await QueryProblems.WriteAsync(compiled, output.Error);
                return ExitCodes.Unusable;
            }

            if (parsed.GetValue(options.Check))
            {
                await output.Error.WriteLineAsync("The query is right; columns: " + string.Join(", ", compiled.Columns.Select(c => c.Name + ":" + KqlValue.Name(c.Type))));
                return ExitCodes.Clean;
            }

            if (snapshot is not null && compiled.Reads.Any(read => DerivedTables.All.Any(t => t.Name == read.Table && !snapshot.IsDerived(t.Name))))
            {
                AiWorkloads.Derive(snapshot, cancellationToken);
            }

            var result = (snapshot ?? empty)!.Query(compiled, budget, cancellationToken);
            await QueryFormats.WriteAsync(result, parsed.GetValue(options.Format)!, output);
            if (result.Truncated)
                await output.Error.WriteLineAsync($"ashlar: only the first {result.Rows.Count} rows are shown; --max-rows shows more.");
            return ExitCodes.Clean;
        }
        catch (KqlRunException stopped)
        {
            await output.Error.WriteLineAsync($"ashlar: {stopped.Code}: {stopped.Message}");
            return ExitCodes.Unusable;
        }
        catch (SnapshotException problem)
        {
            await output.Error.WriteLineAsync("ashlar: " + problem.Message);
            return ExitCodes.Unusable;
        }
    }
}

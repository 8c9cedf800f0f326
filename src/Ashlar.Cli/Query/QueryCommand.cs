using System.CommandLine;
using Ashlar.Cli.Query.Prompt;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Cli.Query;

/// <summary><c>ashlar query</c>: KQL over a snapshot, over the empty catalogue, or a batch of questions with their own tables.</summary>
internal static class QueryCommand
{
    /// <summary>What a person scrolls through.</summary>
    private const int MostRowsOfPrompt = 1000;

    public static Command Create(CliOutput output)
    {
        var options = new QueryOptions();
        var command = new Command("query", "Asks a snapshot in KQL. Example: ashlar query \"resources | summarize count() by type\" --snapshot contoso.ashlar. Without a query it asks for them on a terminal, else reads one from standard input.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(options.Tables))
            {
                await QueryTables.WriteAsync(output.Out);
                return ExitCodes.Clean;
            }

            if (parsed.GetValue(options.Format) == "parquet" && parsed.GetValue(options.Batch) is null && parsed.GetValue(options.Out) is null)
            {
                await output.Error.WriteLineAsync("ashlar: --format parquet needs --out FILE: it is no text.");
                return ExitCodes.Unusable;
            }

            try
            {
                using var session = QuerySession.Open(parsed.GetValue(options.Snapshot), cancellationToken);
                var dialect = parsed.GetValue(options.Dialect) == "log-analytics" ? KqlDialect.LogAnalytics : KqlDialect.Arg;
                var language = new KqlOptions(dialect, parsed.GetValue(options.Now) ?? session.AsOf ?? TimeProvider.System.GetUtcNow().UtcDateTime);
                var budget = new KqlBudget(parsed.GetValue(options.MaxRows), TimeSpan.FromSeconds(parsed.GetValue(options.MaxSeconds)));
                if (parsed.GetValue(options.Batch) is { } batch)
                {
                    var failed = await QueryBatch.RunAsync(batch, parsed.GetValue(options.Out), session, parsed.GetValue(options.Check), language, budget, output, cancellationToken);
                    return failed ? ExitCodes.Unusable : ExitCodes.Clean;
                }

                if (output.Conversational && parsed.GetValue(options.Text) is null && parsed.GetValue(options.File) is null && parsed.GetValue(options.Out) is null)
                {
                    var rows = parsed.GetResult(options.MaxRows) is { Implicit: false } ? budget : budget with { MaxRows = MostRowsOfPrompt };
                    await new QueryPrompt(PromptTerminal.OfConsole(), session, language, rows, parsed.GetValue(options.Format)!).RunAsync(cancellationToken);
                    return ExitCodes.Clean;
                }

                var text = await QueryText.ReadAsync(parsed.GetValue(options.Text), parsed.GetValue(options.File), output, cancellationToken);
                return text is null ? ExitCodes.Unusable : await AskAsync(text, parsed, options, session, language, budget, output, cancellationToken);
            }
            catch (SnapshotException problem)
            {
                await output.Error.WriteLineAsync("ashlar: " + problem.Message);
                return ExitCodes.Unusable;
            }
        });
        return command;
    }

    private static async Task<int> AskAsync(string text, ParseResult parsed, QueryOptions options, QuerySession session, KqlOptions language, KqlBudget budget, CliOutput output, CancellationToken cancellationToken)
    {
        var compiled = KqlCompiler.Compile(text, session.Catalog, language);
        if (!compiled.Success)
        {
            await QueryProblems.WriteAsync(compiled, output.Error, parsed.GetValue(options.File) is "-" ? null : parsed.GetValue(options.File));
            return ExitCodes.Unusable;
        }

        if (parsed.GetValue(options.Check))
        {
            await output.Error.WriteLineAsync("The query is right; columns: " + string.Join(", ", compiled.Columns.Select(c => c.Name + ":" + KqlValue.Name(c.Type))));
            return ExitCodes.Clean;
        }

        try
        {
            var result = session.Run(compiled, budget, cancellationToken);
            var format = parsed.GetValue(options.Format)!;
            if (parsed.GetValue(options.Out) is { } file)
                await QueryFile.WriteAsync(result, format, file, cancellationToken);
            else
                await QueryFormats.WriteAsync(result, format, output.Out);
            if (result.Truncated)
                await output.Error.WriteLineAsync($"ashlar: only the first {result.Rows.Count} rows are shown; --max-rows shows more.");
            return ExitCodes.Clean;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await output.Error.WriteLineAsync("ashlar: " + problem.Message);
            return ExitCodes.Unusable;
        }
        catch (KqlRunException stopped)
        {
            await output.Error.WriteLineAsync($"ashlar: {stopped.Code}: {stopped.Message}");
            return ExitCodes.Unusable;
        }
    }
}

using System.Text;
using Ashlar.Kql;

namespace Ashlar.Cli.Query.Prompt;

/// <summary>Asks for queries until nobody has one: each ends with ';' or an empty line.</summary>
internal sealed class QueryPrompt(PromptTerminal terminal, QuerySession session, KqlOptions options, KqlBudget budget, string format)
{
    private const string First = "kql> ";
    private const string Further = "   > ";

    private readonly LineEditor _editor = new(terminal, new Completer(session.Catalog, options));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await terminal.Screen.WriteLineAsync("KQL. ';' or an empty line asks, Tab completes, Ctrl-C stops a query, 'exit' or Ctrl-D leaves. Tables: 'resources', 'AiWorkloads', Tab.");
        while (await ReadAsync(cancellationToken) is { } query)
        {
            if (query.Length > 0)
                await AskAsync(query, cancellationToken);
        }
    }

    /// <returns>Null when the prompt is left; '' when a query was abandoned.</returns>
    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var query = new StringBuilder();
        var statement = 0;
        while (true)
        {
            var line = await _editor.ReadAsync(query.Length == 0 ? First : Further, query.ToString(), cancellationToken);
            if (line.End == LineEnd.Closed)
                return null;
            if (line.End == LineEnd.Abandoned)
                return "";
            var text = line.Text.Trim();
            if (query.Length == 0 && text.TrimEnd(';') is "exit" or "quit")
                return null;
            if (text.Length == 0)
                return query.ToString();
            query.Append(line.Text).Append('\n');
            if (!text.EndsWith(';'))
                continue;
            if (!Prepares(query.ToString(statement, query.Length - statement)))
                return query.ToString();
            statement = query.Length;
        }
    }

    /// <summary>A let gives no rows: the query is still to come.</summary>
    private static bool Prepares(string statement) =>
        statement.TrimEnd().TrimEnd(';').Split(';')[^1].TrimStart().Split(' ', 2)[0] is "let" or "set" or "declare";

    private async Task AskAsync(string query, CancellationToken cancellationToken)
    {
        var compiled = KqlCompiler.Compile(query, session.Catalog, options);
        if (!compiled.Success)
        {
            await QueryProblems.WriteAsync(compiled, terminal.Screen);
            return;
        }

        try
        {
            var result = await RunAsync(compiled, cancellationToken);
            await QueryFormats.WriteAsync(result, format, terminal.Screen);
            if (result.Truncated)
                await terminal.Screen.WriteLineAsync($"Only the first {result.Rows.Count} rows; --max-rows shows more.");
        }
        catch (KqlRunException stopped)
        {
            await terminal.Screen.WriteLineAsync($"{stopped.Code}: {stopped.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await terminal.Screen.WriteLineAsync("Stopped.");
        }
    }

    /// <summary>Runs beside the keyboard: Ctrl-C ends the query, other keys wait for the next line.</summary>
    private async Task<KqlResult> RunAsync(KqlCompilation compiled, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = Task.Run(() => session.Run(compiled, budget, stop.Token), cancellationToken);
        var listen = ListenAsync(stop, done.Token);
        try
        {
            return await run;
        }
        finally
        {
            await done.CancelAsync();
            await listen;
        }
    }

    private async Task ListenAsync(CancellationTokenSource stop, CancellationToken done)
    {
        try
        {
            while (await terminal.Keys.WaitToReadAsync(done))
            {
                while (!done.IsCancellationRequested && terminal.Keys.TryRead(out var key))
                {
                    if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
                        await stop.CancelAsync();
                    else
                        _editor.TypeAhead(key);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The query has ended; keys belong to the editor again.
        }
    }
}

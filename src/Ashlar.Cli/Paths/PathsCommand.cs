using System.CommandLine;
using Ashlar.Content;
using Ashlar.Store;

namespace Ashlar.Cli.Paths;

/// <summary><c>ashlar paths</c>: the roads an attacker would take, with proof, and what cuts them.</summary>
internal static class PathsCommand
{
    public static Command Create(CliOutput output)
    {
        var options = new PathsOptions();
        var command = new Command("paths", "Shows the paths an attacker would take to AI workloads and from them on, each step with its proof, the worst first; with --cut the changes to make first. Example: ashlar paths --to chat --from guest --snapshot ashlar-demo/tenant.ashlar");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var edges = ContentLibrary.LoadEdges([ContentRoot.Content, .. parsed.GetValue(options.Content) ?? []], Snapshot.EmptyCatalog, out var problems);
            foreach (var problem in problems)
                await output.Error.WriteLineAsync(Rules.DiagnosticText.Line(problem));
            if (edges.Count == 0)
                return await SayAsync(output, "there is no capability in content/edges, so nothing could be worked out.");
            if (parsed.GetValue(options.Snapshot) is not { } file)
                return await SayAsync(output, "--snapshot FILE is missing. 'ashlar scan' writes one, tenant.ashlar in its folder of results.");
            try
            {
                using var snapshot = Snapshot.Open(file, [], cancellationToken);
                DerivedData.Complete(snapshot, edges, cancellationToken);
                return await AnswerAsync(parsed, options, new PathsQuestions(snapshot, cancellationToken), output);
            }
            catch (SnapshotException problem)
            {
                return await SayAsync(output, problem.Message);
            }
        });
        return command;
    }

    private static async Task<int> AnswerAsync(ParseResult parsed, PathsOptions options, PathsQuestions questions, CliOutput output)
    {
        var filters = new List<string>();
        foreach (var (text, ask) in new (string?, Func<string, (string? Filter, string Problem)>)[] { (parsed.GetValue(options.To), questions.To), (parsed.GetValue(options.From), questions.From) })
        {
            if (text is null)
                continue;
            var (filter, problem) = ask(text);
            if (filter is null)
                return await SayAsync(output, problem);
            filters.Add(filter);
        }

        var cut = parsed.GetValue(options.Cut);
        var query = cut ? PathsQuestions.Cuts(filters) : PathsQuestions.Paths(filters);
        if (parsed.GetValue(options.Kql))
        {
            await output.Out.WriteLineAsync(query);
            return ExitCodes.Clean;
        }

        var paths = questions.Run(PathsQuestions.Paths(filters) + " | project " + PathsQuestions.Columns);
        var changes = cut ? questions.Run(query + " | project Rank, Kind, ResourceId, Setting, Change, Cuts, Hit, Total, tostring(Breaks), ChangeId") : [];
        var missing = questions.Missing(paths);
        var (json, top) = (parsed.GetValue(options.Format) == "json", parsed.GetValue(options.Top));
        if (json)
            await PathsJson.WriteAsync(output.Out, cut ? null : paths, cut ? changes : null, missing);
        else if (cut)
            await PathsText.CutsAsync(output.Out, changes, paths.Count, missing, top);
        else
            await PathsText.PathsAsync(output.Out, paths, missing, top);
        return missing.Count == 0 ? ExitCodes.Clean : ExitCodes.Incomplete;
    }

    private static async Task<int> SayAsync(CliOutput output, string problem)
    {
        await output.Error.WriteLineAsync("ashlar: " + Rules.DiagnosticText.Printable(problem));
        return ExitCodes.Unusable;
    }
}

using System.CommandLine;
using Ashlar.Content;
using Ashlar.Store;

namespace Ashlar.Cli.Access;

/// <summary><c>ashlar access</c>: who can do what, with proof.</summary>
internal static class AccessCommand
{
    public static Command Create(CliOutput output)
    {
        var options = new AccessOptions();
        var command = new Command("access", "Says who can do what to a resource, and what a principal can do, with the assignments that prove it. Example: ashlar access --who-can read-keys oai-claims-prod --snapshot ashlar-demo/tenant.ashlar");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var edges = ContentLibrary.LoadEdges([ContentRoot.Content, .. parsed.GetValue(options.Content) ?? []], Snapshot.EmptyCatalog, out var problems);
            foreach (var problem in problems)
                await output.Error.WriteLineAsync(Rules.DiagnosticText.Line(problem));
            if (parsed.GetValue(options.Capabilities))
            {
                foreach (var edge in edges)
                    await output.Out.WriteLineAsync($"{edge.Id,-22} {edge.Title}");
                return ExitCodes.Clean;
            }

            if (parsed.GetValue(options.WhoCan) is null == parsed.GetValue(options.WhatCan) is null)
                return await SayAsync(output, "name one question: --who-can CAPABILITY RESOURCE, or --what-can PRINCIPAL.");
            if (parsed.GetValue(options.Snapshot) is not { } file)
                return await SayAsync(output, "--snapshot FILE is missing. 'ashlar scan' writes one, tenant.ashlar in its folder of results.");
            try
            {
                using var snapshot = Snapshot.Open(file, [], cancellationToken);
                DerivedData.Complete(snapshot, edges, cancellationToken);
                var questions = new AccessQuestions(snapshot, cancellationToken);
                return parsed.GetValue(options.WhoCan) is { } capability
                    ? await WhoCanAsync(capability, parsed, options, questions, edges, output, cancellationToken)
                    : await WhatCanAsync(parsed.GetValue(options.WhatCan)!, parsed, options, questions, output);
            }
            catch (SnapshotException problem)
            {
                return await SayAsync(output, problem.Message);
            }
        });
        return command;
    }

    private static async Task<int> WhoCanAsync(string capability, ParseResult parsed, AccessOptions options, AccessQuestions questions, IReadOnlyList<AccessEdge> edges, CliOutput output, CancellationToken cancellationToken)
    {
        if (edges.FirstOrDefault(e => e.Id == capability) is not { } edge)
            return await SayAsync(output, $"there is no capability '{capability}'. There are: {string.Join(", ", edges.Select(e => e.Id))}.");
        if (parsed.GetValue(options.Resource) is not { } text)
            return await SayAsync(output, "name the resource after the capability: its id, or its name.");
        var found = questions.Resources(text);
        if (found.Count > 1 && found.Where(f => edge.On.Any(o => o.Type == f.Type)).ToList() is { Count: > 0 } spoken)
            found = spoken;
        if (found.Count != 1)
            return await SayAsync(output, found.Count == 0 ? $"no resource that an edge speaks of is named '{text}' in this snapshot." : $"'{text}' names {found.Count} resources; give the id: {string.Join(", ", found.Take(10).Select(f => f.Id))}");
        var resource = found[0];
        if (!edge.On.Any(o => o.Type == resource.Type))
            return await SayAsync(output, $"'{capability}' says nothing of {resource.Type}. It speaks of: {string.Join(", ", edge.On.Select(o => o.Type).Distinct(StringComparer.Ordinal))}.");
        var query = AccessQuestions.WhoCan(capability, resource.Id);
        if (parsed.GetValue(options.Kql))
        {
            await output.Out.WriteLineAsync(query);
            return ExitCodes.Clean;
        }

        var roads = questions.Roads(query);
        var seen = questions.Seen(resource.Id);
        var closed = questions.Closed(edge, resource);
        var (live, problem) = parsed.GetValue(options.VerifyLive) ? await LivePermissions.CompareAsync(edge, resource, roads, cancellationToken) : (null, "");
        if (parsed.GetValue(options.Format) == "json")
            await AccessJson.WriteAsync(output.Out, roads, seen, live);
        else
            await AccessText.WhoCanAsync(output.Out, "Who can: " + edge.Title, resource, roads, seen, closed, parsed.GetValue(options.Top), p => new GroupPaths(questions, p));
        if (live is not null && parsed.GetValue(options.Format) != "json")
            await output.Out.WriteLineAsync(Rules.DiagnosticText.Printable($"  live, caller {live.Caller}: {live.Sentence}"));
        if (problem.Length > 0)
            return await SayAsync(output, $"--verify-live: {problem}.");
        if (live is { Agrees: false })
            return ExitCodes.Findings;
        return seen.Complete && (live is null || live.Agrees is true) ? ExitCodes.Clean : ExitCodes.Incomplete;
    }

    private static async Task<int> WhatCanAsync(string text, ParseResult parsed, AccessOptions options, AccessQuestions questions, CliOutput output)
    {
        var found = questions.Principals(text);
        if (found.Count != 1)
            return await SayAsync(output, found.Count == 0 ? $"no principal has the id or name '{text}' in this snapshot." : $"'{text}' names {found.Count} principals; give the object id: {string.Join(", ", found.Take(10).Select(f => f.Id))}");
        var query = AccessQuestions.WhatCan(found[0].Id);
        if (parsed.GetValue(options.Kql))
        {
            await output.Out.WriteLineAsync(query);
            return ExitCodes.Clean;
        }

        var roads = questions.Roads(query);
        var seen = questions.SeenOf(found[0].Id);
        if (parsed.GetValue(options.Format) == "json")
            await AccessJson.WriteAsync(output.Out, roads, seen, null);
        else
            await AccessText.WhatCanAsync(output.Out, found[0], roads, seen, parsed.GetValue(options.Top), p => new GroupPaths(questions, p));
        return seen.Complete ? ExitCodes.Clean : ExitCodes.Incomplete;
    }

    private static async Task<int> SayAsync(CliOutput output, string problem)
    {
        await output.Error.WriteLineAsync("ashlar: " + Rules.DiagnosticText.Printable(problem));
        return ExitCodes.Unusable;
    }
}

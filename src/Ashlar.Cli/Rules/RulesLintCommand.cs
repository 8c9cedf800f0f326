using System.CommandLine;
using Ashlar.Graph.Access.Proving;
using Ashlar.Model;
using Ashlar.Rules;

namespace Ashlar.Cli.Rules;

/// <summary><c>ashlar rules lint</c>: every problem of every rule in one run.</summary>
internal static class RulesLintCommand
{
    public static Command Create(CliOutput output)
    {
        var options = new RulesOptions();
        var command = new Command("lint", "Reads, binds and proves every control; prints every problem with file, line, code and what to do. Example: ashlar rules lint --content ./my-rules");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var library = options.Load(parsed);
            var proofs = ControlProofs.Run(options.Chosen(parsed, library), ProofDepth.Everything, cancellationToken);
            var edges = EdgeProofs.Run(library.Edges, cancellationToken);
            var problems = library.Diagnostics.Concat(proofs.SelectMany(proof => proof.Diagnostics)).Concat(edges.SelectMany(edge => edge.Diagnostics)).ToList();
            var errors = problems.Count(problem => problem.Level == DiagnosticLevel.Error);
            if (options.IsJson(parsed))
            {
                await RulesJson.WriteAsync(output.Out, json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("controls", proofs.Count);
                    json.WriteNumber("cases", proofs.Sum(proof => proof.Cases));
                    json.WriteNumber("variants", proofs.Sum(proof => proof.Asked));
                    json.WriteNumber("edges", edges.Count);
                    json.WriteNumber("assertions", edges.Sum(edge => edge.Assertions));
                    json.WriteNumber("errors", errors);
                    json.WriteNumber("warnings", problems.Count(problem => problem.Level == DiagnosticLevel.Warning));
                    json.WriteStartArray("diagnostics");
                    problems.ForEach(problem => DiagnosticText.Write(json, problem));
                    json.WriteEndArray();
                    json.WriteEndObject();
                });
            }
            else
            {
                foreach (var problem in problems)
                {
                    await output.Out.WriteLineAsync(DiagnosticText.Line(problem));
                }

                await output.Out.WriteLineAsync($"{proofs.Count} controls, {proofs.Sum(proof => proof.Cases)} cases, {proofs.Sum(proof => proof.Asked)} variants tried, {edges.Count} edges, {edges.Sum(edge => edge.Assertions)} assertions: {errors} errors, {problems.Count - errors} warnings");
            }

            var unknown = await RulesTestCommand.SayUnknownAsync(options.Unknown(parsed, library), output);
            return errors > 0 || unknown ? ExitCodes.Unusable : ExitCodes.Clean;
        });
        return command;
    }
}

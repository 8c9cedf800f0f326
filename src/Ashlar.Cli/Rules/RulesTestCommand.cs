using System.CommandLine;
using Ashlar.Graph.Access.Proving;
using Ashlar.Model;
using Ashlar.Rules;
using Ashlar.Sources.Templates.Cli;

namespace Ashlar.Cli.Rules;

/// <summary><c>ashlar rules test</c>: runs the cases, one line a control.</summary>
internal static class RulesTestCommand
{
    public static Command Create(CliOutput output)
    {
        var options = new RulesOptions();
        var command = new Command("test", "Runs the cases of every control and prints one line a control. Example: ashlar rules test search-local-auth-off");
        var fixes = new Option<bool>("--fixes") { Description = "Also compile each Bicep patch with the Bicep CLI and lay it over its failing cases: the control must pass then, and no other may fail." };
        options.AddTo(command);
        command.Options.Add(fixes);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var library = options.Load(parsed);
            var chosen = options.Chosen(parsed, library);
            var proofs = ControlProofs.Run(chosen, ProofDepth.Cases, cancellationToken);
            // Who names controls asks for them alone.
            var edges = chosen.Count == library.Controls.Count ? EdgeProofs.Run(library.Edges, cancellationToken) : [];
            if (parsed.GetValue(fixes))
            {
                using var patches = BicepPatches.Open(cancellationToken);
                if (patches is null)
                {
                    await output.Error.WriteLineAsync($"ashlar: --fixes needs the Bicep CLI. {BicepCli.WhatToDo}.");
                    return ExitCodes.Unusable;
                }

                proofs = WithFixes(proofs, FixProofs.Run(chosen, library.Controls, patches.Deploy, cancellationToken));
            }

            var broken = library.Diagnostics.Where(problem => problem.Level == DiagnosticLevel.Error).ToList();
            if (options.IsJson(parsed))
            {
                await WriteJsonAsync(output, proofs, edges, broken);
            }
            else
            {
                await WriteTableAsync(output, proofs, edges, broken);
            }

            var unknown = await SayUnknownAsync(options.Unknown(parsed, library), output);
            return broken.Count > 0 || unknown || proofs.Any(proof => proof.Diagnostics.Count > 0) || edges.Any(edge => edge.Diagnostics.Count > 0) ? ExitCodes.Unusable : ExitCodes.Clean;
        });
        return command;
    }

    private static List<ControlProof> WithFixes(IReadOnlyList<ControlProof> proofs, IReadOnlyList<FixProof> fixes)
    {
        var said = fixes.ToDictionary(fix => fix.Control, fix => fix.Diagnostics);
        return [.. proofs.Select(proof => proof with { Diagnostics = [.. proof.Diagnostics, .. said.GetValueOrDefault(proof.Control, [])] })];
    }

    /// <summary>True when an id was asked for that no control has; a control that did not load is among them.</summary>
    public static async Task<bool> SayUnknownAsync(IEnumerable<string> ids, CliOutput output)
    {
        var any = false;
        foreach (var id in ids)
        {
            any = true;
            await output.Error.WriteLineAsync($"ashlar: no control that loads has an id starting with '{DiagnosticText.Printable(id)}'. See 'ashlar rules list' and 'ashlar rules lint'.");
        }

        return any;
    }

    private static async Task WriteTableAsync(CliOutput output, IReadOnlyList<ControlProof> proofs, IReadOnlyList<EdgeProof> edges, List<Diagnostic> broken)
    {
        foreach (var problem in broken)
        {
            await output.Out.WriteLineAsync(DiagnosticText.Line(problem));
        }

        var width = proofs.Count == 0 ? 0 : proofs.Max(proof => proof.Control.Control.Id.Length);
        foreach (var proof in proofs)
        {
            var state = proof.Diagnostics.Count == 0 ? "ok  " : "FAIL";
            var count = proof.Control.Query is null ? "manual" : $"{proof.Held} of {proof.Cases} cases";
            await output.Out.WriteLineAsync($"{state}  {proof.Control.Control.Id.PadRight(width)}  {count}");
            foreach (var problem in proof.Diagnostics)
            {
                await output.Out.WriteLineAsync("      " + DiagnosticText.Line(problem));
            }
        }

        foreach (var edge in edges)
        {
            await output.Out.WriteLineAsync($"{(edge.Diagnostics.Count == 0 ? "ok  " : "FAIL")}  edge {edge.Edge.Id.PadRight(Math.Max(0, width - 5))}  {edge.Held} of {edge.Assertions} assertions");
            foreach (var problem in edge.Diagnostics)
            {
                await output.Out.WriteLineAsync("      " + DiagnosticText.Line(problem));
            }
        }

        await output.Out.WriteLineAsync($"{proofs.Count} controls, {proofs.Sum(proof => proof.Held)} of {proofs.Sum(proof => proof.Cases)} cases hold" + (edges.Count == 0 ? "" : $"; {edges.Count} edges, {edges.Sum(edge => edge.Held)} of {edges.Sum(edge => edge.Assertions)} assertions hold") + (broken.Count == 0 ? "" : $"; {broken.Count} errors keep controls from loading"));
    }

    private static Task WriteJsonAsync(CliOutput output, IReadOnlyList<ControlProof> proofs, IReadOnlyList<EdgeProof> edges, List<Diagnostic> broken) =>
        RulesJson.WriteAsync(output.Out, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("controls");
            foreach (var proof in proofs)
            {
                json.WriteStartObject();
                json.WriteString("id", proof.Control.Control.Id);
                json.WriteNumber("cases", proof.Cases);
                json.WriteNumber("held", proof.Held);
                json.WriteStartArray("diagnostics");
                foreach (var problem in proof.Diagnostics)
                {
                    DiagnosticText.Write(json, problem);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (var edge in edges)
            {
                json.WriteStartObject();
                json.WriteString("id", edge.Edge.Id);
                json.WriteNumber("assertions", edge.Assertions);
                json.WriteNumber("held", edge.Held);
                json.WriteStartArray("diagnostics");
                foreach (var problem in edge.Diagnostics)
                {
                    DiagnosticText.Write(json, problem);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("diagnostics");
            broken.ForEach(problem => DiagnosticText.Write(json, problem));
            json.WriteEndArray();
            json.WriteEndObject();
        });
}

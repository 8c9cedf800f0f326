using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Templates.Cli;
using Ashlar.Sources.Templates.Expansion;
using Ashlar.Sources.Templates.Inputs;
using Ashlar.Sources.Templates.Preparation;
using Ashlar.Sources.Templates.Reading;
using Ashlar.Sources.Templates.Text;

namespace Ashlar.Sources.Templates;

/// <summary>Reads deployments one by one, on any number of threads: compile, prepare, expand, read. What goes wrong with one is a gap of that one.</summary>
internal sealed class DeploymentReader(BicepFiles files, Lazy<BicepCli?> cli, Workplace workplace, PropertyNames names)
{
    private const int ErrorsTold = 5;
    private const int PlacesTold = 10;

    public DeploymentRows Read(Deployment deployment, CancellationToken cancellationToken)
    {
        var result = new Result(deployment);
        try
        {
            if (deployment.Template.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase) || deployment.Template.EndsWith(".bicepparam", StringComparison.OrdinalIgnoreCase))
            {
                Bicep(result, cancellationToken);
            }
            else
            {
                Arm(result, cancellationToken);
            }
        }
        catch (BicepException e)
        {
            result.Fail(SourceCodes.Bicep, e.Message);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            result.Fail(SourceCodes.CannotRead, "The template cannot be read: " + e.Message);
        }

        return result.Done();
    }

    private void Arm(Result result, CancellationToken cancellationToken)
    {
        var deployment = result.Deployment;
        var json = PlacedJson.Read(deployment.Template);
        var template = json.Root;
        if (!ArmTemplate.Is(template) && deployment.Arm is { } part)
        {
            // It stands inside something else: its lines are not known.
            template = part.DeepClone().AsObject();
        }

        var shown = BicepDeclared.Shown(deployment.File.Root, deployment.Template);
        Expand(result, Preparation.Preparation.Of(template, deployment.Given, new ArmDeclared(json, shown)), cancellationToken);
    }

    private void Bicep(Result result, CancellationToken cancellationToken)
    {
        var deployment = result.Deployment;
        if (files.NotRestored(deployment.Template) is { Count: > 0 } missing)
        {
            var (target, file, line) = missing[0];
            var more = missing.Count > 1 ? $" and {missing.Count - 1} more registry modules, which are not restored" : ", which is not restored";
            result.Fail(
                SourceCodes.NotRestored,
                $"It needs {target} ({BicepDeclared.Shown(deployment.File.Root, file)} line {line}){more}; a scan opens no connection. Restore with:",
                result.Restore);
            return;
        }

        if (cli.Value is not { } bicep)
        {
            result.Fail(SourceCodes.Bicep, "There is no Bicep CLI to read it with.", BicepCli.WhatToDo + ".");
            return;
        }

        var isParameters = deployment.Template.EndsWith(".bicepparam", StringComparison.OrdinalIgnoreCase);
        var compiled = isParameters ? bicep.CompileParameters(deployment.Template, cancellationToken) : bicep.Compile(deployment.Template, cancellationToken);
        if (compiled.Template is null || compiled.Errors.Any())
        {
            Errors(result, compiled);
            return;
        }

        var template = PlacedJson.Parse(compiled.Template).Root;
        var given = compiled.Parameters is { } parameters ? ParameterValues.Of(PlacedJson.Parse(parameters).Root, files.Environment(deployment.Template).Parameters) : deployment.Given;
        var source = isParameters ? files.Source(deployment.Template)?.Using?.FileFrom(deployment.Template) : deployment.Template;
        Declared declared = source is not null && source.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase)
            ? new BicepDeclared(files, source, deployment.File.Root, template, null)
            : new CalledDeclared(new Place(deployment.File.Relative, files.Source(deployment.Template)?.Using?.Line ?? 0, 1, null));
        Expand(result, Preparation.Preparation.Of(template, given, declared), cancellationToken);
    }

    private static void Errors(Result result, BicepCompilation compiled)
    {
        var errors = compiled.Errors.ToArray();
        foreach (var error in errors.Take(ErrorsTold))
        {
            result.Warn(SourceCodes.BicepError, $"{error.Code}: {CompilerMessage.Shown(error.Message, result.Deployment.File.Root)}", BicepDeclared.Shown(result.Deployment.File.Root, error.File), error.Line, error.Column);
        }

        var isMissing = errors.Any(e => e.Code is "BCP190" or "BCP191" or "BCP192");
        result.Fail(
            isMissing ? SourceCodes.NotRestored : SourceCodes.BicepError,
            isMissing ? "It needs modules of a registry that are not restored. Restore with:" : errors.Length == 0 ? "It does not compile." : $"It does not compile: {errors.Length} errors, the first in {Path.GetFileName(errors[0].File)} line {errors[0].Line} ({errors[0].Code}).",
            isMissing ? result.Restore : null);
    }

    private void Expand(Result result, Prepared prepared, CancellationToken cancellationToken)
    {
        var rows = new TemplateRows(result.Deployment.File.Relative, names, prepared.Places);
        var expanded = cli.Value is { } bicep ? new Expander(bicep, workplace).Expand(prepared, cancellationToken) : null;
        if (expanded?.Resources is { } resources)
        {
            PredictedTemplate.Read(resources, result.Scope, rows);
            foreach (var (place, why) in expanded.Skipped)
            {
                result.Skip(place, why);
            }

            if (expanded.Skipped.Count == 0)
            {
                result.NotDeployed(prepared.Places.Index().Where(p => !rows.Seen.Contains(p.Index)).Select(p => p.Item).Distinct().ToArray());
            }
        }
        else
        {
            LiteralTemplate.Read(prepared.Template, result.Scope, rows);
            result.Warn(SourceCodes.Literal, expanded is null
                ? $"Read without the Bicep CLI, as far as its values are literal. {BicepCli.WhatToDo}."
                : $"Read as far as its values are literal, because the Bicep CLI cannot expand it: {expanded.Failure}");
        }

        result.Take(rows, prepared.Existing);
    }

    /// <summary>Collects what is said of one deployment.</summary>
    private sealed class Result(Deployment deployment)
    {
        private readonly List<Gap> _gaps = [];
        private readonly List<Diagnostic> _diagnostics = [];
        private TemplateRows? _rows;

        public Deployment Deployment => deployment;

        /// <summary>The command that fetches what a registry holds.</summary>
        public string Restore => "bicep restore " + Beside(BicepDeclared.Shown(deployment.File.Root, deployment.Template));

        public string Scope { get; } = SyntheticIds.Scope(deployment.File.Relative);

        public void Warn(string code, string message, string? file = null, int line = 0, int column = 0) =>
            _diagnostics.Add(new Diagnostic(code, DiagnosticLevel.Warning, message, file is null ? deployment.File.Shown : Beside(file), line, column));

        /// <summary>Nothing of the deployment is known.</summary>
        public void Fail(string code, string why, string? whatToDo = null)
        {
            Warn(code, whatToDo is null ? why : $"{why} {whatToDo}");
            _gaps.Add(new Gap(ResourceGraphTables.Resources, Scope, GapReason.Unreadable, whatToDo, $"{deployment.File.Relative} is not assessed. {why}"));
        }

        /// <summary>A deployment inside this one is not known. Its own id bears the gap: it says nothing of what stands beside it.</summary>
        public void Skip(Place place, string why)
        {
            Warn(SourceCodes.NotExpanded, $"A deployment inside it is not assessed: {why}.", place.Line > 0 ? place.File : null, place.Line, place.Column);
            var id = SyntheticIds.Below(Scope, "Microsoft.Resources/deployments", [place.Address ?? $"line {place.Line}"]);
            _gaps.Add(new Gap(ResourceGraphTables.ArmResources + "/microsoft.resources/deployments", id, GapReason.NotCollected, null, $"A deployment in {(place.Line > 0 ? $"{place.File} line {place.Line}" : deployment.File.Relative)} is not assessed: {why}."));
        }

        /// <summary>A condition is false or a loop has no turn, with the values that are given or the defaults.</summary>
        public void NotDeployed(Place[] places)
        {
            if (places.Length > 0)
            {
                var some = string.Join(", ", places.Take(PlacesTold).Select(p => $"{p.Address ?? "a resource"} ({p.File} line {p.Line})"));
                var more = places.Length > PlacesTold ? $" and {places.Length - PlacesTold} more" : "";
                _diagnostics.Add(new Diagnostic(SourceCodes.NotDeployed, DiagnosticLevel.Note, $"Not deployed with these values, and not assessed: {some}{more}.", deployment.File.Shown));
            }
        }

        public void Take(TemplateRows rows, IReadOnlyList<string> existing)
        {
            _rows = rows;
            var refers = existing.Count > 0 ? $" It refers to {existing.Count} existing resources, which are not part of it." : "";
            _diagnostics.Add(new Diagnostic(
                SourceCodes.Undecided,
                DiagnosticLevel.Note,
                $"A template: {rows.Resources.Count} resources below {Scope}; {rows.Gaps.Count} values known only at deployment count as unknown.{refers}",
                deployment.File.Shown));
        }

        public DeploymentRows Done() => new(deployment, _rows, [.. _gaps, .. _rows?.Gaps ?? []], _diagnostics);

        /// <summary>A file as the user would name it.</summary>
        private string Beside(string relative)
        {
            var folder = deployment.File.Shown[..^deployment.File.Relative.Length];
            return folder + relative;
        }
    }
}

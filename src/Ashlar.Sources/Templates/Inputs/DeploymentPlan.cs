using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Files;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>Which deployments the files of an input are: modules and compiled copies are part of another, and a parameters file goes with the template it is named after.</summary>
internal sealed class DeploymentPlan
{
    private readonly FoundTemplates _found;
    private readonly BicepFiles _files;
    private readonly SourceLog _log;
    private readonly ParametersBeside _beside;
    private readonly List<Deployment> _deployments = [];

    private DeploymentPlan(FoundTemplates found, BicepFiles files, SourceLog log) => (_found, _files, _log, _beside) = (found, files, log, new ParametersBeside(files));

    public static IReadOnlyList<Deployment> Of(FoundTemplates found, BicepFiles files, SourceLog log)
    {
        var plan = new DeploymentPlan(found, files, log);
        plan.Make();
        return plan._deployments;
    }

    private void Make()
    {
        var deployed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _found.BicepParameters)
        {
            _deployments.Add(new Deployment(file, Path.GetFullPath(file.Path), null, Nothing));
            if (_files.Source(file.Path)?.Using?.FileFrom(file.Path) is { } template)
            {
                deployed.Add(template);
            }
        }

        foreach (var parameters in _found.ArmParameters)
        {
            if (TemplateNames.Of(parameters.File.Path) is { } template)
            {
                deployed.Add(template);
                _deployments.Add(new Deployment(parameters.File, template, null, ParameterValues.Of(parameters.Content)));
            }
            else
            {
                _log.Note(SourceCodes.NotAssessable, "Parameters of a template that is not named like this file: what they set counts as open in the templates beside it. Name the file <template>.parameters.json.", parameters.File.Shown);
            }
        }

        foreach (var file in BicepRoots(deployed))
        {
            _deployments.Add(new Deployment(file, Path.GetFullPath(file.Path), null, _beside.Of(file.Path)));
        }

        var modules = _found.Bicep.Concat(_found.BicepParameters).SelectMany(f => Modules(f.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var template in _found.Arm)
        {
            AddArm(template, deployed, modules);
        }
    }

    private static IReadOnlyDictionary<string, JsonNode?> Nothing { get; } = new Dictionary<string, JsonNode?>();

    private void AddArm(FoundTemplate template, HashSet<string> deployed, HashSet<string> modules)
    {
        var path = Path.GetFullPath(template.File.Path);
        var source = Path.ChangeExtension(path, ".bicep");
        if (deployed.Contains(path) || (!template.File.IsNamed && modules.Contains(path)))
        {
            return;
        }

        if (!template.File.IsNamed && IsCompiled(template.Content) && _found.Bicep.Any(b => Path.GetFullPath(b.Path) == source))
        {
            _log.Note(SourceCodes.NotAssessable, "Compiled from the Bicep file beside it, which is read instead.", template.File.Shown);
            return;
        }

        _deployments.Add(new Deployment(template.File, path, template.Content, _beside.Of(path)));
    }

    /// <summary>Files that no other file of the input deploys. Files that deploy each other in a circle are roots too: the compiler says what is wrong.</summary>
    private IEnumerable<InputFile> BicepRoots(HashSet<string> deployed)
    {
        var used = _found.Bicep.Concat(_found.BicepParameters).SelectMany(f => Modules(f.Path)).ToHashSet(StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _found.BicepParameters)
        {
            Reach(file.Path, reached);
        }

        foreach (var file in _found.Bicep.OrderBy(f => !f.IsNamed && used.Contains(Path.GetFullPath(f.Path))).ToArray())
        {
            var path = Path.GetFullPath(file.Path);
            var isRoot = !deployed.Contains(path) && (file.IsNamed || !reached.Contains(path));
            if (isRoot && !(_files.Source(path) is { DeclaresNothing: true, References.Count: 0 }))
            {
                yield return file;
            }

            Reach(path, reached);
        }
    }

    private void Reach(string path, HashSet<string> reached)
    {
        var next = new Queue<string>([Path.GetFullPath(path)]);
        while (next.TryDequeue(out var file))
        {
            if (reached.Add(file))
            {
                foreach (var module in Modules(file))
                {
                    next.Enqueue(module);
                }
            }
        }
    }

    private IEnumerable<string> Modules(string file) =>
        (_files.Source(file)?.References ?? []).Where(r => r.IsModule).Select(r => r.FileFrom(file)).OfType<string>();

    private static bool IsCompiled(JsonObject template) =>
        template["metadata"] is JsonObject metadata && metadata["_generator"] is JsonObject generator && ResourceObject.Text(generator, "name") == "bicep";
}

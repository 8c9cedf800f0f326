using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates.Inputs;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>
/// A template that was compiled from a Bicep file. By symbolic name where the template has them; else by type, in which the compiler keeps the order of the
/// file, what stands inside other resources first. Where the numbers of a type differ, only the file is known.
/// </summary>
internal sealed class BicepDeclared : Declared
{
    private readonly Dictionary<JsonObject, BicepDeclaration> _byResource = new(ReferenceEqualityComparer.Instance);
    private readonly BicepFiles _files;
    private readonly string _path;
    private readonly string _root;
    private readonly Place? _callSite;

    /// <param name="root">Folder that places are told relative to.</param>
    /// <param name="callSite">Where the file is used as a module; null at the top.</param>
    public BicepDeclared(BicepFiles files, string path, string root, JsonObject template, Place? callSite)
    {
        (_files, _path, _root, _callSite) = (files, path, root, callSite);
        if (files.Source(path) is { } source)
        {
            Match(source.Declarations.Where(d => !d.IsExisting).ToArray(), template["resources"]);
        }
    }

    public static string Shown(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    public override Place Of(string? key, JsonObject resource) =>
        _byResource.TryGetValue(resource, out var declaration)
            ? new Place(Shown(_root, _path), declaration.Line, declaration.Column, declaration.Name)
            : _callSite ?? new Place(Shown(_root, _path), 0, 0, key);

    public override Declared Inside(string? key, JsonObject deployment, JsonObject template)
    {
        var place = Of(key, deployment);
        var module = _byResource.GetValueOrDefault(deployment)?.Module?.FileFrom(_path);
        return module is not null && module.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase) && _files.Source(module) is not null
            ? new BicepDeclared(_files, module, _root, template, place)
            : new CalledDeclared(place);
    }

    private void Match(BicepDeclaration[] declarations, JsonNode? resources)
    {
        if (resources is JsonObject symbolic)
        {
            var byName = declarations.GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            foreach (var (name, node) in symbolic)
            {
                if (node is JsonObject resource && byName.TryGetValue(name, out var declaration))
                {
                    _byResource[resource] = declaration;
                }
            }

            return;
        }

        var declared = declarations.OrderBy(d => !d.IsNested).ToLookup(d => d.Module is null ? d.Type : "", StringComparer.OrdinalIgnoreCase);
        foreach (var group in (resources as JsonArray ?? []).OfType<JsonObject>().GroupBy(TypeOf, StringComparer.OrdinalIgnoreCase))
        {
            var (found, said) = (group.ToArray(), declared[group.Key].ToArray());
            if (found.Length == said.Length)
            {
                foreach (var (resource, declaration) in found.Zip(said))
                {
                    _byResource[resource] = declaration;
                }
            }
        }
    }

    /// <summary>Empty for a module.</summary>
    private static string TypeOf(JsonObject resource)
    {
        var type = ResourceObject.Text(resource, "type") ?? "";
        return type.Equals("Microsoft.Resources/deployments", StringComparison.OrdinalIgnoreCase)
            && resource["properties"] is JsonObject properties && (properties.ContainsKey("template") || properties.ContainsKey("templateLink")) ? "" : type;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Terraform;

/// <summary>ARM ids of planned resources: the real one where the plan knows it, else one below the plan's own scope.</summary>
internal sealed class PlanIds(IReadOnlyList<PlannedResource> resources, IReadOnlyDictionary<string, TerraformMapping> mappings, string scope)
{
    private const int MaxDepth = 16;
    private readonly Dictionary<string, string?> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly ILookup<string, PlannedResource> _byPlainAddress = resources.ToLookup(r => Address.WithoutKeys(r.Address), StringComparer.Ordinal);

    /// <summary>Null when the type has no resource of its own.</summary>
    public string? Of(PlannedResource resource, int depth = 0)
    {
        if (_ids.TryGetValue(resource.Address, out var known))
        {
            return known;
        }

        // Two resources that name each other must end somewhere.
        _ids[resource.Address] = null;
        return _ids[resource.Address] = depth > MaxDepth ? null : Unique(Make(resource, depth), resource.Address);
    }

    /// <summary>Id that an attribute holds, or that of the resource its expression names; null when neither tells.</summary>
    public string? Named(PlannedResource resource, string attribute, int depth = 0)
    {
        if (Attribute.At(resource.Values, resource.Unknown, resource.Sensitive, attribute) is { Value: JsonValue value } && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is ['/', ..] id)
        {
            return id;
        }

        var candidates = resource.References.GetValueOrDefault(attribute.Split('.')[0], [])
            .SelectMany(meant => _byPlainAddress[Address.WithoutKeys(meant)].Where(r => Address.Is(r.Address, meant)))
            .DistinctBy(r => r.Address)
            .Where(r => mappings.GetValueOrDefault(r.Type) is { Into: null } || IsAzapi(r))
            .ToArray();
        // Of the instances of one resource the one with the same key is meant; else it stays open which.
        var named = candidates.Length == 1 ? candidates[0] : candidates.Where(c => c.Index == resource.Index && c.Module == resource.Module).ToArray() is [var same] ? same : null;
        return named is null ? null : Of(named, depth + 1);
    }

    /// <summary>Some attributes hold the name of the parent instead of its id. Of several with the name the one of the same module is meant.</summary>
    public string? ByName(PlannedResource resource, string attribute, string type, int depth = 0)
    {
        if (ResourceObject.Text(resource.Values, attribute) is not { } name)
        {
            return null;
        }

        var named = resources.Where(r => mappings.GetValueOrDefault(r.Type) is { Into: null } mapping && type.Equals(mapping.Type, StringComparison.OrdinalIgnoreCase) && Name(r, mapping.Name) == name).ToArray();
        return named.Length == 1 ? Of(named[0], depth + 1) : named.Where(r => r.Module == resource.Module).ToArray() is [var parent] ? Of(parent, depth + 1) : null;
    }

    public static bool IsAzapi(PlannedResource resource) => resource.Type == "azapi_resource";

    private string? Make(PlannedResource resource, int depth)
    {
        if (ResourceObject.Text(resource.Values, "id") is ['/', 's' or 'S' or 'p' or 'P', ..] real && real.Contains("/providers/", StringComparison.OrdinalIgnoreCase) && !real.Contains('|', StringComparison.Ordinal))
        {
            return real;
        }

        if (IsAzapi(resource))
        {
            return ResourceObject.Text(resource.Values, "type")?.Split('@')[0] is { } azapiType && azapiType.Contains('/', StringComparison.Ordinal)
                ? Below(resource, azapiType, ["parent_id"], Name(resource, new TerraformValue("name")), depth)
                : null;
        }

        if (mappings.GetValueOrDefault(resource.Type) is not { Into: null } mapping)
        {
            return null;
        }

        var name = Name(resource, mapping.Name);
        if (mapping.On is { } on)
        {
            return SyntheticIds.Below(Named(resource, on, depth) ?? scope, mapping.Type, [name]);
        }

        return Below(resource, mapping.Type, [mapping.Parent, mapping.OlderParent], name, depth);
    }

    private string Below(PlannedResource resource, string type, IReadOnlyList<string?> parents, string name, int depth)
    {
        var above = parents.OfType<string>().Select(parent => Named(resource, parent, depth) ?? ByName(resource, parent, Above(type), depth) ?? ByName(resource, parent, Above(Above(type)), depth)).FirstOrDefault(id => id is not null);
        var levels = type.Count(c => c == '/');
        if (levels == 1)
        {
            return SyntheticIds.Below(above ?? scope, type, [name]);
        }

        var last = "/" + type[(type.LastIndexOf('/') + 1)..] + "/" + name;
        var middle = Above(type);
        return above is not null && middle.Equals(ResourceIds.Type(above), StringComparison.OrdinalIgnoreCase) ? above + last
            // A blob container names the account: the service between them is always called default.
            : above is not null && Above(middle).Equals(ResourceIds.Type(above), StringComparison.OrdinalIgnoreCase) ? above + middle[middle.LastIndexOf('/')..] + "/default" + last
            : SyntheticIds.Below(scope, type, [.. Enumerable.Repeat("{" + resource.Address.Replace('/', '|') + "}", levels - 1), name]);
    }

    private static string Above(string type) => type.LastIndexOf('/') is > 0 and var end ? type[..end] : "";

    private static string Name(PlannedResource resource, TerraformValue from) =>
        new ArmBody(resource, _ => null).ValueOf(from) is { Value: JsonValue value } && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length > 0
            ? value.GetValue<string>()
            : "{" + resource.Address.Replace('/', '|') + "}";

    /// <summary>Two resources of one name in two resource groups of the plan stay two.</summary>
    private string? Unique(string? id, string address)
    {
        if (id is null || _taken.TryAdd(ResourceIds.Key(id), address))
        {
            return id;
        }

        return id + " {" + address.Replace('/', '|') + "}";
    }
}

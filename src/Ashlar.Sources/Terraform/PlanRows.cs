using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Terraform;

/// <summary>What the resources of one plan are in ARM's shape.</summary>
internal sealed class PlanRows
{
    private readonly TerraformOptions _options;
    private readonly string _file;
    private readonly PlanIds _ids;
    private readonly List<PlanRow> _rows = [];
    private readonly List<Gap> _gaps = [];
    private readonly List<Origin> _origins = [];
    private readonly Dictionary<string, PlanRow> _byKey = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _unmapped = new(StringComparer.Ordinal);
    private readonly List<string> _loose = [];

    private PlanRows(IReadOnlyList<PlannedResource> resources, string scope, string file, TerraformOptions options)
    {
        (_options, _file) = (options, file);
        _ids = new PlanIds(resources, options.Mappings, scope);
        foreach (var resource in resources)
        {
            Add(resource);
        }

        foreach (var resource in resources)
        {
            AddInto(resource);
        }

        foreach (var row in _rows)
        {
            AddGaps(row);
        }
    }

    public IReadOnlyList<JsonObject> Rows => [.. _rows.Select(row => row.Json)];

    public IReadOnlyList<Gap> Gaps => _gaps;

    public IReadOnlyList<Origin> Origins => _origins;

    /// <summary>Types that no mapping speaks of, with how many resources there are of each.</summary>
    public IReadOnlyDictionary<string, int> Unmapped => _unmapped;

    /// <summary>Addresses of resources that change another one which the plan does not show.</summary>
    public IReadOnlyList<string> Loose => _loose;

    public static PlanRows Of(JsonObject plan, string scope, string file, TerraformOptions options) => new(PlanFile.Resources(plan), scope, file, options);

    private void Add(PlannedResource resource)
    {
        if (PlanIds.IsAzapi(resource))
        {
            AddAzapi(resource);
        }
        else if (_options.Mappings.TryGetValue(resource.Type, out var mapping))
        {
            if (mapping.Into is null && _ids.Of(resource) is { } id)
            {
                var body = new ArmBody(resource, attribute => _ids.Named(resource, attribute));
                body.Fill(mapping.Values);
                Add(resource, id, mapping, body);
                foreach (var child in mapping.Children)
                {
                    AddChild(resource, id, child);
                }
            }
        }
        else if (resource.Type != "azapi_update_resource")
        {
            _unmapped[resource.Type] = _unmapped.GetValueOrDefault(resource.Type) + 1;
        }
    }

    private void AddChild(PlannedResource resource, string parent, TerraformMapping child)
    {
        if (child.When is { } condition && Attribute.Presence(resource.Values, resource.Unknown, resource.Sensitive, condition) is { Open: null, IsSet: false })
        {
            return;
        }

        var body = new ArmBody(resource, attribute => _ids.Named(resource, attribute));
        body.Fill(child.Values);
        var name = body.ValueOf(child.Name).Value is JsonValue given && given.GetValueKind() == JsonValueKind.String ? given.GetValue<string>() : "default";
        Add(resource, parent + "/" + child.Type[(child.Type.LastIndexOf('/') + 1)..] + "/" + name, child, body);
    }

    private void Add(PlannedResource resource, string id, TerraformMapping mapping, ArmBody body) => Add(resource, id, mapping.Type, mapping, body);

    private void Add(PlannedResource resource, string id, string type, TerraformMapping? mapping, ArmBody body)
    {
        var json = new JsonObject { ["id"] = id, ["name"] = ResourceIds.Name(id), ["type"] = type };
        foreach (var (column, value) in body.Columns)
        {
            json[column] = value?.DeepClone();
        }

        json.TryAdd("properties", new JsonObject());
        var row = new PlanRow(json, mapping);
        row.LeaveOpen(resource.Address, body.Open);
        _rows.Add(row);
        _origins.Add(new Origin(id, _file, 0, 0, resource.Address));
        _byKey.TryAdd(ResourceIds.Key(id), row);
    }

    /// <summary>azapi writes ARM itself: nothing is mapped, and what it does not say Azure decides.</summary>
    private void AddAzapi(PlannedResource resource)
    {
        if (_ids.Of(resource) is not { } id || ResourceObject.Text(resource.Values, "type")?.Split('@')[0] is not { } type)
        {
            _loose.Add(resource.Address);
            return;
        }

        var body = new ArmBody(resource, attribute => _ids.Named(resource, attribute));
        body.Fill(
        [
            new("location", new TerraformValue("location")),
            new("tags", new TerraformValue("tags")),
            new("identity.type", new TerraformValue("identity.type")),
            new("identity.userAssignedIdentities", new TerraformValue("identity.identity_ids") { Keys = true }),
        ]);
        AzapiBody.Merge(body, resource);
        Add(resource, id, type, null, body);
    }

    /// <summary>Values that belong in the body of another resource.</summary>
    private void AddInto(PlannedResource resource)
    {
        var isUpdate = resource.Type == "azapi_update_resource";
        var mapping = _options.Mappings.GetValueOrDefault(resource.Type);
        if (!isUpdate && mapping?.Into is null)
        {
            return;
        }

        var target = isUpdate ? _ids.Named(resource, "resource_id") : _ids.Named(resource, mapping!.Into!) ?? _ids.ByName(resource, mapping.Into!, mapping.Type);
        if (target is null || !_byKey.TryGetValue(ResourceIds.Key(target), out var found))
        {
            _loose.Add(resource.Address);
            return;
        }

        var body = new ArmBody(resource, attribute => _ids.Named(resource, attribute));
        if (isUpdate)
        {
            AzapiBody.Merge(body, resource);
        }
        else
        {
            body.Fill(mapping!.Values);
        }

        found.Take(body, mapping);
        found.LeaveOpen(resource.Address, body.Open);
    }

    private void AddGaps(PlanRow row)
    {
        var (id, type) = (ResourceObject.Text(row.Json, "id")!, ResourceObject.Text(row.Json, "type")!.ToLowerInvariant());
        var table = TypeRouting.TableOf(type, isExtension: id.Split("/providers/", StringSplitOptions.None).Length > 2);
        foreach (var (path, detail) in row.Undecided(_options.PathsRead(type)))
        {
            _gaps.Add(new Gap(table + "/" + type, id, GapReason.Undecided, null, $"{detail} ({_file}).", path));
        }
    }
}

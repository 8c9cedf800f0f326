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
    private readonly List<JsonObject> _rows = [];
    private readonly List<Gap> _gaps = [];
    private readonly List<Origin> _origins = [];
    private readonly Dictionary<string, (JsonObject Row, HashSet<string> Spoken)> _byKey = new(StringComparer.Ordinal);
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

        foreach (var (row, spoken) in _byKey.Values)
        {
            LeaveOpen(row, spoken);
        }
    }

    public IReadOnlyList<JsonObject> Rows => _rows;

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
                var body = new ArmBody(resource);
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
        if (child.When is { } condition && Attribute.At(resource.Values, resource.Unknown, resource.Sensitive, condition) is { Open: null, IsSet: false })
        {
            return;
        }

        var body = new ArmBody(resource);
        body.Fill(child.Values);
        var name = body.ValueOf(child.Name).Value is JsonValue given && given.GetValueKind() == JsonValueKind.String ? given.GetValue<string>() : "default";
        Add(resource, parent + "/" + child.Type[(child.Type.LastIndexOf('/') + 1)..] + "/" + name, child, body);
    }

    private void Add(PlannedResource resource, string id, TerraformMapping mapping, ArmBody body) =>
        Add(resource, id, mapping.Type, body.Columns, body.Open, [.. body.Spoken, .. mapping.Absent]);

    private void Add(PlannedResource resource, string id, string type, JsonObject columns, IReadOnlyDictionary<string, string> open, IEnumerable<string> spoken)
    {
        var row = new JsonObject { ["id"] = id, ["name"] = ResourceIds.Name(id), ["type"] = type };
        foreach (var (column, value) in columns)
        {
            row[column] = value?.DeepClone();
        }

        row.TryAdd("properties", new JsonObject());
        _rows.Add(row);
        _origins.Add(new Origin(id, _file, 0, 0, resource.Address));
        _byKey.TryAdd(ResourceIds.Key(id), (row, new HashSet<string>(spoken, StringComparer.OrdinalIgnoreCase)));
        foreach (var (path, why) in open)
        {
            _gaps.Add(Undecided(row, path, $"{resource.Address}: {path} is {why} ({_file})."));
        }
    }

    /// <summary>azapi writes ARM itself: nothing is mapped, and what it does not say Azure decides.</summary>
    private void AddAzapi(PlannedResource resource)
    {
        if (_ids.Of(resource) is not { } id || ResourceObject.Text(resource.Values, "type")?.Split('@')[0] is not { } type)
        {
            _loose.Add(resource.Address);
            return;
        }

        var body = new ArmBody(resource);
        body.Fill(
        [
            new("location", new TerraformValue("location")),
            new("tags", new TerraformValue("tags")),
            new("identity.type", new TerraformValue("identity.type")),
            new("identity.userAssignedIdentities", new TerraformValue("identity.identity_ids") { Keys = true }),
        ]);
        AzapiBody.Merge(body, resource);
        Add(resource, id, type, body.Columns, body.Open, [AzapiBody.Everything]);
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

        var body = new ArmBody(resource);
        if (isUpdate)
        {
            AzapiBody.Merge(body, resource);
        }
        else
        {
            body.Fill(mapping!.Values);
        }

        Merge(found.Row, body.Columns);
        found.Spoken.UnionWith(body.Spoken);
        foreach (var (path, why) in body.Open)
        {
            _gaps.Add(Undecided(found.Row, path, $"{resource.Address}: {path} is {why} ({_file})."));
        }
    }

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (key, value) in from)
        {
            if (into[key] is JsonObject inner && value is JsonObject more)
            {
                Merge(inner, more);
            }
            else
            {
                into[key] = value?.DeepClone();
            }
        }
    }

    /// <summary>What the controls read of the type and no mapping speaks of may be anything.</summary>
    private void LeaveOpen(JsonObject row, HashSet<string> spoken)
    {
        if (spoken.Contains(AzapiBody.Everything))
        {
            return;
        }

        foreach (var read in _options.PathsRead(ResourceObject.Text(row, "type")!.ToLowerInvariant()).Select(p => p.Split("[]")[0].TrimEnd('.')).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            if (read.StartsWith("properties.", StringComparison.Ordinal) && !spoken.Any(s => Overlap(s, read)))
            {
                _gaps.Add(Undecided(row, read, $"{read} is not told by Terraform ({_file})."));
            }
        }
    }

    private static bool Overlap(string a, string b) =>
        a.Equals(b, StringComparison.OrdinalIgnoreCase) || a.StartsWith(b + ".", StringComparison.OrdinalIgnoreCase) || b.StartsWith(a + ".", StringComparison.OrdinalIgnoreCase);

    private static Gap Undecided(JsonObject row, string path, string detail)
    {
        var (id, type) = (ResourceObject.Text(row, "id")!, ResourceObject.Text(row, "type")!.ToLowerInvariant());
        var table = TypeRouting.TableOf(type, isExtension: id.Split("/providers/", StringSplitOptions.None).Length > 2);
        return new Gap(table + "/" + type, id, GapReason.Undecided, null, detail, path);
    }
}

using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates.Preparation;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Templates.WhatIf;

/// <summary>
/// What Azure predicts of a deployment: <c>az deployment group what-if --no-pretty-print</c>, and the same at the other scopes. Documented at
/// learn.microsoft.com/azure/azure-resource-manager/templates/deploy-what-if.
/// </summary>
internal sealed class WhatIfResult
{
    private readonly string _file;
    private readonly TemplateRows _rows;
    private readonly List<JsonObject> _unchanged = [];
    private readonly List<Gap> _gaps = [];

    private WhatIfResult(string file, PropertyNames names)
    {
        _file = file;
        _rows = new TemplateRows(file, names, [new Place(file, 0, 0, null)]);
    }

    /// <summary>What the deployment leaves behind.</summary>
    public TemplateRows Rows => _rows;

    /// <summary>What stays as Azure reports it now.</summary>
    public IReadOnlyList<JsonObject> Unchanged => _unchanged;

    public IReadOnlyList<Gap> Gaps => [.. _gaps, .. _rows.Gaps];

    public int Deleted { get; private set; }

    public static bool Is(JsonObject value) => Changes(value, "changes") is { Length: > 0 } changes && changes.All(c => ResourceObject.Text(c, "changeType") is not null);

    public static WhatIfResult Read(JsonObject value, string file, PropertyNames names)
    {
        var result = new WhatIfResult(file, names);
        foreach (var change in Changes(value, "changes") ?? [])
        {
            result.Add(change, certain: true);
        }

        // What a condition that is still open may bring.
        foreach (var change in Changes(value, "potentialChanges") ?? [])
        {
            result.Add(change, certain: false);
        }

        return result;
    }

    /// <summary>The CLI gives the properties of the answer alone, the REST API all of it.</summary>
    private static JsonObject[]? Changes(JsonObject value, string name) =>
        (value[name] ?? (value["properties"] as JsonObject)?[name]) is JsonArray changes ? [.. changes.OfType<JsonObject>()] : null;

    private void Add(JsonObject change, bool certain)
    {
        var id = ResourceObject.Text(change, "resourceId") ?? "";
        switch ((ResourceObject.Text(change, "changeType") ?? "").ToLowerInvariant())
        {
            case "delete" when certain:
                Deleted++;
                break;
            case "ignore" or "nochange" when change["before"] is JsonObject before && certain:
                var stays = before.DeepClone().AsObject();
                stays["id"] ??= id;
                _unchanged.Add(stays);
                break;
            case not "unsupported" when change["after"] is JsonObject after && Id(id, after) is { } real && ResourceIds.Type(real) is { } type:
                Predicted(after.DeepClone().AsObject(), change["before"]?["properties"] as JsonObject ?? [], real, type, certain);
                break;
            default:
                NotPredicted(id, ResourceObject.Text(change, "unsupportedReason"));
                break;
        }
    }

    private static string? Id(string id, JsonObject after) => id.StartsWith('/') ? id : ResourceObject.Text(after, "id") is ['/', ..] said ? said : null;

    private void Predicted(JsonObject after, JsonObject before, string id, string type, bool certain)
    {
        Unsaid(before, after["properties"] as JsonObject, "properties", id, type);
        var hasBody = after["properties"] is JsonObject;
        PlaceMark.Put(after, 0);
        _rows.Add(after, id, type, certain, Masked.Values);
        if (!hasBody)
        {
            // With --result-format ResourceIdOnly there are ids and nothing else.
            Open(id, type, "properties", "The what-if result does not say what the properties are");
        }
    }

    /// <summary>What is set now and the template does not mention may stay or fall back to a default: Azure tells of it as deleted in both cases.</summary>
    private void Unsaid(JsonObject before, JsonObject? after, string path, string id, string type)
    {
        foreach (var (name, value) in after is null ? [] : before)
        {
            if (ReadOnlyProperties.Has(name))
            {
                continue;
            }

            if (!after!.ContainsKey(name))
            {
                Open(id, type, path + "." + name, $"{path}.{name} is set now and not mentioned by the template, so it may stay or fall back to a default");
            }
            else if (value is JsonObject inner && after[name] is JsonObject innerAfter)
            {
                Unsaid(inner, innerAfter, path + "." + name, id, type);
            }
        }
    }

    private void Open(string id, string type, string path, string why) => _gaps.Add(new Gap(
        TypeRouting.TableOf(type, isExtension: id.Split("/providers/", StringSplitOptions.None).Length > 2) + "/" + type, id, GapReason.Undecided, null, $"{why} ({_file}).", path));

    private void NotPredicted(string id, string? reason)
    {
        var type = ResourceIds.Type(id);
        var dataSet = type is null ? ResourceGraphTables.ArmResources + "/microsoft.resources/deployments" : TypeRouting.TableOf(type, isExtension: id.Split("/providers/", StringSplitOptions.None).Length > 2) + "/" + type;
        var scope = id.StartsWith('/') ? id : SyntheticIds.Below(SyntheticIds.Scope(_file), "Microsoft.Resources/deployments", [id.Replace('/', '|')]);
        _gaps.Add(new Gap(dataSet, scope, GapReason.NotCollected, null, $"Azure does not predict what becomes of {id} ({_file}){(reason is null ? "" : ": " + reason)}"));
    }

    /// <summary>Expressions that Azure leaves, and secrets that it masks, are not known.</summary>
    private sealed class Masked : IValues
    {
        public static readonly Masked Values = new();

        public Decided? Decide(JsonNode? node) => IsKnown(node) ? new Decided(node) : null;

        public string? Key(string written) => IsText(written) ? written : null;

        private static bool IsKnown(JsonNode? node) => node switch
        {
            JsonObject value => value.All(p => IsText(p.Key) && IsKnown(p.Value)),
            JsonArray array => array.All(IsKnown),
            JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => IsText(value.GetValue<string>()),
            _ => true,
        };

        private static bool IsText(string text) => !(text.StartsWith('[') && text.EndsWith(']')) && (text.Length == 0 || text.Any(c => c != '*'));
    }
}

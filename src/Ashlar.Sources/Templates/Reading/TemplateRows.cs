using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates.Preparation;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>The resources of a template as rows: what is decided is in the row, every other path becomes a gap.</summary>
/// <param name="file">For messages.</param>
internal sealed class TemplateRows(string file, PropertyNames names, IReadOnlyList<Place> places)
{
    private readonly List<JsonObject> _resources = [];
    private readonly List<Gap> _gaps = [];
    private readonly HashSet<Gap> _open = [];
    private readonly List<Origin> _origins = [];
    private readonly HashSet<int> _seen = [];

    public IReadOnlyList<JsonObject> Resources => _resources;

    public IReadOnlyList<Gap> Gaps => _gaps;

    public IReadOnlyList<Origin> Origins => _origins;

    /// <summary>Numbers of the places that some row comes from.</summary>
    public IReadOnlySet<int> Seen => _seen;

    /// <param name="source">Loses its mark of place.</param>
    /// <param name="certain">False when it is open whether it is deployed at all.</param>
    public JsonObject Add(JsonObject source, string id, string type, bool certain, IValues values)
    {
        var row = new JsonObject { ["id"] = id, ["name"] = ResourceIds.Name(id), ["type"] = type };
        if (PlaceMark.Take(source) is { } number && number < places.Count)
        {
            _seen.Add(number);
            var place = places[number];
            _origins.Add(new Origin(id, place.File, place.Line, place.Column, place.Address));
        }

        foreach (var column in ResourceGraphTables.Columns.Select(c => c.Name))
        {
            if (column is "id" or "name" or "type" or "resourceGroup" or "subscriptionId" or "tenantId" or "systemData" || !source.ContainsKey(column))
            {
                continue;
            }

            if (Walk(source[column], values, column, row, isFree: column == "tags") is { } decided)
            {
                row[column] = decided.Value?.DeepClone();
            }
        }

        // What a template does not say it leaves to Azure's defaults: there is a body, and it is empty.
        if (!row.ContainsKey("properties") && !_gaps.Any(g => g.Path == "properties" && g.Scope == id))
        {
            row["properties"] = new JsonObject();
        }

        if (!certain)
        {
            Open(row, null, "whether it is deployed");
        }

        _resources.Add(row);
        return row;
    }

    /// <summary>The decided part of a value; null when nothing of it is. Each undecided path becomes a gap.</summary>
    /// <param name="isFree">Names and texts are the user's own: tags, and the values of named settings.</param>
    private Decided? Walk(JsonNode? node, IValues values, string path, JsonObject row, bool isFree)
    {
        if (node is JsonArray list && !isFree)
        {
            return List(list, values, path, row);
        }

        if (node is not JsonObject value)
        {
            var decided = values.Decide(node);
            if (decided is null || (!isFree && OddText.Is(decided.Value)))
            {
                Open(row, path, path);
                return null;
            }

            return decided.Value is JsonObject or JsonArray ? Clean(decided.Value, path, row, isFree) : decided;
        }

        var result = new JsonObject();
        foreach (var (key, inner) in value)
        {
            if (key == "copy" && inner is JsonArray loops)
            {
                foreach (var filled in loops.OfType<JsonObject>().Select(loop => path + "." + (ResourceObject.Text(loop, "name") ?? "copy")))
                {
                    Open(row, filled, filled);
                }
            }
            else if (values.Key(key) is not { } written)
            {
                Open(row, path, path);
            }
            else if (Name(value, written, path, row, isFree) is { } name && Walk(inner, values, path + "." + name, row, isFree || (name == "value" && value.ContainsKey("name"))) is { } decided)
            {
                result[name] = decided.Value?.DeepClone();
            }
        }

        return new Decided(result);
    }

    /// <summary>Null for what is left out: read-only, or in spellings of which it is not known which counts.</summary>
    private string? Name(JsonObject holder, string written, string path, JsonObject row, bool isFree)
    {
        if (isFree)
        {
            return written;
        }

        if (ReadOnlyProperties.Has(written) || (path == "identity" && written.Equals("principalId", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var name = names.Of(written) ?? written;
        if (names.Of(written) is null || holder.Count(p => p.Key.Equals(written, StringComparison.OrdinalIgnoreCase)) > 1)
        {
            Open(row, path + "." + name, path + "." + name);
            return null;
        }

        return name;
    }

    /// <summary>A value that came whole, of a variable or parameter, under the same rules.</summary>
    private Decided? Clean(JsonNode value, string path, JsonObject row, bool isFree) => isFree ? new Decided(value) : Walk(value, Known.Values, path, row, isFree: false);

    /// <summary>
    /// What is open inside an element leaves that path open for every element; the rest of the elements stands. Null when it is open what an element is.
    /// </summary>
    private Decided? List(JsonArray list, IValues values, string path, JsonObject row)
    {
        var result = new JsonArray();
        foreach (var element in list)
        {
            if (Walk(element, values, path, row, isFree: false) is not { } decided)
            {
                return null;
            }

            result.Add(decided.Value?.DeepClone());
        }

        return new Decided(result);
    }

    private void Open(JsonObject row, string? path, string what)
    {
        var (id, type) = (ResourceObject.Text(row, "id")!, ResourceObject.Text(row, "type")!.ToLowerInvariant());
        var table = TypeRouting.TableOf(type, isExtension: id.Split("/providers/", StringSplitOptions.None).Length > 2);
        var gap = new Gap(table + "/" + type, id, GapReason.Undecided, null, $"{what} is known only at deployment ({file}).", path);

        // The elements of a list share their paths.
        if (_open.Add(gap))
        {
            _gaps.Add(gap);
        }
    }

    /// <summary>Values that were decided before: nothing in them is an expression any more.</summary>
    private sealed class Known : IValues
    {
        public static readonly Known Values = new();

        public Decided? Decide(JsonNode? node) => new(node);

        public string? Key(string written) => written;
    }
}

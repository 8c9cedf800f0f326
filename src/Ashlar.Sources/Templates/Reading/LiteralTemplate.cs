using System.Globalization;
using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates.Preparation;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>
/// An ARM template read without the CLI: what it says literally, and what follows from literal parameters and variables. A loop counts as one resource.
/// Every other value is left out and becomes a gap on its path.
/// </summary>
internal sealed class LiteralTemplate
{
    private const int MaxNesting = 16;
    private readonly string _base;
    private readonly TemplateRows _rows;

    private LiteralTemplate(string scope, TemplateRows rows) => (_base, _rows) = (scope, rows);

    public static void Read(JsonObject template, string scope, TemplateRows rows) =>
        new LiteralTemplate(scope, rows).Read(template, new Dictionary<string, JsonNode?>(), 0, certain: true);

    private void Read(JsonObject template, IReadOnlyDictionary<string, JsonNode?> given, int depth, bool certain)
    {
        var scope = new TemplateScope(template, given);
        foreach (var resource in Declared(template["resources"]))
        {
            Resource(resource, scope, null, depth, certain);
        }
    }

    /// <summary>A list, or by symbolic name.</summary>
    private static IEnumerable<JsonObject> Declared(JsonNode? resources) => resources switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject symbolic => symbolic.Select(p => p.Value).OfType<JsonObject>(),
        _ => [],
    };

    /// <param name="certain">False when it is open whether what holds the resource (parent, deployment) is deployed at all.</param>
    private void Resource(JsonObject source, TemplateScope scope, JsonObject? parent, int depth, bool certain)
    {
        // "existing" declares nothing; a condition that is literally false deploys nothing.
        if (scope.Decide(source["existing"]) is { Value: JsonValue existing } && existing.ToJsonString() == "true")
        {
            return;
        }

        var deployed = Deployed(source, scope);
        if (deployed == false)
        {
            return;
        }

        certain &= deployed == true;
        if (ResourceObject.Text(source, "type") is not { } type || ResourceObject.Text(source, "name") is not { } nameText)
        {
            return;
        }

        if (type.Equals("Microsoft.Resources/deployments", StringComparison.OrdinalIgnoreCase) && depth < MaxNesting && Nested(source, scope, depth, certain))
        {
            return;
        }

        var row = new JsonObject { ["name"] = scope.Name(nameText), ["type"] = type };
        if (parent is not null)
        {
            var holder = new JsonObject { ["id"] = parent["id"]!.DeepClone(), ["type"] = parent["type"]!.DeepClone(), ["resources"] = new JsonArray(row) };
            row = Children.TakeOut(holder).Single();
        }
        else
        {
            row["id"] = Id(source, scope, type, scope.Name(nameText));
        }

        var id = ResourceObject.Text(row, "id")!;
        row = _rows.Add(source, id, ResourceObject.Text(row, "type")!, certain, scope);
        foreach (var child in Declared(source["resources"]))
        {
            Resource(child, scope, row, depth, certain);
        }
    }

    /// <summary>By its condition and the count of its loop; null when that is known only at deployment.</summary>
    private static bool? Deployed(JsonObject source, TemplateScope scope)
    {
        var condition = !source.ContainsKey("condition") ? true
            : bool.TryParse((scope.Decide(source["condition"])?.Value as JsonValue)?.ToString(), out var said) ? said
            : (bool?)null;
        var loop = source["copy"] is not JsonObject copy ? true
            : decimal.TryParse((scope.Decide(copy["count"])?.Value as JsonValue)?.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) ? count > 0
            : (bool?)null;
        return condition & loop;
    }

    private string Id(JsonObject source, TemplateScope scope, string type, string name)
    {
        var on = _base;
        if (ResourceObject.Text(source, "scope") is { } text)
        {
            var target = scope.Name(text);
            on = target.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) ? target
                : target.Contains("/providers/", StringComparison.OrdinalIgnoreCase) || target.StartsWith('/') ? _base + "/" + target.TrimStart('/')
                : Scoped(target);
        }

        var provider = type.IndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        if (provider >= 0)
        {
            var names = name.Split('/');
            var outer = type[..provider];
            var extension = type[(provider + "/providers/".Length)..];
            var outerNames = outer.Count(c => c == '/');
            return SyntheticIds.Below(SyntheticIds.Below(on, outer, names), extension.Contains('/', StringComparison.Ordinal) ? extension : "Microsoft.Insights/" + extension, [.. names.Skip(outerNames).Where(n => !n.Contains('.', StringComparison.Ordinal)).DefaultIfEmpty("default")]);
        }

        return SyntheticIds.Below(on, type, name.Split('/'));
    }

    /// <summary><c>a.b/c/name</c>: the types and names of a resource in this deployment.</summary>
    private string Scoped(string target)
    {
        var parts = target.Split('/');
        return parts.Length < 3 ? _base : _base + "/providers/" + target;
    }

    /// <summary>A template inside a deployment; false when there is none to read, so that the deployment itself counts.</summary>
    private bool Nested(JsonObject deployment, TemplateScope outer, int depth, bool certain)
    {
        if (deployment["properties"] is not JsonObject properties || properties["template"] is not JsonObject template)
        {
            return false;
        }

        if (OuterScope.IsOuter(properties, outer.Template))
        {
            // Outer evaluation: the inner template sees the parameters and variables of the outer one.
            foreach (var resource in Declared(template["resources"]))
            {
                Resource(resource, outer, null, depth + 1, certain);
            }

            return true;
        }

        var given = new Dictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase);
        var clone = template.DeepClone().AsObject();
        foreach (var (name, value) in properties["parameters"] as JsonObject ?? [])
        {
            if (value is JsonObject holder && holder.ContainsKey("value") && outer.Decide(holder["value"]) is { } decided)
            {
                given[name] = decided.Value;
            }
            else if (clone["parameters"] is JsonObject declared && declared[name] is JsonObject parameter)
            {
                // Given, but not known: the default does not stand.
                parameter.Remove("defaultValue");
            }
        }

        Read(clone, given, depth + 1, certain);
        return true;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>
/// Makes a template ready to be expanded without a subscription: parameters without a value get a stand-in, secrets are taken out, and every resource gets
/// the number of its place.
/// </summary>
internal sealed class Preparation
{
    private const int MaxNesting = 16;
    private readonly List<Place> _places = [];
    private readonly List<JsonObject> _loops = [];
    private readonly Dictionary<JsonObject, Place> _deployments = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _existing = [];

    private Preparation()
    {
    }

    /// <param name="template">Is changed.</param>
    /// <param name="given">Values of parameters; a stand-in for what is given and not known.</param>
    public static Prepared Of(JsonObject template, IReadOnlyDictionary<string, JsonNode?> given, Declared declared)
    {
        var preparation = new Preparation();
        Structure.Template(template);
        template.Remove("outputs");
        template["contentVersion"] ??= "1.0.0.0";
        Give(template, given);
        preparation.Template(template, declared, 0);
        return new Prepared(template, preparation._places, preparation._loops, preparation._deployments, preparation._existing);
    }

    private static void Give(JsonObject template, IReadOnlyDictionary<string, JsonNode?> given)
    {
        var secrets = new SecretValues(template);
        foreach (var (name, parameter) in Parameters(template))
        {
            var isNullable = parameter["nullable"] is JsonValue nullable && nullable.GetValueKind() == JsonValueKind.True;
            if (secrets.IsSecret(parameter))
            {
                Default(parameter, StandIn.Of(name));
            }
            else if (given.TryGetValue(name, out var value))
            {
                if (value is not null || !isNullable)
                {
                    Default(parameter, secrets.Without(value, parameter, name));
                }
            }
            else if (parameter["defaultValue"] is { } otherwise)
            {
                Default(parameter, secrets.Without(otherwise, parameter, name));
            }
            else if (!parameter.ContainsKey("defaultValue") && !isNullable)
            {
                Default(parameter, StandIn.Of(name));
            }
        }
    }

    /// <summary>A parameter with a default is never null, and the language wants it said once only.</summary>
    private static void Default(JsonObject parameter, JsonNode? value)
    {
        parameter.Remove("nullable");
        parameter["defaultValue"] = value;
    }

    private static IEnumerable<(string Name, JsonObject Parameter)> Parameters(JsonObject template)
    {
        foreach (var (name, node) in template["parameters"] as JsonObject ?? [])
        {
            if (node is JsonObject parameter)
            {
                Structure.Parameter(parameter);
                yield return (name, parameter);
            }
        }
    }

    private void Template(JsonObject template, Declared declared, int nesting)
    {
        switch (template["resources"])
        {
            case JsonArray list:
                foreach (var resource in list.OfType<JsonObject>().ToArray())
                {
                    Resource(null, resource, template, declared, nesting);
                }

                break;
            case JsonObject symbolic:
                foreach (var (key, node) in symbolic.ToArray())
                {
                    if (node is JsonObject resource)
                    {
                        Resource(key, resource, template, declared, nesting);
                    }
                }

                break;
        }
    }

    private void Resource(string? key, JsonObject resource, JsonObject template, Declared declared, int nesting)
    {
        Structure.Resource(resource);
        if (resource["existing"] is JsonValue existing && existing.GetValueKind() == JsonValueKind.True)
        {
            _existing.Add(key ?? ResourceObject.Text(resource, "type") ?? "");
            return;
        }

        var place = declared.Of(key, resource);
        if (resource["copy"] is JsonObject loop)
        {
            Structure.Copy(loop);
        }

        if (resource["copy"] is JsonObject copy && copy["count"] is JsonValue count && count.GetValueKind() == JsonValueKind.String)
        {
            // Set now, so that leaving a loop open moves no line.
            resource["condition"] ??= true;
            _loops.Add(resource);
        }

        if (IsDeployment(resource, out var properties))
        {
            _deployments[resource] = place;
            Deployment(key, resource, properties, template, declared, nesting);
            return;
        }

        if (!resource.ContainsKey("import") && !resource.ContainsKey("extension") && PlaceMark.Put(resource, _places.Count))
        {
            _places.Add(place);
        }

        foreach (var child in (resource["resources"] as JsonArray ?? []).OfType<JsonObject>().ToArray())
        {
            Conditions.Inherit(child, resource);
            Resource(null, child, template, declared, nesting);
        }
    }

    private static bool IsDeployment(JsonObject resource, out JsonObject properties)
    {
        properties = resource["properties"] as JsonObject ?? [];
        return "Microsoft.Resources/deployments".Equals(ResourceObject.Text(resource, "type"), StringComparison.OrdinalIgnoreCase) && resource["properties"] is JsonObject;
    }

    private void Deployment(string? key, JsonObject resource, JsonObject properties, JsonObject outer, Declared declared, int nesting)
    {
        Structure.Deployment(properties);
        if (properties["template"] is not JsonObject template || nesting >= MaxNesting)
        {
            return;
        }

        Structure.Template(template);
        if (OuterScope.IsOuter(properties, outer))
        {
            OuterScope.HandDown(resource, properties, template, outer);
        }

        TakeOutSecrets(template, properties["parameters"] as JsonObject);
        Template(template, declared.Inside(key, resource, template), nesting + 1);
    }

    /// <summary>An expression that is passed says nothing itself; what it refers to is without its secrets already.</summary>
    private static void TakeOutSecrets(JsonObject template, JsonObject? passed)
    {
        var secrets = new SecretValues(template);
        foreach (var (name, parameter) in Parameters(template).Where(p => secrets.HasSecret(p.Parameter)))
        {
            if (parameter["defaultValue"] is { } otherwise)
            {
                parameter["defaultValue"] = secrets.Without(otherwise, parameter, name);
            }

            foreach (var holder in (passed ?? []).Where(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value).OfType<JsonObject>())
            {
                if (secrets.IsSecret(parameter) || holder["value"] is JsonObject or JsonArray)
                {
                    var value = secrets.IsSecret(parameter) ? JsonValue.Create(StandIn.Of(name)) : secrets.Without(holder["value"], parameter, name);
                    holder.Clear();
                    holder["value"] = value;
                }
            }
        }
    }
}

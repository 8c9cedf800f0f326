using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>
/// What the CLI predicts of a deployment. It has decided all that can be; a text in brackets is an expression that it could not evaluate (or a text that looks
/// like one, which counts as undecided too). Only ids are read further: they follow from names and from the deployment's own scope.
/// </summary>
internal sealed class PredictedTemplate : IValues
{
    /// <summary>Their results differ between two calls, or within a loop.</summary>
    private static readonly string[] Changing = ["newGuid(", "utcNow(", "copyIndex(", "parameters(", "variables(", "lambdaVariables("];

    private readonly string _scope;
    private readonly IdText _ids;

    /// <summary>Ids of the resources of this deployment, by what the CLI says of them.</summary>
    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    private PredictedTemplate(string scope) => (_scope, _ids) = (scope, new IdText(scope));

    public static void Read(JsonArray resources, string scope, TemplateRows rows)
    {
        var template = new PredictedTemplate(scope);
        var found = resources.OfType<JsonObject>().Select(r => (Resource: r, Id: template.RowId(r))).Where(r => r.Id is not null).ToArray();
        foreach (var (resource, id) in found)
        {
            if (ResourceObject.Text(resource, "id") is { } said && !Changing.Any(c => said.Contains(c, StringComparison.OrdinalIgnoreCase)))
            {
                template._known.TryAdd(Same(said), id!);
            }
        }

        foreach (var (resource, id) in found)
        {
            var condition = resource["condition"];
            if (!resource.ContainsKey("condition") || !IsFalse(condition))
            {
                var type = ResourceObject.Text(resource, "type")!;
                rows.Add(resource, id!, type.Contains("/providers/", StringComparison.OrdinalIgnoreCase) ? ResourceIds.Type(id!) ?? type : type, !resource.ContainsKey("condition") || IsTrue(condition), template);
            }
        }
    }

    public Decided? Decide(JsonNode? node)
    {
        switch (node)
        {
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return Text(value.GetValue<string>()) is { } text ? new Decided(JsonValue.Create(text)) : null;
            case JsonObject source:
                var result = new JsonObject();
                foreach (var (key, inner) in source)
                {
                    if (Key(key) is not { } name || result.ContainsKey(name) || Decide(inner) is not { } decided)
                    {
                        return null;
                    }

                    result[name] = decided.Value?.DeepClone();
                }

                return new Decided(result);
            case JsonArray source:
                var array = new JsonArray();
                foreach (var inner in source)
                {
                    if (Decide(inner) is not { } decided)
                    {
                        return null;
                    }

                    array.Add(decided.Value?.DeepClone());
                }

                return new Decided(array);
            default:
                return new Decided(node);
        }
    }

    public string? Key(string written) => Text(written);

    /// <summary>The same id also when it is put into a text that is nothing else.</summary>
    private static string Same(string text)
    {
        var expression = TemplateScope.ExpressionIn(text) is { } inner ? Expression.Parse(inner) : null;
        while (expression is Expression.Call { Name: "format", Arguments: [Expression.Text { Value: "{0}" }, var only] })
        {
            expression = only;
        }

        return expression?.Exact() ?? text;
    }

    private string? Text(string text) =>
        _known.TryGetValue(Same(text), out var id) ? id
        : TemplateScope.ExpressionIn(text) is null && !(text.StartsWith('[') && text.EndsWith(']')) ? text
        : _ids.Id(text);

    /// <summary>Below the scope of the file, whatever scope the resource is deployed to: an id that does not exist yet must not look like one that does.</summary>
    private string? RowId(JsonObject resource)
    {
        if (ResourceObject.Text(resource, "type") is not { } type || ResourceObject.Text(resource, "name") is not { } name)
        {
            return null;
        }

        var id = ResourceObject.Text(resource, "id") is { } said ? _ids.Of(said).Text : "";
        var provider = id.IndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        var group = type.Equals("Microsoft.Resources/resourceGroups", StringComparison.OrdinalIgnoreCase);
        if (provider < 0 || !id.StartsWith('/') || group)
        {
            return SyntheticIds.Below(_scope, type, _ids.Of(name).Text.Split('/'));
        }

        return Own(id[..provider]) + id[provider..];
    }

    /// <summary>The scope of the file; for another subscription, group or management group a scope beside it.</summary>
    private string Own(string on)
    {
        if (on.Length == 0 || on.Equals(_scope, StringComparison.OrdinalIgnoreCase))
        {
            return _scope;
        }

        var subscription = ResourceIds.SubscriptionId(on) ?? ResourceIds.SubscriptionId(_scope)!;
        var scope = _scope.Replace(ResourceIds.SubscriptionId(_scope)!, subscription, StringComparison.Ordinal);
        return ResourceIds.ResourceGroup(on) is { } group && group != ResourceIds.ResourceGroup(_scope) ? scope + ":" + group : scope;
    }

    private static bool IsTrue(JsonNode? condition) => bool.TryParse(condition?.ToString(), out var said) && said;

    private static bool IsFalse(JsonNode? condition) => bool.TryParse(condition?.ToString(), out var said) && !said;
}

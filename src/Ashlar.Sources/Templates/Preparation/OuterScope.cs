using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Json;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>
/// A deployment whose template is evaluated with the parameters and variables of the one around it cannot be expanded while one of these is open. Handing
/// them down makes it one that has its own, which can.
/// </summary>
internal static class OuterScope
{
    /// <summary>Differ between the outer and the inner deployment.</summary>
    private static readonly string[] OfTheDeployment = ["copyIndex(", "resourceGroup(", "subscription(", "managementGroup(", "deployment(", "reference("];

    /// <summary>Inner where a template with a language version does not say: learn.microsoft.com/azure/azure-resource-manager/templates/syntax.</summary>
    /// <param name="outer">The template that holds the deployment.</param>
    public static bool IsOuter(JsonObject properties, JsonObject outer) =>
        properties["expressionEvaluationOptions"] is JsonObject options && ResourceObject.Text(options, "scope") is { } scope
            ? !"inner".Equals(scope, StringComparison.OrdinalIgnoreCase)
            : !outer.ContainsKey("languageVersion");

    /// <summary>Leaves the deployment as it is where its meaning would change.</summary>
    public static void HandDown(JsonObject deployment, JsonObject properties, JsonObject template, JsonObject outer)
    {
        var text = template["resources"]?.ToJsonString(PlainJson.Options) ?? "";
        var usesOuter = text.Contains("parameters(", StringComparison.OrdinalIgnoreCase) || text.Contains("variables(", StringComparison.OrdinalIgnoreCase);
        if (usesOuter)
        {
            text += outer["variables"]?.ToJsonString(PlainJson.Options);
        }

        var elsewhere = deployment.ContainsKey("resourceGroup") || deployment.ContainsKey("subscriptionId") || deployment.ContainsKey("scope");
        if (OfTheDeployment.Any(f => (elsewhere || f is "copyIndex(" or "deployment(") && text.Contains(f, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        properties["expressionEvaluationOptions"] = new JsonObject { ["scope"] = "inner" };
        properties.Remove("parameters");
        foreach (var part in new[] { "parameters", "variables", "functions", "outputs", "definitions" })
        {
            template.Remove(part);
        }

        if (!usesOuter)
        {
            return;
        }

        var (declared, given) = (new JsonObject(), new JsonObject());
        foreach (var (name, node) in outer["parameters"] as JsonObject ?? [])
        {
            var parameter = node?.DeepClone() as JsonObject ?? [];
            parameter.Remove("defaultValue");
            declared[name] = parameter;
            given[name] = new JsonObject { ["value"] = $"[parameters('{name.Replace("'", "''", StringComparison.Ordinal)}')]" };
        }

        (template["parameters"], properties["parameters"]) = (declared, given);
        foreach (var part in new[] { "variables", "functions", "definitions", "languageVersion" })
        {
            if (outer[part] is { } shared)
            {
                template[part] = shared.DeepClone();
            }
        }
    }
}

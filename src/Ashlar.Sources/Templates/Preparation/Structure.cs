using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>Gives the parts of a template the names they have in the language, whose case does not count, and takes out what the CLI refuses and no row has.</summary>
internal static class Structure
{
    private static readonly string[] TemplateParts =
        ["$schema", "languageVersion", "contentVersion", "apiProfile", "definitions", "metadata", "imports", "extensions", "parameters", "variables", "functions", "resources", "outputs"];

    private static readonly string[] ResourceParts =
    [
        "type", "apiVersion", "name", "location", "sku", "kind", "tags", "identity", "properties", "plan", "zones", "managedBy", "extendedLocation", "scope", "condition", "copy",
        "resources", "existing", "import", "extension", "subscriptionId", "resourceGroup",
    ];

    private static readonly string[] DeploymentParts = ["mode", "template", "templateLink", "parameters", "parametersLink", "expressionEvaluationOptions", "extensionConfigs"];

    public static void Template(JsonObject template) => Keep(template, TemplateParts);

    /// <summary>Also drops the order of deployment, which decides no value.</summary>
    public static void Resource(JsonObject resource) => Keep(resource, ResourceParts);

    public static void Deployment(JsonObject properties) => Keep(properties, DeploymentParts);

    public static void Parameter(JsonObject parameter) => Rename(parameter, ["type", "defaultValue", "allowedValues", "nullable"]);

    public static void Copy(JsonObject copy) => Rename(copy, ["name", "count", "mode", "batchSize", "input"]);

    private static void Keep(JsonObject value, string[] names)
    {
        Rename(value, names);
        foreach (var key in value.Select(p => p.Key).Where(k => !names.Contains(k, StringComparer.Ordinal)).ToArray())
        {
            value.Remove(key);
        }
    }

    /// <summary>Of two spellings of one name neither is known to count.</summary>
    private static void Rename(JsonObject value, string[] names)
    {
        foreach (var name in names)
        {
            var spellings = value.Select(p => p.Key).Where(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (spellings.Length == 0 || (spellings.Length == 1 && spellings[0] == name))
            {
                continue;
            }

            // Moved, not copied: places are known by object.
            var node = spellings.Length == 1 ? value[spellings[0]] : JsonValue.Create(StandIn.Unknown);
            foreach (var spelling in spellings)
            {
                value.Remove(spelling);
            }

            value[name] = node;
        }
    }
}

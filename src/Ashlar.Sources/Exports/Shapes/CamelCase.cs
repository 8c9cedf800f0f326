using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>PowerShell's property names as ARM writes them. Keys that are data (tags, ids of identities, rule names) stay as they are.</summary>
internal static class CamelCase
{
    /// <summary>Properties whose keys are chosen by people or are ids, wherever they stand.</summary>
    private static readonly HashSet<string> Dictionaries = new(StringComparer.OrdinalIgnoreCase)
    {
        "tags", "userAssignedIdentities", "outboundRules", "metadata", "parameters", "parameterValues", "customProperties", "customHeaders", "headers",
        "labels", "nodeLabels", "addonProfiles", "config", "identityProfile", "appSettings", "connectionStrings", "environmentVariables", "secrets",
        "settings", "protectedSettings", "properties", "endpoints", "variables", "hostNames", "resourceTags", "applicationRule", "definition", "values",
    };

    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static bool IsPascal(string name) => name.Length > 0 && char.IsAsciiLetterUpper(name[0]);

    /// <summary>True when every key of the object starts with a capital: it was made of a typed object, not of ARM's JSON.</summary>
    public static bool IsTyped(JsonObject value) => value.Count > 0 && value.All(p => IsPascal(p.Key));

    /// <summary>A copy with camelCase keys.</summary>
    public static JsonNode? Convert(JsonNode? node) => node switch
    {
        JsonObject value => ConvertObject(value),
        JsonArray array => new JsonArray([.. array.Select(Convert)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject ConvertObject(JsonObject value)
    {
        var result = new JsonObject();
        foreach (var (key, inner) in value)
        {
            var name = Of(key);
            result[name] = inner is JsonObject dictionary && Dictionaries.Contains(name) ? ConvertValues(dictionary) : Convert(inner);
        }

        return result;
    }

    private static JsonObject ConvertValues(JsonObject dictionary)
    {
        var result = new JsonObject();
        foreach (var (key, inner) in dictionary)
        {
            result[key] = Convert(inner);
        }

        return result;
    }
}

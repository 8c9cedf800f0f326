using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates.Preparation;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>What a parameters file gives, in the form in which a template takes it.</summary>
internal static partial class ParameterValues
{
    public static bool Is(JsonObject file) =>
        ResourceObject.Text(file, "$schema") is { } schema && schema.Contains("deploymentParameters.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names in any case. What is given by reference, by expression or by a placeholder is a stand-in.</summary>
    /// <param name="open">Names whose values are not known, whatever the file says.</param>
    public static Dictionary<string, JsonNode?> Of(JsonObject file, IReadOnlyCollection<string>? open = null)
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, node) in file["parameters"] as JsonObject ?? [])
        {
            var isGiven = open?.Contains(name) != true && node is JsonObject entry && entry.ContainsKey("value") && !HoldsPlaceholder(entry["value"]) && !values.ContainsKey(name);
            values[name] = isGiven ? Escaped(node!["value"]) : StandIn.Of(name);
        }

        return values;
    }

    /// <summary>Texts that a tool replaces before deployment: <c>${NAME}</c> (azd), <c>#{NAME}#</c> and <c>__NAME__</c> (token replacement), <c>GEN-UNIQUE</c> (quickstarts).</summary>
    private static bool HoldsPlaceholder(JsonNode? node) => node switch
    {
        JsonObject value => value.Any(p => TemplateScope.ExpressionIn(p.Key) is not null || HoldsPlaceholder(p.Value)),
        JsonArray array => array.Any(HoldsPlaceholder),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Placeholder().IsMatch(value.GetValue<string>()),
        _ => false,
    };

    /// <summary>In a template a text in brackets is an expression; in a parameters file it is a text.</summary>
    private static JsonNode? Escaped(JsonNode? node) => node switch
    {
        JsonObject value => new JsonObject(value.Select(p => KeyValuePair.Create(p.Key, Escaped(p.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Escaped)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text && text.StartsWith('[') && text.EndsWith(']') => JsonValue.Create("[" + text),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\$\{|#\{|\$\(|__[A-Za-z][A-Za-z0-9_.]*__|^(GEN|GET)-[A-Z][A-Z0-9-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}

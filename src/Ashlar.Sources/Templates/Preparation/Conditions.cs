using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>Conditions of resources, put together.</summary>
internal static class Conditions
{
    /// <summary>Leaves open whether a resource is deployed, unless it is known not to be.</summary>
    public static void Open(JsonObject resource) => resource["condition"] = And(resource["condition"], StandIn.Maybe);

    /// <summary>A resource inside another is deployed only with it.</summary>
    public static void Inherit(JsonObject child, JsonObject parent)
    {
        if (parent["copy"] is JsonObject)
        {
            // The loop's index means nothing in the child.
            child["condition"] = And(child["condition"], StandIn.Maybe);
        }
        else if (parent.ContainsKey("condition"))
        {
            child["condition"] = And(child["condition"], parent["condition"]?.DeepClone() ?? JsonValue.Create(StandIn.Maybe));
        }
    }

    private static JsonNode? And(JsonNode? one, JsonNode? other) => one is null ? other : $"[and({Inner(one)}, {Inner(other)})]";

    private static string Inner(JsonNode? condition) => condition is JsonValue value && value.GetValueKind() == JsonValueKind.String
        ? TemplateScope.ExpressionIn(value.GetValue<string>()) ?? (bool.TryParse(value.GetValue<string>(), out var said) ? Literal(said) : TemplateScope.ExpressionIn(StandIn.Maybe)!)
        : condition?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? Literal(condition.GetValueKind() == JsonValueKind.True) : TemplateScope.ExpressionIn(StandIn.Maybe)!;

    private static string Literal(bool value) => value ? "true()" : "false()";
}

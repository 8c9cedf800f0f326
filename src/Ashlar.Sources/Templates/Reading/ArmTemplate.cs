using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>Tells ARM templates by their schema.</summary>
internal static class ArmTemplate
{
    public static bool Is(JsonObject value) =>
        ResourceObject.Text(value, "$schema") is { } schema && schema.Contains("deploymentTemplate.json", StringComparison.OrdinalIgnoreCase);
}

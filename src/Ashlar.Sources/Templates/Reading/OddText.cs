using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>A text that spells a truth value or no number. Azure may read it as what it spells, a rule reads a text: what it comes to is open.</summary>
internal static class OddText
{
    public static bool Is(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return false;
        }

        var text = value.GetValue<string>().Trim();
        return bool.TryParse(text, out _) || text is "NaN" or "Infinity" or "-Infinity";
    }
}

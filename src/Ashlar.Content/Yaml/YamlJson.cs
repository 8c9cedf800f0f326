using System.Globalization;
using System.Text.Json.Nodes;

namespace Ashlar.Content;

/// <summary>YAML values as JSON, by YAML 1.2's core schema: <c>no</c> and <c>on</c> are text, dates are text.</summary>
internal static class YamlJson
{
    public static JsonNode? Node(YamlValue value) => value switch
    {
        YamlMap map => new JsonObject(map.Pairs.Select(pair => KeyValuePair.Create(pair.Key, Node(pair.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Node)]),
        YamlText text => Scalar(text),
        _ => null,
    };

    private static JsonValue? Scalar(YamlText text)
    {
        if (text.IsNull)
        {
            return null;
        }

        if (text.AsBool is { } flag)
        {
            return JsonValue.Create(flag);
        }

        if (text.Plain && LooksLikeNumber(text.Value))
        {
            if (long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            {
                return JsonValue.Create(whole);
            }

            if (double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real))
            {
                return JsonValue.Create(real);
            }
        }

        return JsonValue.Create(text.Value);
    }

    private static bool LooksLikeNumber(string text) =>
        text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] == '.') && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.');
}

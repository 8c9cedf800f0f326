using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>What Azure reports and ignores when a template says it (often an exported one): a state that is wished for is no fact.</summary>
internal static class ReadOnlyProperties
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "provisioningState", "privateEndpointConnections", "privateLinkServiceConnectionState",
    };

    public static bool Has(string name) => Names.Contains(name);

    public static void TakeOut(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject value:
                foreach (var name in value.Select(p => p.Key).Where(Has).ToArray())
                {
                    value.Remove(name);
                }

                foreach (var (_, inner) in value)
                {
                    TakeOut(inner);
                }

                break;
            case JsonArray array:
                foreach (var inner in array)
                {
                    TakeOut(inner);
                }

                break;
        }
    }
}

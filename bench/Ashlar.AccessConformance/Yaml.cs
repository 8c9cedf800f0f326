using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Ashlar.AccessConformance;

/// <summary>YAML as JSON; every scalar is text.</summary>
internal static class Yaml
{
    public static JsonNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return Node(stream.Documents[0].RootNode);
    }

    private static JsonNode Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, (JsonNode?)Node(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        _ => JsonValue.Create(((YamlScalarNode)node).Value ?? ""),
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Rules;

/// <summary>Evidence as it may be shown: of an address neither user nor query, where people leave keys.</summary>
internal static class EvidenceText
{
    /// <param name="json">JSON object text.</param>
    public static string Of(string json)
    {
        var at = json.IndexOf("://", StringComparison.Ordinal);
        if (at < 0 || json.AsSpan(at).IndexOfAny("?@#") < 0)
        {
            return json;
        }

        var evidence = JsonNode.Parse(json)!;
        Clean(evidence);
        return evidence.ToJsonString();
    }

    private static void Clean(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    Replace(value, text => members[name] = text);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    var place = i;
                    Replace(items[i], text => items[place] = text);
                }

                break;
        }
    }

    private static void Replace(JsonNode? value, Action<string> set)
    {
        if (value is JsonValue && value.GetValueKind() == JsonValueKind.String)
        {
            var text = value.GetValue<string>();
            if (text.Contains("://", StringComparison.Ordinal) && Bare(text) is var bare && bare != text)
            {
                set(bare);
            }
        }
        else if (value is not null)
        {
            Clean(value);
        }
    }

    private static string Bare(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var host = scheme + 3;
        var end = text.AsSpan(host).IndexOfAny("?#");
        var bare = end < 0 ? text : text[..(host + end)];
        var slash = bare.IndexOf('/', host);
        var user = bare.LastIndexOf('@', (slash < 0 ? bare.Length : slash) - 1);
        return user < host ? bare : string.Concat(bare.AsSpan(0, host), bare.AsSpan(user + 1));
    }
}

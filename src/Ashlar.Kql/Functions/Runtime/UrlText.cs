using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>The parts of a URL, as parse_url names them.</summary>
internal static class UrlText
{
    public static string? Parse(string text)
    {
        var match = Patterns.Get(@"^(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^:/?#]*)(?::([0-9]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$")!.Match(text);
        if (!match.Success)
            return null;
        var fields = new (string Name, string Value)[]
        {
            ("Scheme", match.Groups[1].Value), ("Host", match.Groups[4].Value), ("Port", match.Groups[5].Value), ("Path", match.Groups[6].Value),
            ("Username", match.Groups[2].Value), ("Password", match.Groups[3].Value),
        };
        return "{" + string.Join(",", fields.Select(f => Json.String(f.Name) + ":" + Json.String(f.Value)))
            + ",\"Query Parameters\":" + Query(match.Groups[7].Value) + ",\"Fragment\":" + Json.String(match.Groups[8].Value) + "}";
    }

    public static string Query(string query)
    {
        var bag = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            bag[at < 0 ? pair : pair[..at]] = Json.String(at < 0 ? "" : Uri.UnescapeDataString(pair[(at + 1)..]));
        }

        return "{" + string.Join(",", bag.Select(p => Json.String(p.Key) + ":" + p.Value)) + "}";
    }
}

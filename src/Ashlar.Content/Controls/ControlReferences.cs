namespace Ashlar.Content;

/// <summary>The lists of control.yaml that point elsewhere: frameworks, peers, pages, defaults, settings.</summary>
internal static class ControlReferences
{
    public static Dictionary<string, IReadOnlyList<string>> Frameworks(YamlFields fields, IReadOnlyDictionary<string, Framework> frameworks)
    {
        var claims = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var pair in fields.Pairs("frameworks", required: true))
        {
            if (!frameworks.TryGetValue(pair.Key, out var framework))
            {
                fields.Problems.Error(LintCodes.Framework, fields.File, pair.Line, pair.Column, $"'{pair.Key}' is no framework: frameworks/{pair.Key}.yaml does not exist.{Nearest.Hint(pair.Key, frameworks.Keys)}");
                continue;
            }

            if (pair.Value is not YamlList list)
            {
                fields.Wrong(pair.Value, $"'{pair.Key}' must be a list of ids.");
                continue;
            }

            var ids = fields.TextsOf(list, pair.Key);
            foreach (var id in ids.Where(id => !framework.Controls.ContainsKey(id.Value)))
            {
                fields.Problems.Error(LintCodes.Framework, fields.File, id.Line, id.Column, $"'{id.Value}' is no id of {framework.Title} {framework.Version}.{Nearest.Hint(id.Value, framework.Controls.Keys)}");
            }

            claims[pair.Key] = [.. ids.Select(id => id.Value)];
        }

        return claims;
    }

    public static List<string> Peers(YamlFields fields)
    {
        var peers = new List<string>();
        foreach (var peer in fields.Texts("peers", required: false))
        {
            var colon = peer.Value.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || colon == peer.Value.Length - 1)
            {
                fields.Wrong(peer, "A peer is tool:id, such as policy:71ef260a.");
            }

            peers.Add(peer.Value);
        }

        return peers;
    }

    public static List<string> References(YamlFields fields) => Pages(fields, "references");

    /// <summary>A list of https addresses, at least one.</summary>
    public static List<string> Pages(YamlFields fields, string key)
    {
        var pages = fields.Texts(key, required: true);
        foreach (var page in pages)
        {
            CheckAddress(fields, page);
        }

        if (pages.Count == 0 && fields.Find(key) is { } pair)
        {
            fields.Wrong(pair.Value, $"'{key}' needs at least one page that states why or how.");
        }

        return [.. pages.Select(page => page.Value)];
    }

    public static List<ControlDefault> Defaults(YamlFields fields)
    {
        var defaults = new List<ControlDefault>();
        foreach (var item in fields.Items("defaults", required: false))
        {
            var one = YamlFields.Of(item, "A default", fields.File, fields.Problems, "path", "value", "source");
            var path = one?.Text("path", required: true);
            var value = one?.Value("value", required: true);
            var source = one?.Text("source", required: true);
            if (path is not null && value is not null && source is not null)
            {
                CheckAddress(one!, (YamlText)one!.Find("source")!.Value);
                defaults.Add(new ControlDefault(path, YamlJson.Node(value)?.ToJsonString() ?? "null", source, item.Line));
            }
        }

        return defaults;
    }

    public static List<string> Settings(YamlFields fields)
    {
        var settings = new List<string>();
        foreach (var key in fields.Texts("settings", required: false))
        {
            if (SettingKey.Find(key.Value) is null)
            {
                var known = SettingKey.All.Select(k => k.Name).ToList();
                fields.Problems.Error(LintCodes.Setting, fields.File, key.Line, key.Column, $"'{key.Value}' is no setting of ashlar.yaml.{Nearest.Hint(key.Value, known)} Settings: {string.Join(", ", known)}.");
            }

            settings.Add(key.Value);
        }

        return settings;
    }

    private static void CheckAddress(YamlFields fields, YamlText text)
    {
        if (!Uri.TryCreate(text.Value, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            fields.Problems.Error(LintCodes.Reference, fields.File, text.Line, text.Column, $"'{text.Value}' is no https address. Give the page itself.");
        }
    }
}

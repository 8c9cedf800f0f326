using System.Buffers;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Host names that Azure gives to resources. The first label is the resource's own name (or, for AI accounts, its custom domain) and unique in its cloud.</summary>
internal static class HostNames
{
    private static readonly (string Suffix, string Type)[] Public =
    [
        (".openai.azure.com", AiTypes.Account),
        (".cognitiveservices.azure.com", AiTypes.Account),
        (".services.ai.azure.com", AiTypes.Account),
        (".inference.ml.azure.com", AiTypes.Workspace + "/onlineendpoints"),
        (".search.windows.net", AiTypes.Search),
        (".blob.core.windows.net", AiTypes.Storage),
        (".dfs.core.windows.net", AiTypes.Storage),
        (".file.core.windows.net", AiTypes.Storage),
        (".queue.core.windows.net", AiTypes.Storage),
        (".table.core.windows.net", AiTypes.Storage),
        (".vault.azure.net", "microsoft.keyvault/vaults"),
        (".documents.azure.com", "microsoft.documentdb/databaseaccounts"),
        (".database.windows.net", "microsoft.sql/servers"),
        (".postgres.database.azure.com", "microsoft.dbforpostgresql/flexibleservers"),
        (".mysql.database.azure.com", "microsoft.dbformysql/flexibleservers"),
        (".redis.cache.windows.net", "microsoft.cache/redis"),
        (".servicebus.windows.net", "microsoft.eventhub/namespaces"),
        (".kusto.windows.net", "microsoft.kusto/clusters"),
        (".azurecr.io", "microsoft.containerregistry/registries"),
        (".azure-api.net", AiTypes.Gateway),
        (".azurewebsites.net", "microsoft.web/sites"),
        (".azurecontainerapps.io", AiTypes.ContainerApp),
    ];

    // Every suffix holds one of these: most dotted words are told from hosts by one quick look.
    private static readonly SearchValues<string> Marks = SearchValues.Create(["azure", ".windows.net", "cloudapi."], StringComparison.OrdinalIgnoreCase);

    private static readonly (string Suffix, string Type)[] All = [.. Public.SelectMany(Clouds)];

    /// <summary>Suffixes that only AI resources have: what makes an app a user of AI.</summary>
    public static IEnumerable<string> AiSuffixes => All.Where(s => s.Type is AiTypes.Account or AiTypes.Search || s.Type.StartsWith(AiTypes.Workspace, StringComparison.Ordinal)).Select(s => s.Suffix);

    public static IEnumerable<string> In(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && !IsHostCharacter(text[at]))
                at++;
            var start = at;
            var dotted = false;
            while (at < text.Length && IsHostCharacter(text[at]))
                dotted |= text[at++] == '.';
            if (dotted && at - start is > 8 and < 254 && text.AsSpan(start, at - start).ContainsAny(Marks))
            {
                var host = text[start..at].ToLowerInvariant().TrimEnd('.');
                if (Type(host) is not null)
                    yield return host;
            }
        }
    }

    /// <summary>Type of resource a host belongs to; null when it is none we know.</summary>
    public static string? Type(string host)
    {
        foreach (var (suffix, type) in All)
        {
            if (host.Length > suffix.Length && host.EndsWith(suffix, StringComparison.Ordinal))
                return type;
        }

        return null;
    }

    /// <summary>First label.</summary>
    public static string Name(string host) => host[..host.IndexOf('.', StringComparison.Ordinal)];

    // US Government and China: same names, other ends.
    private static IEnumerable<(string Suffix, string Type)> Clouds((string Suffix, string Type) entry)
    {
        yield return entry;
        if (entry.Suffix.EndsWith(".azure.com", StringComparison.Ordinal))
        {
            yield return (entry.Suffix[..^4] + ".us", entry.Type);
            yield return (entry.Suffix[..^4] + ".cn", entry.Type);
        }
        else if (entry.Suffix.EndsWith(".windows.net", StringComparison.Ordinal))
        {
            yield return (entry.Suffix[..^12] + ".usgovcloudapi.net", entry.Type);
            yield return (entry.Suffix[..^12] + ".chinacloudapi.cn", entry.Type);
        }
        else if (entry.Suffix == ".vault.azure.net")
        {
            yield return (".vault.usgovcloudapi.net", entry.Type);
            yield return (".vault.azure.cn", entry.Type);
        }
    }

    private static bool IsHostCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.';
}

using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>The data a workload reaches, counted.</summary>
internal static class DataWords
{
    private static readonly HashSet<string> Stores = new(StringComparer.OrdinalIgnoreCase)
    {
        "microsoft.storage", "microsoft.documentdb", "microsoft.sql", "microsoft.dbforpostgresql", "microsoft.dbformysql", "microsoft.kusto",
        "microsoft.cache", "microsoft.synapse", "microsoft.databricks", "microsoft.datalakestore", "microsoft.fabric",
    };

    /// <summary><c>3 stores, 1 index, 1 vault</c>.</summary>
    public static string Of(AiWorkload workload, IEnumerable<DataFlow> flows)
    {
        var stores = Ids(workload, AiRole.Data);
        var indexes = Ids(workload, AiRole.Index);
        var vaults = Ids(workload, AiRole.Secrets);
        var elsewhere = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, id, type) in flows.SelectMany(f => new[] { (f.Kind, f.From, f.FromType), (f.Kind, f.To, f.ToType) }))
        {
            // Calls, notices and images move no data of stores.
            if (id.Length == 0 || kind is "call" or "registry" or "event" or "tool" or "log" or "export" or "replicate")
                continue;
            if (type == "host")
                elsewhere.Add(id);
            else if (Stores.Contains(type.Split('/')[0]))
                stores.Add(Top(id));
            else if (type.StartsWith("microsoft.search/", StringComparison.OrdinalIgnoreCase))
                indexes.Add(Top(id));
            else if (type.StartsWith("microsoft.keyvault/", StringComparison.OrdinalIgnoreCase))
                vaults.Add(Top(id));
        }

        elsewhere.ExceptWith(stores);
        var parts = new List<string>();
        Add(stores, "store", "stores");
        Add(indexes, "index", "indexes");
        Add(vaults, "vault", "vaults");
        Add(elsewhere, "host", "hosts");
        return parts.Count == 0 ? "-" : string.Join(", ", parts);

        void Add(HashSet<string> ids, string one, string many)
        {
            if (ids.Count > 0)
                parts.Add(Count.Of(ids.Count, one, many));
        }
    }

    // microsoft.storage/storageaccounts, not …/blobservices/containers
    private static HashSet<string> Ids(AiWorkload workload, AiRole role) =>
        new(workload.Members.Where(m => m.Role == role && m.Type.AsSpan().Count('/') == 1).Select(m => m.ResourceId), StringComparer.OrdinalIgnoreCase);

    /// <summary>The resource that an id or a child of it names.</summary>
    private static string Top(string id)
    {
        var providers = id.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        if (providers < 0)
            return id;
        var end = providers + "/providers/".Length;
        for (var segments = 0; segments < 3 && end < id.Length; segments++)
        {
            var next = id.IndexOf('/', end);
            if (next < 0)
                return id;
            end = next + 1;
        }

        return id[..(end - 1)];
    }
}

using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A workload in the words of the summary: its models, what it runs as, the data it reaches.</summary>
internal static class WorkloadWords
{
    public static string Models(AiWorkload workload)
    {
        if (workload.Models.Count == 0)
            return "-";
        var words = new List<string>();
        foreach (var model in workload.Models)
        {
            var word = (model.Model ?? ResourceIds.Name(model.DeploymentId)) + Filter(model);
            if (!words.Contains(word))
                words.Add(word);
        }

        return string.Join(", ", words);
    }

    public static string RunsAs(AiWorkload workload)
    {
        var names = workload.RunAs
            .Select(r => r.IdentityId is null ? ResourceIds.Name(r.HolderId) + " (own)" : ResourceIds.Name(r.IdentityId))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return names.Count switch
        {
            0 => "-",
            <= 2 => string.Join(", ", names),
            _ => Count.Of(names.Count, "identity", "identities"),
        };
    }

    public static string Data(AiWorkload workload)
    {
        var stores = workload.Members.Count(m => m.Role == AiRole.Data && IsTopLevel(m.Type));
        var indexes = workload.Members.Count(m => m.Role == AiRole.Index && IsTopLevel(m.Type));
        var vaults = workload.Members.Count(m => m.Role == AiRole.Secrets && IsTopLevel(m.Type));
        var parts = new List<string>();
        if (stores > 0)
            parts.Add(Count.Of(stores, "store"));
        if (indexes > 0)
            parts.Add(Count.Of(indexes, "index", "indexes"));
        if (vaults > 0)
            parts.Add(Count.Of(vaults, "vault"));
        return parts.Count == 0 ? "-" : string.Join(", ", parts);
    }

    private static string Filter(AiModel model) => model.Filter switch
    {
        ContentFilterState.Default => " (default filter)",
        ContentFilterState.Custom => " (own filter)",
        ContentFilterState.Weakened => " (weakened filter)",
        ContentFilterState.NotSeen => " (filter not seen)",
        _ => "",
    };

    // microsoft.storage/storageaccounts, not …/blobservices/containers
    private static bool IsTopLevel(string type) => type.AsSpan().Count('/') == 1;
}

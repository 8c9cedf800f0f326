using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A workload in the words of the summary: its models, what it runs as.</summary>
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

    private static string Filter(AiModel model) => model.Filter switch
    {
        ContentFilterState.Default => " (default filter)",
        ContentFilterState.Custom => " (own filter)",
        ContentFilterState.Weakened => " (weakened filter)",
        ContentFilterState.NotSeen => " (filter not seen)",
        _ => "",
    };
}

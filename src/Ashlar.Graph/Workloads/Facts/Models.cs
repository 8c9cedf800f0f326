using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Facts;

/// <summary>Models that answer, found among the children of a node.</summary>
internal static class Models
{
    public static IEnumerable<AiModel> Of(Node node)
    {
        var policies = node.Children
            .Where(c => c.Type == AiTypes.Account + "/raipolicies")
            .GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var child in node.Children)
        {
            if (child.Type == AiTypes.Account + "/deployments")
                yield return Deployment(child, policies);
            else if (child.Type == AiTypes.Workspace + "/onlineendpoints/deployments")
                yield return new AiModel(child.Id, AssetName(child.Properties.At("model").Text()), AssetVersion(child.Properties.At("model").Text()), child.Properties.At("instanceType").Text(), ContentFilterState.None, null, []);
            else if (child.Type == AiTypes.Workspace + "/serverlessendpoints")
                yield return Serverless(child);
        }
    }

    private static AiModel Deployment(AiRow row, Dictionary<string, AiRow> policies)
    {
        var policy = row.Properties.At("raiPolicyName").Text();
        var (state, detail) = ContentFilters.Judge(policy, policy is null ? null : policies.GetValueOrDefault(policy)?.Properties);
        return new AiModel(row.Id, row.Properties.At("model.name").Text(), row.Properties.At("model.version").Text(), row.Sku.At("name").Text() ?? row.Properties.At("sku.name").Text(), state, policy, detail);
    }

    private static AiModel Serverless(AiRow row)
    {
        var model = row.Properties.At("modelSettings.modelId").Text();
        var safety = row.Properties.At("contentSafety.contentSafetyStatus").Text();
        var state = safety switch
        {
            not null when safety.Equals("Enabled", StringComparison.OrdinalIgnoreCase) => ContentFilterState.Default,
            not null when safety.Equals("Disabled", StringComparison.OrdinalIgnoreCase) => ContentFilterState.Weakened,
            _ => ContentFilterState.NotSeen,
        };
        return new AiModel(row.Id, AssetName(model), AssetVersion(model), null, state, null, state == ContentFilterState.Weakened ? ["content safety off"] : []);
    }

    // azureml://registries/azureml-meta/models/Llama-3/versions/2, or …/workspaces/w/models/churn/versions/7
    private static string? AssetName(string? asset) => Segment(asset, "models");

    private static string? AssetVersion(string? asset) => Segment(asset, "versions");

    private static string? Segment(string? asset, string after)
    {
        var parts = asset?.Split('/') ?? [];
        var at = Array.FindIndex(parts, p => p.Equals(after, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : null;
    }
}

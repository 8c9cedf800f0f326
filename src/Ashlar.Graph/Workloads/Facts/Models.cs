using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Facts;

/// <summary>Models that answer.</summary>
internal static class Models
{
    /// <summary>Those among the children of a node, their content filter judged by the policies beside them.</summary>
    public static IEnumerable<AiModel> Of(Node node)
    {
        foreach (var model in node.Children.Select(c => c.Model).OfType<AiModel>())
        {
            var policy = model is { Filter: ContentFilterState.NotSeen, FilterPolicy: { } name }
                ? node.Children.FirstOrDefault(c => c.Policy is not null && c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Policy
                : null;
            yield return policy is null ? model : model with { Filter = policy.State, FilterDetail = policy.Detail };
        }
    }

    /// <summary>The model of one row; null when the row is no deployment of one.</summary>
    public static AiModel? Of(string id, string type, JsonElement properties, JsonElement sku) => type switch
    {
        AiTypes.Account + "/deployments" => Deployment(id, properties, sku),
        AiTypes.Workspace + "/onlineendpoints/deployments" => Endpoint(id, properties),
        AiTypes.Workspace + "/serverlessendpoints" => Serverless(id, properties),
        _ => null,
    };

    private static AiModel Deployment(string id, JsonElement properties, JsonElement sku)
    {
        var policy = properties.At("raiPolicyName").Text();
        return new AiModel(
            id,
            properties.At("model.name").Text(),
            properties.At("model.version").Text(),
            sku.At("name").Text() ?? properties.At("sku.name").Text(),
            policy is not null && ContentFilters.IsDefault(policy) ? ContentFilterState.Default : ContentFilterState.NotSeen,
            policy,
            []);
    }

    private static AiModel Endpoint(string id, JsonElement properties)
    {
        var asset = properties.At("model").Text();
        return new AiModel(id, AssetName(asset), AssetVersion(asset), properties.At("instanceType").Text(), ContentFilterState.None, null, []);
    }

    private static AiModel Serverless(string id, JsonElement properties)
    {
        var asset = properties.At("modelSettings.modelId").Text();
        var safety = properties.At("contentSafety.contentSafetyStatus").Text();
        var state = safety switch
        {
            not null when safety.Equals("Enabled", StringComparison.OrdinalIgnoreCase) => ContentFilterState.Default,
            not null when safety.Equals("Disabled", StringComparison.OrdinalIgnoreCase) => ContentFilterState.Weakened,
            _ => ContentFilterState.NotSeen,
        };
        return new AiModel(id, AssetName(asset), AssetVersion(asset), null, state, null, state == ContentFilterState.Weakened ? ["content safety off"] : []);
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

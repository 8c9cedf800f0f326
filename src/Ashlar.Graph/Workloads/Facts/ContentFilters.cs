using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Facts;

/// <summary>Compares a content filter policy with what Microsoft's default blocks (learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies).</summary>
internal static class ContentFilters
{
    // Blocked by Microsoft.DefaultV2: the four harms at medium in both directions, jailbreak in prompts, protected text in completions.
    private static readonly string[] Harms = ["hate", "sexual", "violence", "selfharm"];
    private static readonly string[] Shields = ["jailbreak", "protected material text"];

    public static bool IsDefault(string policy) =>
        policy.Equals("Microsoft.Default", StringComparison.OrdinalIgnoreCase) || policy.Equals("Microsoft.DefaultV2", StringComparison.OrdinalIgnoreCase);

    public static FilterJudgement Judge(JsonElement policy)
    {
        var filters = policy.At("contentFilters");
        if (filters.ValueKind != JsonValueKind.Array)
            return FilterJudgement.NotSeen;

        var weak = new FilterWeaknesses();
        var complete = true;
        foreach (var filter in filters.Items())
            complete &= Look(filter, weak);
        if (policy.At("mode").Text()?.Equals("Asynchronous_filter", StringComparison.OrdinalIgnoreCase) == true)
            weak.Asynchronous = true;
        if (weak.Words() is { Count: > 0 } words)
            return new FilterJudgement(ContentFilterState.Weakened, words);
        return complete ? new FilterJudgement(ContentFilterState.Custom, []) : FilterJudgement.NotSeen;
    }

    /// <returns>False when the filter does not say whether it is on and blocks.</returns>
    private static bool Look(JsonElement filter, FilterWeaknesses weak)
    {
        var name = (filter.At("name").Text() ?? "").Replace('_', ' ').ToLowerInvariant();
        var harm = Harms.Contains(name);
        if (!harm && !Shields.Contains(name))
            return true;
        var source = filter.At("source").Text()?.ToLowerInvariant() ?? "";
        var enabled = filter.At("enabled").ValueKind;
        var blocking = filter.At("blocking").ValueKind;
        if (enabled == JsonValueKind.False)
            weak.Add("off", name, source);
        else if (blocking == JsonValueKind.False)
            weak.Add("only noted, not blocked", name, source);
        else if (harm && filter.At("severityThreshold").Text()?.Equals("High", StringComparison.OrdinalIgnoreCase) == true)
            weak.Add("blocked only at high", name, source);
        return enabled is JsonValueKind.True or JsonValueKind.False && blocking is JsonValueKind.True or JsonValueKind.False;
    }
}

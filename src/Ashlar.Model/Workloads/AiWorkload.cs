namespace Ashlar.Model;

/// <summary>One AI system: the resources that serve it, joined by the ids and host names their properties hold.</summary>
/// <param name="Id">Stable across runs while the main root stays: <c>wl-</c> and 16 hex digits.</param>
/// <param name="Environment">Value of the tag <c>environment</c>, <c>env</c> or <c>stage</c> when its own resources agree; null when not said.</param>
/// <param name="RootId">The AI resource that the others were found from.</param>
/// <param name="Members">Ordered by role, then key.</param>
/// <param name="Models">Ordered by key of the deployment.</param>
public sealed record AiWorkload(
    string Id,
    string Name,
    string? Environment,
    string RootId,
    IReadOnlyList<string> SubscriptionIds,
    IReadOnlyList<string> Locations,
    IReadOnlyList<AiWorkloadMember> Members,
    IReadOnlyList<AiModel> Models,
    IReadOnlyList<AiRunAs> RunAs)
{
    /// <summary>Values of the tags <c>owner</c>, <c>owners</c>, <c>contact</c> and <c>team</c> of its own resources; ordered.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];
}

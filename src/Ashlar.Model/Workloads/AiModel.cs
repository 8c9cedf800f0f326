namespace Ashlar.Model;

/// <summary>A model that answers: a deployment below an AI account, or a model deployment below an online endpoint.</summary>
/// <param name="Model">Such as <c>gpt-4.1</c>; null when not reported.</param>
/// <param name="Sku">Such as <c>GlobalStandard</c>; null when not reported.</param>
/// <param name="FilterPolicy">Name of the content filter policy; null when not reported.</param>
/// <param name="FilterDetail">What is off or only annotated, such as <c>jailbreak (prompt) off</c>; empty when nothing is.</param>
public sealed record AiModel(
    string DeploymentId,
    string? Model,
    string? Version,
    string? Sku,
    ContentFilterState Filter,
    string? FilterPolicy,
    IReadOnlyList<string> FilterDetail);

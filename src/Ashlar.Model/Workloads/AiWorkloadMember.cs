namespace Ashlar.Model;

/// <param name="Type">Lower case.</param>
/// <param name="Via">What ties it to the workload, in words: <c>root</c>, <c>child</c>, or the path where its id or host name stands.</param>
/// <param name="ReferredBy">Id of the resource that names this one (or that this one names, for apps and private endpoints); null for the root.</param>
/// <param name="Shared">It serves other workloads too.</param>
/// <param name="Seen">The snapshot has a row of it; false: only the reference is known.</param>
public sealed record AiWorkloadMember(
    string ResourceId,
    string Type,
    AiRole Role,
    string Via,
    string? ReferredBy,
    bool Shared,
    bool Seen);

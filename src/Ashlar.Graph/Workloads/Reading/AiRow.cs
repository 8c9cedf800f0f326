using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>What workloads need of a resource; its JSON is read once and let go, for there may be a hundred thousand.</summary>
/// <param name="Type">Lower case.</param>
internal sealed record AiRow(string Id, string Type, string Kind, string Location)
{
    public string Key { get; } = ResourceIds.Key(Id);

    public string Name { get; } = ResourceIds.Name(Id);

    public IReadOnlyList<Reference> References { get; init; } = [];

    public IReadOnlyList<AiRunAs> RunAs { get; init; } = [];

    /// <summary>Tag <c>workload</c>, else <c>application</c>; null when neither is set.</summary>
    public string? WorkloadTag { get; init; }

    /// <summary>Tag <c>environment</c>, <c>env</c> or <c>stage</c>.</summary>
    public string? EnvironmentTag { get; init; }

    /// <summary>Tags <c>owner</c>, <c>owners</c>, <c>contact</c> and <c>team</c>.</summary>
    public IReadOnlyList<string> OwnerTags { get; init; } = [];

    /// <summary>Custom domain of an AI account: the first label of its host names.</summary>
    public string? Domain { get; init; }

    /// <summary>Compute that serves or trains models.</summary>
    public bool ServesModels { get; init; }

    /// <summary>For a model deployment; a policy of the account's own is not judged yet.</summary>
    public AiModel? Model { get; init; }

    /// <summary>For a content filter policy.</summary>
    public FilterJudgement? Policy { get; init; }
}

namespace Ashlar.Graph.Paths.Reading;

/// <summary>A resource or an Entra object that a path can go through.</summary>
/// <param name="Target">Its number among the targets of access; -1: no capability speaks of it.</param>
/// <param name="Class">Its class of targets.</param>
/// <param name="Keys">on, off or unknown: see AccessTargets.</param>
/// <param name="Seen">Number of what was left unread of who has access to it; -1: no target.</param>
internal sealed record Place(int Index, string Id, string Key, string Type, int Target, int Class, string Keys, int Seen)
{
    /// <summary>Entra object id; empty for a resource.</summary>
    public string ObjectId { get; } = Type.StartsWith("microsoft.graph/", StringComparison.Ordinal) ? Key[(Key.LastIndexOf('/') + 1)..] : "";

    public string Name { get; init; } = Model.ResourceIds.Name(Id);

    /// <summary>Principal it stands for: of an identity, a user, a group or an application; -1: none.</summary>
    public int Principal { get; set; } = -1;

    /// <summary>See <see cref="WorkloadMap.IsOwn"/>.</summary>
    public bool IsOwn { get; set; }

    /// <summary>AI workloads it is part of, or lies below a part of; ordered.</summary>
    public IReadOnlyList<int> Workloads { get; set; } = [];
}

using Ashlar.Model;

namespace Ashlar.Graph.Drift.Reading;

/// <summary>A row of <c>AccessTargets</c>.</summary>
/// <param name="KeyAuth">on, off or unknown.</param>
/// <param name="Missing">JSON array of sentences.</param>
internal sealed record AccessTarget(string Id, string KeyAuth, string Missing)
{
    public string Key { get; } = ResourceIds.Key(Id);
}

using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>One entry of <c>ashlar-suppressions.yaml</c>.</summary>
/// <param name="Controls">Ids; at least one.</param>
/// <param name="SubKey">Only this part of the subject; null = all of it.</param>
/// <param name="Line">Where the entry starts, from 1.</param>
public sealed record SuppressionEntry(IReadOnlyList<string> Controls, SuppressionTarget Target, string? SubKey, Suppression Suppression, int Line)
{
    public bool Covers(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return (SubKey is null || SubKey == finding.SubKey) && Target.Covers(finding.ResourceId);
    }
}

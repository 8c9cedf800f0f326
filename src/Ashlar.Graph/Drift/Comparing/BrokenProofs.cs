using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Drift.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Proofs of attack paths that the later snapshot shows to be void. What it does not show stands.</summary>
internal sealed class BrokenProofs(Sides sides)
{
    private readonly Lazy<ILookup<string, string>> _inbound = new(() => sides.After.Query.Run("Exposure | project ResourceId, Inbound").ToLookup(r => ResourceIds.Key(AccessQuery.Text(r[0])), r => AccessQuery.Text(r[1]), StringComparer.Ordinal));

    private readonly Lazy<HashSet<(string Group, string Member)>> _members = new(() =>
        sides.After.Query.Run("GroupMembers | project groupId, memberId").Select(r => (AccessQuery.Text(r[0]).ToLowerInvariant(), AccessQuery.Text(r[1]).ToLowerInvariant())).ToHashSet());

    /// <param name="steps">JSON text of <c>AttackPaths.Steps</c>.</param>
    public bool Any(string steps)
    {
        using var document = JsonDocument.Parse(steps.Length == 0 ? "[]" : steps);
        return document.RootElement.Items().SelectMany(s => s.At("proofs").Items())
            .Any(p => IsVoid(p.At("table").Text() ?? "", p.At("path").Text() ?? "", p.At("id").Text() ?? "", p.At("value").Text() ?? ""));
    }

    private bool IsVoid(string table, string path, string id, string value) => (table, path) switch
    {
        // A door has several rows where several lead to the resource: all must be known, and none so wide.
        ("Exposure", "Inbound") => _inbound.Value[ResourceIds.Key(id)].ToList() is { Count: > 0 } doors && doors.TrueForAll(d => d != "unknown" && Openness.Of(d) < Openness.Of(value)),
        ("AccessTargets", "KeyAuth") => value == "on" && sides.After.Targets.TryGetValue(ResourceIds.Key(id), out var target) && target.KeyAuth == "off",
        ("GroupMembers", "memberId") => sides.After.Sight.ReadsWhole("groupmembers") && !_members.Value.Contains((id.ToLowerInvariant(), value.ToLowerInvariant())),
        _ => false,
    };
}

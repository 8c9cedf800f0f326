using Ashlar.Graph.Access.Identities;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Tells targets that concern AI: resources of AI workloads and what lies below them, and identities that control something.</summary>
internal sealed class Concern
{
    private readonly HashSet<string> _resources;
    private readonly Func<string, bool> _controls;

    /// <param name="controls">Of the object id of a principal, whether it controls a workload, a subscription or the tenant.</param>
    public Concern(AccessQuery query, Func<string, bool> controls)
    {
        _controls = controls;
        _resources = query.Run("AiWorkloadResources | where Seen | project ResourceId").Select(r => ResourceIds.Key(AccessQuery.Text(r[0]))).ToHashSet(StringComparer.Ordinal);
    }

    public bool Is(Target target)
    {
        if (target.ObjectId is { } id)
            return _controls(id);
        var keys = _resources.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = target.Key.Length; end > 0; end = target.Key.LastIndexOf('/', end - 1))
        {
            if (keys.Contains(target.Key.AsSpan(0, end)))
                return true;
        }

        return false;
    }
}

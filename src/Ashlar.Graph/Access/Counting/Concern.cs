using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Tells resources that concern AI: those of AI workloads, what lies below them, and where their logs are kept.</summary>
internal sealed class Concern
{
    private readonly HashSet<string> _resources;

    public Concern(AccessQuery query)
    {
        _resources = query.Run("AiWorkloadResources | where Seen | project ResourceId").Select(r => ResourceIds.Key(AccessQuery.Text(r[0]))).ToHashSet(StringComparer.Ordinal);
        _resources.UnionWith(LogSinks.Of(query, _resources));
    }

    public bool Is(Target target)
    {
        var keys = _resources.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = target.Key.Length; end > 0; end = target.Key.LastIndexOf('/', end - 1))
        {
            if (keys.Contains(target.Key.AsSpan(0, end)))
                return true;
        }

        return false;
    }
}

using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Resource to the workloads it serves, by the nearest id at or above it.</summary>
internal sealed class WorkloadIndex
{
    private static readonly int[] None = [];
    private readonly Dictionary<string, int[]> _byKey = new(StringComparer.OrdinalIgnoreCase);

    public WorkloadIndex(IReadOnlyList<AiWorkload> workloads)
    {
        for (var i = 0; i < workloads.Count; i++)
        {
            foreach (var member in workloads[i].Members)
            {
                var id = member.ResourceId.TrimEnd('/');
                var before = _byKey.GetValueOrDefault(id, None);
                if (before.Length == 0 || before[^1] != i)
                    _byKey[id] = [.. before, i];
            }
        }
    }

    /// <summary>Positions in the list of workloads, ascending; empty when it serves none.</summary>
    public int[] Of(string resourceId)
    {
        var lookup = _byKey.GetAlternateLookup<ReadOnlySpan<char>>();
        var id = resourceId.AsSpan().TrimEnd('/');
        while (id.Length > 1)
        {
            if (lookup.TryGetValue(id, out var found))
                return found;
            id = id[..Math.Max(0, id.LastIndexOf('/'))];
        }

        return None;
    }
}

using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Which of the picture belongs to which workload.</summary>
internal sealed class WorkloadPictures
{
    private readonly List<int>[] _doors;
    private readonly List<int>[] _ownDoors;
    private readonly ILookup<string, int> _flows;
    private readonly ILookup<string, int> _paths;
    private readonly Dictionary<string, Fall> _falls = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<AiWorkload> _workloads;
    private readonly TenantPicture _picture;

    public WorkloadPictures(IReadOnlyList<AiWorkload> workloads, TenantPicture picture)
    {
        _workloads = workloads;
        _picture = picture;
        _doors = [.. workloads.Select(_ => new List<int>())];
        _ownDoors = [.. workloads.Select(_ => new List<int>())];
        _flows = Positions(picture.Flows, f => f.WorkloadIds);
        _paths = Positions(picture.Paths, p => p.WorkloadIds);
        foreach (var fall in picture.Falls)
            _falls.TryAdd(fall.WorkloadId, fall);
        if (picture.Doors.Count == 0)
            return;
        var index = new WorkloadIndex(workloads);
        var own = new WorkloadIndex([.. workloads.Select(w => w with { Members = [.. w.Members.Where(IsOwn)] })]);
        for (var i = 0; i < picture.Doors.Count; i++)
        {
            foreach (var workload in index.Of(picture.Doors[i].ResourceId))
                _doors[workload].Add(i);
            foreach (var workload in own.Of(picture.Doors[i].ResourceId))
                _ownDoors[workload].Add(i);
        }
    }

    /// <summary>Positions in <see cref="TenantPicture.Doors"/> of everything it has or uses.</summary>
    public IReadOnlyList<int> Doors(int workload) => _doors[workload];

    /// <summary>Of its own doors, the widest; null when it has none.</summary>
    public Exposure? Exposure(int workload) => Reports.Exposure.Widest(_ownDoors[workload].Select(d => _picture.Doors[d]));

    /// <summary>Positions in <see cref="TenantPicture.Flows"/>.</summary>
    public IEnumerable<int> Flows(int workload) => _flows[_workloads[workload].Id];

    /// <summary>Positions in <see cref="TenantPicture.Paths"/>.</summary>
    public IEnumerable<int> Paths(int workload) => _paths[_workloads[workload].Id];

    public int PathCount(int workload) => _picture.PathCounts.GetValueOrDefault(_workloads[workload].Id);

    public Fall? Fall(int workload) => _falls.GetValueOrDefault(_workloads[workload].Id);

    /// <summary>The stores, indexes and vaults it names and those its flows name, each once: <c>3 stores, 1 vault</c>.</summary>
    public string Data(int workload) => DataWords.Of(_workloads[workload], Flows(workload).Select(f => _picture.Flows[f]));

    // What serves it alone, and its models and what it was found from, whoever shares them; logs take what is sent to them from anywhere.
    private static bool IsOwn(AiWorkloadMember member) =>
        (!member.Shared && member.Role is not (AiRole.Monitor or AiRole.Network or AiRole.Identity or AiRole.Other)) || member.Role is AiRole.Model or AiRole.Project || member.Via == "root";

    private static ILookup<string, int> Positions<T>(IReadOnlyList<T> items, Func<T, IReadOnlyList<string>> workloads) =>
        items.SelectMany((item, i) => workloads(item).Distinct(StringComparer.Ordinal).Select(w => (Workload: w, Position: i))).ToLookup(p => p.Workload, p => p.Position, StringComparer.Ordinal);
}
